import ArgumentParser
import Coloring
import Delivery
import Glibc
import ImageFormats
import Projects
import Raster
import Regions
import Studio

struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: Phrase(
      "Shows all drawings of a project, as they are coloured now, on one picture.",
      "プロジェクトのすべての線画を、今の彩色で 1 枚の画像に並べます。"
    ).spoken,
    discussion: Phrase(
      """
      A contact sheet to look at before a cut is handed on: each drawing small, with its number and title; regions that are in \
      doubt are hatched in magenta, and their number stands beside the title. Drawings without a reference are shown as \
      they are. What the sheet's letters cannot write, as Japanese, is in the list that is printed.

        nurie sheet hana.nurie --output sheet.png
      """,
      """
      カットを渡す前に見渡す一覧です。線画を小さく並べ、番号とタイトルを付けます。要確認の領域にはマゼンタの斜線を引き、下に「? 3」のように数を書きます (ok は要確認なし、no ref は色見本なし)。色見本のない線画はそのまま載せます。画像の文字で書けないタイトル (日本語など) は、表示される一覧にあります。

        nurie sheet hana.nurie --output sheet.png
      """
    ).spoken)

  @Argument(help: help("The project.", "プロジェクト (NAME.nurie)。")) var project: String

  @Argument(help: help("Drawings by their names; all of them unless given.", "線画の名前。指定しなければすべて。"))
  var drawings: [String] = []

  @Option(help: help("The picture to write.", "書き出す画像。", value: Phrase("file.png", "ファイル.png")))
  var output: String

  @Flag(help: help("Replace the file if it exists already.", "既存のファイルを置き換えます。"))
  var force = false

  @Option(
    help: help(
      "The longest side of each drawing on it, in pixels.", "一覧での線画の長辺 (ピクセル)。", value: .pixels))
  var size = 320

  @Flag(help: help("Without the marks of what is in doubt.", "要確認の印を付けません。"))
  var unmarked = false

  @OptionGroup(title: ColoringOptions.titleInProjects) var colouring: ColoringOptions

  @Option(help: help("How to show progress, on stderr.", "進み具合の表示のしかた (標準エラー出力)。"))
  var progress = ProgressStyle.auto

  @OptionGroup var workOptions: WorkOptions

  mutating func validate() throws {
    if !(64...2048).contains(size) {
      throw ValidationError(
        "--size is a number from 64 to 2048", "--size には 64 から 2048 の数を指定してください")
    }
  }

  func run() throws {
    let work = workOptions.work
    let project = try Project(reading: ProjectFolder(path: self.project))
    let state = project.history.state
    let chosen =
      drawings.isEmpty ? state.drawings : try state.drawings(named: drawings, in: self.project)
    if chosen.isEmpty {
      throw Failure(
        self.project, "has no drawings; make a project of some with nurie new",
        "線画がありません。nurie new で線画からプロジェクトを作ってください")
    }
    try LineArtGuard(state, in: project.folder).check([output])
    if !force, access(output, F_OK) == 0 {
      throw Failure(
        output, "exists already; add --force to replace it, or choose another name",
        "すでにあります。--force で置き換えるか、別の名前にしてください")
    }
    let engines = Engines.shipped
    engines.sayLack(for: chosen.map { state.settings(for: $0.id, given: colouring.given) })
    var colourer = DrawingColourer(project.folder, state: state, engines: engines)
    let display = ProgressDisplay(progress)
    var complaints: [String] = []
    var tiles: [DrawingSheet.Tile] = []
    for (index, drawing) in chosen.enumerated() {
      display.begin(drawing.title)
      do {
        let tile = try tile(
          index + 1, drawing, in: project, by: &colourer, display: display, work: work)
        tiles.append(tile)
        print("\(index + 1) \(printable(drawing.title)): \(tile.remark.spoken)")
      } catch let error as ImageError {
        complaints.append(Phrase(error.inside(project.folder)).spoken)
      } catch let error as LineArtError {
        complaints.append(Phrase(error).of(drawing.title).spoken)
      }
      display.clear()
    }
    if !tiles.isEmpty {
      let sheet = DrawingSheet(tiles: tiles, side: size)
      try PNG.write(sheet.picture, to: output, overwriting: force, work: work)
      display.conclude(printable(output))
    }
    if !complaints.isEmpty { throw Failure(complaints) }
  }

  private func tile(
    _ number: Int, _ drawing: Picture, in project: Project, by colourer: inout DrawingColourer,
    display: ProgressDisplay, work: Work
  ) throws -> DrawingSheet.Tile {
    let coloured = try colourer.colour(drawing, given: colouring.given, work: work) {
      display.tell($0)
    }
    guard let result = coloured?.result else {
      let picture = try ImageFile.read(project.folder.file(of: drawing), work: work).pixels
      return DrawingSheet.Tile(
        number: number, title: drawing.title,
        picture: try picture.thumbnail(longest: size, work: work),
        remark: Phrase("no reference", "色見本なし"), sign: "no ref", isMarked: true)
    }
    // The ground is no part of the drawing.
    let doubts = Set(result.flats.doubts.map(\.label).filter { !result.map[$0].isBackground })
    var picture = result.image
    if !unmarked {
      // As wide on the sheet whatever the drawing's size.
      let step = max(1, max(picture.width, picture.height) / size) * 4
      try DrawingSheet.hatch(
        &picture, where: { doubts.contains($0) }, of: result.map, step: step, work: work)
    }
    return DrawingSheet.Tile(
      number: number, title: drawing.title,
      picture: try picture.thumbnail(longest: size, work: work),
      remark: doubts.isEmpty
        ? Phrase("nothing in doubt", "要確認なし")
        : Phrase("\(doubts.count) in doubt", "要確認 \(doubts.count)"),
      sign: doubts.isEmpty ? "ok" : "? \(doubts.count)",
      isMarked: !doubts.isEmpty)
  }
}
