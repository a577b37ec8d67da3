import ArgumentParser
import Coloring
import Glibc
import ImageFormats
import Projects
import Renders
import Studio

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Colours drawings of a project in the background.",
    discussion: """
      Each drawing waits for its turn in the project's queue and is coloured as it stands now, with your corrections; you may go on \
      drawing, close the terminal and log out. nurie renders shows the progress.

      Examples:

        nurie render hana.nurie walk run
        nurie render hana.nurie --all --output coloured/
        nurie render hana.nurie --all --layers psd --watch
        nurie render hana.nurie --continue
        nurie render hana.nurie --all --runner slurm --partition short --time 10:00 --memory 2G

      Renders that were queued before go on too. After a machine went down or workers were ended, --continue takes up all that wait or \
      were interrupted.

      On a cluster, --runner hands the renders to a batch system, one array for all: slurm, pbs, nqsv, or one that you describe in \
      ~/.config/nurie/runners/NAME.toml (runners/slurm.toml in nurie's sources explains how). The project and nurie itself have to \
      be where the nodes can see them; nurie doctor --node --runner slurm checks that.
      """)

  @Argument(help: "The project.") var project: String

  @Argument(help: "Drawings by their names.") var drawings: [String] = []

  @Flag(help: "Every drawing that has a reference.")
  var all = false

  @Option(help: LayeredFormat.help) var layers: LayeredFormat?

  @Option(
    help: ArgumentHelp(
      "A folder for the coloured pictures, under the drawings' names; they stay in the project's renders too.",
      valueName: "dir"))
  var output: String?

  @Flag(help: "Replace files that exist already in that folder.")
  var force = false

  @Option(help: ArgumentHelp("How many to render at the same time.", valueName: "n"))
  var jobs = 1

  @Option(
    help: ArgumentHelp(
      "How many processor cores each uses; unless given, they share all but one. The picture is the same.",
      valueName: "n"))
  var threads: Int?

  @OptionGroup(title: "Where") var batch: BatchOptions

  @Flag(help: "Stay and show the progress until they have ended.")
  var watch = false

  @Flag(name: .customLong("continue"), help: "Go on with what waits or was interrupted.")
  var goesOn = false

  @OptionGroup(title: "Colouring") var colouring: ColoringOptions

  mutating func validate() throws {
    if !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 1024")
    }
    if all && !drawings.isEmpty { throw ValidationError("give drawings or --all, not both") }
    if force && output == nil { throw ValidationError("--force is for --output") }
    if drawings.isEmpty && !all && !goesOn {
      throw ValidationError("name the drawings to render, or give --all or --continue")
    }
  }

  func run() throws {
    let project = try Project(reading: ProjectFolder(path: self.project))
    let queue = RenderQueue(project.folder)
    try batch.chosen.check()
    queue.askRunners(always: true)
    let before = queue.renders()
    if goesOn { try queue.resume(before.filter(\.isInterrupted)) }
    let jobs = try jobs(of: project, besides: before)
    if let output, !jobs.isEmpty { try OutputPlan.makeFolders([output], several: true) }
    let added = try queue.add(jobs)
    let started = try queue.startWorkers(jobs: self.jobs, for: goesOn ? nil : batch.runner)
    if let warning = started.warning { say(warning) }
    report(queue, added: added, started: started)
    if watch {
      try RenderFollowing(project, named: self.project).run(isLasting: false)
    }
  }

  /// The renders to queue; one that is there already in the same form is said.
  private func jobs(of project: Project, besides renders: [Render]) throws -> [RenderJob] {
    let state = project.history.state
    let chosen: [Picture]
    if all {
      chosen = state.drawings.filter { !state.matched(for: $0.id).isEmpty }
      let without = state.drawings.count - chosen.count
      if without > 0 {
        say(
          "\(counted(without, "drawing")) of \(printable(self.project)) \(without == 1 ? "has" : "have") no reference, and \(without == 1 ? "is" : "are") left out."
        )
      }
    } else {
      chosen = try state.drawings(named: drawings, in: self.project)
      try state.checkReferences(of: chosen, in: self.project)
    }
    for drawing in chosen
    where PartsPicture(of: drawing, in: project.folder, parts: state.allParts).isEditedOutside {
      say(
        "\(printable(drawing.title)): its parts.png was edited, which renders do not see; open the drawing in the studio first."
      )
    }
    let names = state.fileNames
    let jobs = chosen.map { drawing in
      var layers = layers
      if let refusal = layers?.refusal(
        width: drawing.width, height: drawing.height, file: drawing.title)
      {
        say(
          "\(Phrase(refusal).spoken) \(Phrase("The PNG is written all the same.", "PNG は書き出します。").spoken)"
        )
        layers = nil
      }
      return RenderJob(
        of: drawing.id, in: project.history, settings: colouring.settings,
        layers: layers, runner: batch.runner, threads: threads, resources: batch.resources,
        output: output.map {
          RenderOutput(
            folder: Self.absolute($0), name: names[drawing.id] ?? drawing.id.rawValue)
        })
    }
    try checkOutput(of: jobs, project)
    return zip(chosen, jobs).compactMap { drawing, job in
      // One that another runner has may never be taken there.
      let same = renders.first {
        $0.isActive && $0.job.drawing == job.drawing && $0.job.key == job.key
          && $0.job.layers == job.layers && $0.job.runner == job.runner
          && $0.job.output == job.output
      }
      guard let same else { return job }
      say("\(printable(drawing.title)): already waits or runs, as render \(same.number).")
      return nil
    }
  }

  /// - Throws: `Failure` where a file stands in the way, or is one of the project's pictures.
  private func checkOutput(of jobs: [RenderJob], _ project: Project) throws {
    let files = jobs.flatMap { job in
      job.output.map { output in
        ([".png"] + (job.layers.map { [$0.suffix] } ?? [])).map(output.file)
      } ?? []
    }
    try LineArtGuard(project.history.state, in: project.folder).check(files)
    let standing = files.filter { access($0, F_OK) == 0 }
    if !force, !standing.isEmpty {
      throw Failure(
        standing.map {
          "\(printable($0)): exists already; add --force to replace it, or choose another place with --output."
        })
    }
  }

  /// From the root on: a worker runs elsewhere.
  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return "\(String(cString: here))/\(path)"
  }

  private func report(_ queue: RenderQueue, added: [Render], started: StartedWork) {
    var words: [String] = []
    if let first = added.first?.number, let last = added.last?.number {
      words.append(
        "\(counted(added.count, "render")) queued (\(first == last ? "\(first)" : "\(first) to \(last)"))"
      )
    }
    if started.workers > 0 { words.append("\(counted(started.workers, "worker")) started") }
    if !started.jobs.isEmpty {
      words.append("handed over as \(started.jobs.joined(separator: ", "))")
    }
    if words.isEmpty {
      let isBusy = queue.renders().contains { $0.isActive && $0.state != .paused }
      words.append(isBusy ? "already going on" : "nothing waits")
    }
    print(
      "\(printable(project)): \(words.joined(separator: ", ")); nurie renders \(printable(project)) shows the progress"
    )
  }
}
