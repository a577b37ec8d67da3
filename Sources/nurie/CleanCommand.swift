import ArgumentParser
import ImageFormats
import Projects
import Renders

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Frees what a project no longer needs.",
    discussion: """
      Says what it would free: pictures that you removed, older renders, projects beside it \
      that were never finished, thumbnails. With --yes it frees them; \
      removed pictures cannot come back then.

        nurie clean hana.nurie
        nurie clean hana.nurie --yes
      """)

  @Argument(help: "The project.") var project: String

  @Flag(help: "Free them.")
  var yes = false

  func run() throws {
    let project =
      yes
      ? try Project.forWriting(self.project)
      : try Project(reading: ProjectFolder(path: self.project))
    let cleaning = ProjectCleaning(of: project)
    let renders = RenderCleaning(of: RenderQueue(project.folder))
    for item in cleaning.items {
      print("\(noun(item)) \(printable(item.name)): \(size(item.bytes))")
    }
    for item in renders.items { print("render \(item.number): \(size(item.bytes))") }
    let whole = size((cleaning.items.map(\.bytes) + renders.items.map(\.bytes)).reduce(0, +))
    if yes {
      try cleaning.run()
      try renders.run()
      try project.close()
      print("\(printable(self.project)): \(whole) freed")
    } else if cleaning.items.isEmpty && renders.items.isEmpty {
      print("\(printable(self.project)): nothing to free")
    } else {
      if cleaning.items.contains(where: { $0.kind == .picture }) {
        print("Once they are freed, undo cannot bring removed drawings and references back.")
      }
      print("\(printable(self.project)): \(whole) would be freed; add --yes to free it")
    }
  }

  private func noun(_ item: ProjectCleaning.Item) -> String {
    switch item.kind {
    case .picture: item.picture?.kind == .reference ? "removed reference" : "removed drawing"
    case .leftover: "unfinished import"
    case .draft: "unfinished project"
    case .cache: "cache,"
    }
  }

  /// In megabytes with one place.
  private func size(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
