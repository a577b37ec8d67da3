import ArgumentParser
import Coloring
import Delivery
import Glibc
import ImageFormats
import Projects
import Raster
import Regions
import Studio

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Phrase(
      "Colours a project's drawings with your corrections.", "プロジェクトの線画を、加えた修正のとおりに塗って書き出します。"
    ).spoken,
    discussion: Phrase(
      """
      Examples:

        Every drawing, as PNG:
          nurie export hana.nurie --output coloured/

        One of them, in layers too:
          nurie export hana.nurie walk --output coloured/ --layers psd
      """,
      """
      例:

        すべての線画を PNG で:
          nurie export hana.nurie --output coloured/

        1 枚を、レイヤー付きでも:
          nurie export hana.nurie walk --output coloured/ --layers psd
      """
    ).spoken)

  @Argument(help: help("The project.", "プロジェクト (NAME.nurie)。")) var project: String

  @Argument(help: help("Drawings by their names; all of them unless given.", "線画の名前。指定しなければすべて。"))
  var drawings: [String] = []

  @Option(help: help("The folder for the coloured pictures.", "彩色した画像を書き出すフォルダ。", value: .folder))
  var output: String

  @Option(help: LayeredFormat.optionHelp) var layers: LayeredFormat?

  @Flag(help: help("Replace files that exist already.", "既存のファイルを置き換えます。"))
  var force = false

  @OptionGroup(title: ColoringOptions.titleInProjects) var colouring: ColoringOptions

  @Option(help: help("How to show progress, on stderr.", "進み具合の表示のしかた (標準エラー出力)。"))
  var progress = ProgressStyle.auto

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    var project = try Project(reading: ProjectFolder(path: self.project))
    let chosen = try chosenDrawings(project.history.state)
    var complaints = try takeEditsOutside(of: chosen, into: &project, work: work)
    let state = project.history.state
    try state.checkReferences(of: chosen, in: self.project)
    var status = stat()
    if stat(output, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw Failure(
        output, "is a file; give a folder for the pictures instead", "ファイルです。画像を書き出すフォルダを指定してください")
    }
    let names = state.fileNames
    var plans = chosen.map { ($0, plan($0, names[$0.id], in: project.folder)) }
    let files = plans.flatMap(\.1.files.all)
    // Before --force is advised, which would not do.
    try LineArtGuard(state, in: project.folder).check(files)
    let standing = files.filter { access($0, F_OK) == 0 }
    if !force, !standing.isEmpty { throw Failure(standing.map { Phrase.exists.of($0) }) }
    // What the format cannot hold is said before the work, and the picture is made all the same.
    for (index, (drawing, _)) in plans.enumerated() {
      if let refusal = plans[index].1.files.dropLayers(width: drawing.width, height: drawing.height)
      {
        complaints.append(Phrase(refusal).spoken)
        say(Phrase(refusal).spoken)
      }
    }
    let saidBefore = complaints.count
    try OutputPlan.makeFolders([output], several: true)
    let engines = Engines.shipped
    engines.sayLack(for: chosen.map { state.settings(for: $0.id, given: colouring.given) })
    var colourer = DrawingColourer(project.folder, state: state, engines: engines)
    let display = ProgressDisplay(progress)
    for (drawing, plan) in plans {
      do {
        try color(drawing, plan, by: &colourer, work: work, display: display)
      } catch let error as ImageError {
        complaints.append(Phrase(error.inside(project.folder)).spoken)
      } catch let error as LineArtError {
        complaints.append(Phrase(error).of(drawing.title).spoken)
      }
      display.clear()
    }
    if !complaints.isEmpty { throw Failure(Array(complaints.dropFirst(saidBefore))) }
  }

  /// A painting program's changes of `parts.png` count here already; the studio makes them the project's when it
  /// opens the drawing.
  ///
  /// - Returns: why some could not be read; their drawings are coloured without.
  private func takeEditsOutside(
    of drawings: [Picture], into project: inout Project, work: Work
  ) throws -> [String] {
    var complaints: [String] = []
    for drawing in drawings {
      let picture = PartsPicture(
        of: drawing, in: project.folder, parts: project.history.state.allParts)
      do {
        guard let reading = try picture.outsideReading(work: work), !reading.edits.isEmpty else {
          continue
        }
        _ = project.history.record(reading.edits, title: "parts.png", time: 0)
        say(
          Phrase(
            "with the parts that were changed in its parts.png.", "parts.png で変更されたパーツを使います。"
          ).of(drawing.title))
      } catch let error as ImageError {
        complaints.append(Phrase(error).spoken)
      }
    }
    if PaletteTable(in: project.folder).isEditedOutside {
      say(
        Phrase(
          "palette.json was edited and has not been taken in yet; open the project in the studio first.",
          "palette.json の編集がまだ取り込まれていません。先にスタジオでプロジェクトを開いてください。"
        ).of(self.project)
      )
    }
    return complaints
  }

  private func chosenDrawings(_ state: ProjectState) throws -> [Picture] {
    if drawings.isEmpty {
      if state.drawings.isEmpty {
        throw Failure(
          project, "has no drawings; make a project of some with nurie new",
          "線画がありません。nurie new で線画からプロジェクトを作ってください")
      }
      return state.drawings
    }
    return try state.drawings(named: drawings, in: project)
  }

  private func plan(
    _ drawing: Picture, _ name: String?, in folder: ProjectFolder
  ) -> OutputPlan {
    let stem = (output.hasSuffix("/") ? output : output + "/") + (name ?? drawing.id.rawValue)
    return OutputPlan(
      line: folder.file(of: drawing),
      files: DeliveredFiles(picture: stem + ".png", layers: layers.map { stem + $0.suffix }))
  }

  private func color(
    _ drawing: Picture, _ plan: OutputPlan, by colourer: inout DrawingColourer, work: Work,
    display: ProgressDisplay
  ) throws {
    display.begin(drawing.title)
    let coloured = try colourer.colour(drawing, given: colouring.given, work: work) {
      display.tell($0)
    }
    guard let coloured else { return }
    try coloured.write(to: plan.files, overwriting: force, work: work)
    let result = coloured.result
    display.clear()
    for warning in result.warnings where warning.source == .drawing {
      say(warning.phrase.of(drawing.title))
    }
    let orphans = result.orphans
    let lost =
      orphans.pins.count + orphans.unlinks.count + orphans.colours.count + orphans.labels.count
    if lost > 0 {
      say(
        Phrase(
          "\(counted(lost, "correction")) found no region any more and \(lost == 1 ? "was" : "were") left out; look in the studio.",
          "修正 \(lost) 件は合う領域がなくなったため除きました。スタジオで確かめてください。"
        ).of(drawing.title)
      )
    }
    display.conclude(plan.files.all.map(printable).joined(separator: ", "))
  }
}
