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
    abstract: "Colours a project's drawings with your corrections.",
    discussion: """
      Examples:

        Every drawing, as PNG:
          nurie export hana.nurie --output coloured/

        One of them, in layers too:
          nurie export hana.nurie walk --output coloured/ --layers psd
      """)

  @Argument(help: "The project.") var project: String

  @Argument(help: "Drawings by their names; all of them unless given.") var drawings: [String] = []

  @Option(help: ArgumentHelp("The folder for the coloured pictures.", valueName: "dir"))
  var output: String

  @Option(help: LayeredFormat.help) var layers: LayeredFormat?

  @Flag(help: "Replace files that exist already.")
  var force = false

  @OptionGroup(title: "Colouring") var colouring: ColoringOptions

  @Option(help: "How to show progress, on stderr.")
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
      throw Failure(output, "is a file; give a folder for the pictures instead")
    }
    let names = state.fileNames
    var plans = try chosen.map { ($0, try plan($0, names[$0.id], in: project.folder)) }
    try LineArtGuard(state, in: project.folder).check(plans.flatMap(\.1.files.all))
    // What the format cannot hold is said before the work, and the picture is made all the same.
    for (index, (drawing, _)) in plans.enumerated() {
      if let refusal = plans[index].1.files.dropLayers(width: drawing.width, height: drawing.height)
      {
        complaints.append(refusal.description)
        say(Phrase(refusal).spoken)
      }
    }
    let saidBefore = complaints.count
    try OutputPlan.makeFolders([output], several: true)
    var colourer = DrawingColourer(project.folder, state: state)
    let display = ProgressDisplay(progress)
    for (drawing, plan) in plans {
      do {
        try color(drawing, plan, by: &colourer, work: work, display: display)
      } catch let error as ImageError {
        complaints.append(error.inside(project.folder).description)
      } catch let error as LineArtError {
        complaints.append("\(printable(drawing.title)): \(error.description).")
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
        say("\(printable(drawing.title)): with the parts that were changed in its parts.png.")
      } catch let error as ImageError {
        complaints.append(error.description)
      }
    }
    if PaletteTable(in: project.folder).isEditedOutside {
      say(
        "\(printable(self.project)): palette.json was edited and has not been taken in yet; open the project in the studio first."
      )
    }
    return complaints
  }

  private func chosenDrawings(_ state: ProjectState) throws -> [Picture] {
    if drawings.isEmpty {
      if state.drawings.isEmpty {
        throw Failure(project, "has no drawings; make a project of some with nurie new")
      }
      return state.drawings
    }
    return try state.drawings(named: drawings, in: project)
  }

  private func plan(
    _ drawing: Picture, _ name: String?, in folder: ProjectFolder
  ) throws -> OutputPlan {
    let stem = (output.hasSuffix("/") ? output : output + "/") + (name ?? drawing.id.rawValue)
    let plan = OutputPlan(
      line: folder.file(of: drawing),
      files: DeliveredFiles(picture: stem + ".png", layers: layers.map { stem + $0.suffix }))
    let standing = plan.files.all.filter { access($0, F_OK) == 0 }
    if !force, !standing.isEmpty {
      throw Failure(
        standing.map {
          "\(printable($0)): exists already; add --force to replace it, or choose another place with --output."
        })
    }
    return plan
  }

  private func color(
    _ drawing: Picture, _ plan: OutputPlan, by colourer: inout DrawingColourer, work: Work,
    display: ProgressDisplay
  ) throws {
    display.begin(drawing.title)
    let coloured = try colourer.colour(drawing, settings: colouring.settings, work: work) {
      display.tell($0)
    }
    guard let coloured else { return }
    try coloured.write(to: plan.files, overwriting: force, work: work)
    let result = coloured.result
    display.clear()
    for warning in result.warnings where warning.source == .drawing {
      say("\(printable(drawing.title)): \(warning.text)")
    }
    let orphans = result.orphans
    let lost =
      orphans.pins.count + orphans.unlinks.count + orphans.colours.count + orphans.labels.count
    if lost > 0 {
      say(
        "\(printable(drawing.title)): \(counted(lost, "correction")) found no region any more and \(lost == 1 ? "was" : "were") left out; look in the studio."
      )
    }
    display.conclude(plan.files.all.map(printable).joined(separator: ", "))
  }
}
