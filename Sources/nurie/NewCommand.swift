import ArgumentParser
import ImageFormats
import Projects
import Raster
import Regions
import Studio

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: Phrase("Makes a project of drawings and references.", "線画と色見本からプロジェクトを作ります。").spoken,
    discussion: Phrase(
      """
      A project is a folder that keeps your drawings, your corrections and what was rendered. The pictures are \
      copied into it. A folder given for --lines or --references means the pictures in it.

      Examples:

        nurie new hana --lines cut012/*.png --references sheet.png
        nurie export hana.nurie --output coloured/
      """,
      """
      プロジェクトは、線画、加えた修正、レンダー結果を収めるフォルダです。画像はその中にコピーします。--lines や --references にフォルダを指定すると、中の画像を使います。

      例:

        nurie new hana --lines cut012/*.png --references sheet.png
        nurie export hana.nurie --output coloured/
      """
    ).spoken)

  @Argument(
    help: help(
      "The project's folder; .nurie is added to its name.", "プロジェクトのフォルダ。名前に .nurie が付きます。"))
  var project: String

  @Option(
    parsing: .upToNextOption,
    help: help("Line drawings to colour.", "塗る線画。", value: .drawing))
  var lines: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: help("Coloured drawings of the same character.", "同じキャラクターの色見本。", value: .reference))
  var references: [String] = []

  @Option(
    name: .customLong("part"),
    help: help(
      "A part of the project's own, after those that every project has: its name; Japanese name, letter and colour may follow (ribbon,リボン,R,#aa3377).",
      "標準のパーツに加えるプロジェクト独自のパーツ: 名前。日本語名、記号、色を続けられます (ribbon,リボン,R,#aa3377)。", value: .name))
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
    var warnings: [Phrase] = []
    var imported: [Picture] = []
    try Project.create(at: path) { project in
      guard let importer = project.writer?.importer else { return }
      var complaints: [Phrase] = []
      // A name that is no text was not typed: a pattern or a folder gave it among others, which go on without it.
      var nameless: [Phrase] = []
      for (files, kind) in [(drawings, Picture.Kind.drawing), (sheets, .reference)] {
        let outcome = try importer.add(files, as: kind, work: work)
        imported += outcome.pictures
        nameless += outcome.failures.filter { $0.problem == .nameIsNoText }.map(\.phrase)
        complaints += outcome.failures.filter { $0.problem != .nameIsNoText }.map(\.phrase)
        warnings += outcome.warnings.map(\.phrase)
        warnings += outcome.coloured.map {
          Phrase(
            "\(printable($0.title)) has colours, and is among the drawings; references go after --references",
            "\(printable($0.title)) は色がついていますが、線画として入れました。色見本は --references のあとに書きます")
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
      Phrase(
        "\(counted(count(.drawing), "drawing")), \(counted(count(.reference), "reference"))",
        "線画 \(count(.drawing)) 枚、色見本 \(count(.reference)) 枚"
      ).of(path).spoken)
  }
}
