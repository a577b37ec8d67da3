import ArgumentParser
import Coloring
import Delivery
import Glibc
import ImageFormats
import Projects
import Raster
import Regions

struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Shows all drawings of a project, as they are coloured now, on one picture.",
    discussion: """
      A contact sheet to look at before a cut is handed on: each drawing small, with its number and title; regions that are in \
      doubt are hatched in magenta, and their number stands beside the title. Drawings without a reference are shown as \
      they are. What the sheet's letters cannot write, as Japanese, is in the list that is printed.

        nurie sheet hana.nurie --output sheet.png
      """)

  @Argument(help: "The project.") var project: String

  @Argument(help: "Drawings by their names; all of them unless given.") var drawings: [String] = []

  @Option(help: ArgumentHelp("The picture to write.", valueName: "file.png"))
  var output: String

  @Flag(help: "Replace the file if it exists already.")
  var force = false

  @Option(help: ArgumentHelp("The longest side of each drawing on it, in pixels.", valueName: "px"))
  var size = 320

  @Flag(help: "Without the marks of what is in doubt.")
  var unmarked = false

  @OptionGroup(title: "Colouring") var colouring: ColoringOptions

  @Option(help: "How to show progress, on stderr.")
  var progress = ProgressStyle.auto

  @OptionGroup var workOptions: WorkOptions

  mutating func validate() throws {
    if !(64...2048).contains(size) { throw ValidationError("--size is a number from 64 to 2048") }
  }

  func run() throws {
    let work = workOptions.work
    let project = try Project(reading: ProjectFolder(path: self.project))
    let state = project.history.state
    let chosen =
      drawings.isEmpty ? state.drawings : try state.drawings(named: drawings, in: self.project)
    if chosen.isEmpty {
      throw Failure(self.project, "has no drawings; make a project of some with nurie new")
    }
    try LineArtGuard(state, in: project.folder).check([output])
    if !force, access(output, F_OK) == 0 {
      throw Failure(output, "exists already; add --force to replace it, or choose another name")
    }
    var colourer = DrawingColourer(project.folder, state: state)
    let display = ProgressDisplay(progress)
    var complaints: [String] = []
    var tiles: [DrawingSheet.Tile] = []
    for (index, drawing) in chosen.enumerated() {
      display.begin(drawing.title)
      do {
        let tile = try tile(
          index + 1, drawing, in: project, by: &colourer, display: display, work: work)
        tiles.append(tile)
        print("\(index + 1) \(printable(drawing.title)): \(tile.remark)")
      } catch let error as ImageError {
        complaints.append(error.inside(project.folder).description)
      } catch let error as LineArtError {
        complaints.append("\(printable(drawing.title)): \(error.description).")
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
    let coloured = try colourer.colour(drawing, settings: colouring.settings, work: work) {
      display.tell($0)
    }
    guard let result = coloured?.result else {
      let picture = try ImageFile.read(project.folder.file(of: drawing), work: work).pixels
      return DrawingSheet.Tile(
        number: number, title: drawing.title,
        picture: try picture.thumbnail(longest: size, work: work),
        remark: "no reference", isMarked: true)
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
      remark: doubts.isEmpty ? "nothing in doubt" : "\(doubts.count) in doubt",
      isMarked: !doubts.isEmpty)
  }
}
