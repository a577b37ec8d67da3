public import Projects

/// The renders of a project that nobody needs any more: neither the newest finished one of their drawing, nor waiting, nor
/// running. The figures of how long they took stay.
public struct RenderCleaning: Sendable {
  public struct Item: Hashable, Sendable {
    public let number: Int
    public let bytes: Int
    fileprivate let folder: String
  }

  public let items: [Item]
  private let project: ProjectFolder

  /// Looks at what could go; nothing is touched.
  ///
  /// - Complexity: O(files).
  public init(of queue: RenderQueue) {
    project = queue.project
    let renders = queue.renders()
    var newest: [PictureID: Int] = [:]
    for render in renders where render.state == .done {
      newest[render.job.drawing] = render.number
    }
    items = renders.filter { !$0.isActive && newest[$0.job.drawing] != $0.number }.map { render in
      Item(
        number: render.number, bytes: FolderTree.bytes(render.folder), folder: render.folder)
    }
  }

  /// Frees it, but for renders that were taken up again since.
  ///
  /// - Throws: a `ProjectError` where not all of it could go.
  public func run() throws(ProjectError) {
    for item in items
    where Render(folder: item.folder)?.isActive != true && !FolderTree.remove(item.folder) {
      throw ProjectError(.unwritable("\(item.number) could not be removed"), path: project.path)
    }
  }
}
