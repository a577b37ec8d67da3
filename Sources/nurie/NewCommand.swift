import ArgumentParser
import ImageFormats
import Projects
import Raster
import Regions

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a project of drawings and references.",
    discussion: """
      A project is a folder that keeps your drawings, your corrections and what was rendered. The pictures are \
      copied into it. A folder given for --lines or --references means the pictures in it.

      Examples:

        nurie new hana --lines cut012/*.png --references sheet.png
        nurie export hana.nurie --output coloured/
      """)

  @Argument(help: "The project's folder; .nurie is added to its name.") var project: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Line drawings to colour.", valueName: "line"))
  var lines: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Coloured drawings of the same character.", valueName: "ref"))
  var references: [String] = []

  @Option(
    name: .customLong("part"),
    help: ArgumentHelp(
      "A part of the project's own, after those that every project has: its name; Japanese name, letter and colour may follow (ribbon,リボン,R,#aa3377).",
      valueName: "name"))
  var ownParts: [String] = []

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    try Self.make(
      at: project.hasSuffix(".nurie") ? project : ProjectFolder(path: project).path + ".nurie",
      of: PictureFiles.named(by: lines), PictureFiles.named(by: references),
      parts: OwnParts.parse(ownParts), work: workOptions.work)
  }

  /// Makes a project, and says what is in it.
  ///
  /// - Parameters:
  ///   - drawings: files, as are the sheets, which become references.
  ///   - parts: the project's own.
  static func make(
    at path: String, of drawings: [String], _ sheets: [String], parts: [Part] = [], work: Work
  ) throws {
    var warnings: [String] = []
    var imported: [Picture] = []
    try Project.create(at: path) { project in
      guard let importer = project.writer?.importer else { return }
      var complaints: [String] = []
      // A name that is no text was not typed: a pattern or a folder gave it among others, which go on without it.
      var nameless: [String] = []
      for (files, kind) in [(drawings, Picture.Kind.drawing), (sheets, .reference)] {
        let outcome = try importer.add(files, as: kind, work: work)
        imported += outcome.pictures
        nameless += outcome.failures.filter { $0.problem == .nameIsNoText }.map(\.description)
        complaints += outcome.failures.filter { $0.problem != .nameIsNoText }.map(\.description)
        warnings += outcome.warnings
        warnings += outcome.coloured.map {
          "\(printable($0.title)) has colours, and is among the drawings; references go after --references"
        }
      }
      if imported.isEmpty { complaints = nameless + complaints }
      if !complaints.isEmpty { throw Failure(complaints) }
      warnings = nameless + warnings
      project.history.include(imported)
      if !imported.isEmpty {
        let renames = project.history.state.renames(of: imported)
        project.record(
          [.add(imported.map(\.id))] + renames, title: "new project", isFounding: true)
      }
      if !parts.isEmpty {
        project.record(parts.map(Edit.addPart), title: "parts", isFounding: true)
      }
    }
    for warning in warnings { say(warning) }
    let count = { kind in imported.count { $0.kind == kind } }
    print(
      "\(printable(path)): \(counted(count(.drawing), "drawing")), \(counted(count(.reference), "reference"))"
    )
  }
}
