public import ArgumentParser
import Glibc
import ImageFormats
import Projects
import Raster
import Synchronization
public import Training

extension Subject: ExpressibleByArgument {}

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains one of nurie's networks on drawings that it makes itself.",
    discussion: """
      Drawings are made and learned from at once. The training's folder holds its checkpoint; \
      weights.safetensors, the part of it that is used, a tenth of its size; its log (log.jsonl, a JSON \
      object a line) and curve; and pictures of what the network makes of drawings that it never \
      learns from.

      Examples:

        nurie train matcher --hours 2
        nurie train matcher --resume
        nurie train matcher --data mine/ --folder mine.training --hours 8
        nurie train lines --hours 1

      Ctrl-C ends a training after the step it is at; --resume goes on there as if it had never \
      been stopped.
      """)

  @Argument(
    help: "What is learned: matcher (for nurie colorize), or lines (for nurie lines).")
  var subject: Subject

  @Option(help: ArgumentHelp("How long to train; until Ctrl-C unless given.", valueName: "h"))
  var hours: Double?

  @Flag(help: "Go on with the training in the folder.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "The training's folder; it is made if it is missing. ~/.cache/nurie/training/SUBJECT unless given.",
      valueName: "folder"))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "Begin with these weights (weights.safetensors of another training) instead of random ones.",
      valueName: "file"))
  var start: String?

  @Option(
    help: ArgumentHelp(
      "A folder of your own coloured drawings, to learn from beside those that nurie draws.",
      valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("The seed of the random numbers.", valueName: "n"))
  var seed: UInt64 = 1

  @OptionGroup var workOptions: WorkOptions

  func validate() throws {
    if let hours, !(hours > 0 && hours <= 10_000) {
      throw ValidationError("--hours is a number above 0, at most 10000")
    }
    if resume && start != nil {
      throw ValidationError("--start begins with given weights, --resume goes on: give one of them")
    }
    if data != nil && subject != .matcher {
      throw ValidationError(
        "--data is for the matcher only: the ink of your own drawings is not known")
    }
  }

  func run() throws {
    let folder = folder ?? Self.standardFolder(subject)
    try FolderTree.make(folder)
    let checkpoint = folder + "/checkpoint.safetensors"
    let isThere = access(checkpoint, F_OK) == 0
    if isThere && !resume {
      throw Failure(
        checkpoint, "exists already; go on with it by --resume, or name another --folder")
    }
    let signals = StopSignals()
    let watch = signals.listen()
    defer {
      watch.end()
      signals.raiseAgain()
    }
    let work = Work(threads: workOptions.work.threads, isCancelled: { signals.isStopped })
    var plan = TrainingPlan(
      folder: folder, seconds: hours.map { $0 * 3600 }, isResumed: resume && isThere, seed: seed)
    plan.weights = start
    plan.pictures = try ownPictures(work: work)
    try train(subject, plan, work: work) { try tell($0, folder: folder) }
  }

  /// The pictures in the folder that --data names; what cannot be read is told and left out.
  private func ownPictures(work: Work) throws -> [Image] {
    guard let data else { return [] }
    let files = try PictureFiles.named(by: [data])
    let pictures = files.compactMap { file -> Image? in
      do {
        // No step looks closer than this.
        return try PictureFiles.read(file, work: work).pixels.thumbnail(longest: 512, work: work)
      } catch {
        say((error as? ImageError)?.description ?? "\(printable(file)): cannot be read.")
        return nil
      }
    }
    guard !pictures.isEmpty else { throw Failure(data, "holds no picture that can be read") }
    say("learns from \(pictures.count) of your pictures too")
    return pictures
  }

  private func tell(_ news: TrainingNews, folder: String) throws {
    switch news {
    case .started(let samples):
      say(samples == 0 ? "begins in \(printable(folder))" : "goes on after \(samples) samples")
    case .learned(let record):
      say("\(progress(record))  loss \(numbers(record.losses ?? [:]))")
    case .looked(let record, let picture):
      say("\(progress(record))  held out: \(numbers(record.figures ?? [:]))")
      try PNG.write(
        picture, to: "\(folder)/held-out-\(record.samples).png", overwriting: true)
    case .saved: try drawCurve(folder)
    }
  }

  /// The curve as a picture beside the checkpoint, and in the terminal.
  private func drawCurve(_ folder: String) throws {
    let curve = try LossCurve(folder: folder)
    if let picture = curve.picture() {
      try PNG.write(picture, to: "\(folder)/curve.png", overwriting: true)
    }
    if isatty(STDERR_FILENO) == 1 {
      for line in curve.text(columns: 60, rows: 8) { write("  \(line)\n", to: STDERR_FILENO) }
    }
  }

  private func progress(_ record: TrainingRecord) -> String {
    let time = Int(record.seconds)
    return "\(record.samples) samples, \(time / 3600) h \(time / 60 % 60) min"
  }

  private func numbers(_ values: [String: Double]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key) \(fixed($0.value, 3))" }
      .joined(separator: ", ")
  }

  static func standardFolder(_ subject: Subject) -> String {
    UserFolders().cache + "/training/\(subject.rawValue)"
  }
}

/// Ctrl-C and SIGTERM, kept until what is under way is finished.
private final class StopSignals: Sendable {
  private let received = Atomic<Int32>(0)

  /// - Returns: what listens, as long as it is held.
  func listen() -> SignalWatch {
    SignalWatch([SIGINT, SIGTERM]) { self.received.store($0, ordering: .relaxed) }
  }

  var isStopped: Bool { received.load(ordering: .relaxed) != 0 }

  /// Ends the program as the signal would have.
  func raiseAgain() {
    let number = received.load(ordering: .relaxed)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    raise(number)
  }
}
