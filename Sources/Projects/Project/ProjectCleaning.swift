/// The files in a project's folder, or the one it lies in, that no project needs any more; of renders
/// `RenderCleaning` knows.
public struct ProjectCleaning: Sendable {
  public struct Item: Hashable, Sendable {
    public enum Kind: String, Sendable {
      /// A picture that was removed, and cannot come back by undo once it is cleaned. A reference stays while there is
      /// one that was added after it: that one's colours have their names beside the colours of all before.
      case picture
      /// Files of an import that was cut short.
      case leftover
      /// What labels taught before, and undo cannot go back to once it is cleaned.
      case teaching
      /// A project beside this one that was never finished.
      case draft
      case cache
    }

    public let kind: Kind
    /// As the artist reads it; not escaped.
    public let name: String
    public let bytes: Int
    fileprivate let path: String
    /// Of a picture: which list it was in.
    public let picture: Picture?
  }

  public let items: [Item]
  private let project: Project

  /// Looks at what could go; nothing is touched.
  ///
  /// - Complexity: O(files).
  public init(of project: Project) {
    self.project = project
    let folder = project.folder
    var items: [Item] = []
    func add(_ kind: Item.Kind, _ name: String, _ path: String, _ picture: Picture? = nil) {
      items.append(
        Item(
          kind: kind, name: name, bytes: FolderTree.bytes(path), path: path, picture: picture))
    }
    let state = project.history.state
    let naming = state.everyReference.prefix(
      (state.everyReference.lastIndex { !state.isRemoved($0.id) } ?? -1) + 1)
    for picture in project.history.pictures.values.sorted(by: { $0.id < $1.id })
    where state[picture.id] == nil && !naming.contains(where: { $0.id == picture.id }) {
      add(.picture, picture.title, folder.folder(of: picture.id, picture.kind), picture)
    }
    for kind in [Picture.Kind.drawing, .reference] {
      for name in names(in: "\(folder.path)/\(kind.folder)")
      where project.history.pictures[PictureID(rawValue: name)] == nil {
        add(.leftover, name, "\(folder.path)/\(kind.folder)/\(name)")
      }
    }
    for name in names(in: folder.path + "/parts")
    where name != state.teller.map({ $0 + ".safetensors" }) {
      add(.teaching, name, "\(folder.path)/parts/\(name)")
    }
    for draft in ProjectDraft.abandoned(in: folder.parent) {
      add(.draft, draft.folder.path, draft.folder.path)
    }
    if FileStatus(folder.cache) != nil {
      add(.cache, "thumbnails and analyses of drawings", folder.cache)
    }
    self.items = items
  }

  /// Frees it.
  ///
  /// - Precondition: the project is open for writing.
  /// - Throws: a `ProjectError` where not all of it could go.
  public func run() throws(ProjectError) {
    guard let writer = project.writer else {
      preconditionFailure("cleaning a project open for reading")
    }
    // First the list: a picture that it names has its files.
    let pictures = Set(items.compactMap(\.picture?.id))
    if !pictures.isEmpty { try writer.importer.forget(pictures) }
    for item in items where !FolderTree.remove(item.path) {
      throw ProjectError(
        .unwritable("\(item.name) could not be removed"), path: project.folder.path)
    }
  }
}
