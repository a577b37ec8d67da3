public import ArgumentParser
import Delivery
import Glibc
import ImageFormats
import Learning
import Projects
import Raster
import Renders
import Studio
import Synchronization
public import Training

extension Subject: ExpressibleByArgument {}

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: Phrase(
      "Trains one of nurie's networks on drawings that it makes itself.", "自分で描いた絵でネットワークを学習させます。"
    ).spoken,
    discussion: Phrase(
      """
      Drawings are made and learned from at once. The training's folder holds its checkpoint; \
      weights.safetensors, the part of it that is used, a tenth of its size; its log (log.jsonl, a JSON \
      object a line) and curve; and pictures of what the network makes of drawings that it never \
      learns from.

      Examples:

        nurie train matcher --hours 2
        nurie train matcher --resume
        nurie train matcher --data mine/ --folder mine.training --hours 8
        nurie train lines --hours 1
        nurie train gan --data heads/ --hours 6
        mpirun -n 4 nurie train gan --data heads/
        nurie train gan --data heads/ --runner slurm --ranks 4 --threads 16 --time 12:00:00

      Ctrl-C ends a training after the step it is at; --resume goes on there as if it had never \
      been stopped.
      """,
      """
      絵を描きながら、それで学習します。学習のフォルダには、チェックポイント、そのうち使う部分で大きさが 10 分の 1 の weights.safetensors、記録 (log.jsonl、1 行に 1 つの JSON オブジェクト) とグラフ、そして学習に使わない絵での結果の画像が入ります。

      例:

        nurie train matcher --hours 2
        nurie train matcher --resume
        nurie train matcher --data mine/ --folder mine.training --hours 8
        nurie train lines --hours 1
        nurie train gan --data heads/ --hours 6
        mpirun -n 4 nurie train gan --data heads/
        nurie train gan --data heads/ --runner slurm --ranks 4 --threads 16 --time 12:00:00

      Ctrl-C は、今の 1 歩を終えてから学習を止めます。--resume で、止めなかったかのように続けられます。
      """
    ).spoken)

  @Argument(
    help: help(
      "What is learned: matcher (for nurie colorize), lines (for nurie lines), gan (drawings out of random numbers, and features of their parts), or texture (a reference's gloss and shadows on line art; nothing uses it yet).",
      "学習するもの: matcher (nurie colorize 用)、lines (nurie lines 用)、gan (乱数から絵を描き、そのパーツの特徴を得る)、texture (色見本の艶や影を線画に移す。まだ使う機能はない)。"
    ))
  var subject: Subject

  @Option(
    help: help(
      "How long to train; until Ctrl-C unless given.", "学習する時間。指定しなければ Ctrl-C まで。",
      value: Phrase("h", "時間")))
  var hours: Double?

  @Option(
    help: help(
      "The step to stop after, counted from the training's beginning.", "学習を止める歩数。学習の始めから数えます。",
      value: .number))
  var steps: Int?

  @Flag(help: help("Go on with the training in the folder.", "フォルダの学習を続けます。"))
  var resume = false

  @Option(
    help: help(
      "The training's folder; it is made if it is missing. ~/.cache/nurie/training/SUBJECT unless given.",
      "学習のフォルダ。なければ作ります。指定しなければ ~/.cache/nurie/training/SUBJECT。", value: .folder))
  var folder: String?

  @Option(
    help: help(
      "Begin with these weights (weights.safetensors of another training; for gan, its checkpoint.safetensors) instead of random ones.",
      "乱数の代わりにこの重み (別の学習の weights.safetensors、gan では checkpoint.safetensors) から始めます。", value: .file)
  )
  var from: String?

  @Option(
    help: help(
      "For the matcher, a folder of your own coloured drawings, to learn from beside those that nurie draws; for gan, a data set that nurie dataset made.",
      "matcher では、nurie が描く絵に加えて学習に使う、自分の彩色済みの絵のフォルダ。gan では、nurie dataset が作ったデータセット。",
      value: .folder))
  var data: String?

  @Option(
    help: help(
      "The side of gan's or texture's pictures, in pixels: 32, 64, 128 or 256; the data set's, or 128, unless given.",
      "gan と texture の画像の一辺 (ピクセル): 32、64、128、256。指定しなければデータセットと同じ、または 128。", value: .pixels))
  var size: Int?

  @Option(
    help: help(
      "The channels of gan's networks at the full side; 32 unless given. Twice as many are slower by a factor of about 4.",
      "元の大きさでの gan のネットワークのチャンネル数。指定しなければ 32。2 倍にすると、およそ 4 倍遅くなります。", value: .number))
  var width: Int?

  @Option(help: help("The seed of the random numbers.", "乱数の種。", value: .number))
  var seed: UInt64 = 1

  @Option(
    help: help(
      "How many programs of --threads cores (1 unless given) share the training, where a batch system starts them: 1, 2, 4 or 8. What is learned is the same.",
      "バッチシステムで学習を分け合うプログラムの数: 1、2、4、8。それぞれ --threads 個 (指定しなければ 1) のコアを使います。学習の結果は同じです。",
      value: .number))
  var ranks: Int?

  @OptionGroup(title: Phrase("Where", "実行先").spoken) var batch: BatchOptions

  @OptionGroup var workOptions: WorkOptions

  func validate() throws {
    if let hours, !(hours > 0 && hours <= 10_000) {
      throw ValidationError(
        "--hours is a number above 0, at most 10000", "--hours には 0 より大きく 10000 以下の数を指定してください")
    }
    if let steps, steps < 1 {
      throw ValidationError("--steps is a number above 0", "--steps には 0 より大きい数を指定してください")
    }
    if resume && from != nil {
      throw ValidationError(
        "--from begins with given weights, --resume goes on: give one of them",
        "--from は指定の重みから始め、--resume は続きから学習します。どちらか一方を指定してください")
    }
    if data != nil && subject == .lines {
      throw ValidationError(
        "--data is not for the lines: the ink of your own drawings is not known",
        "--data は lines には使えません。自分の絵の主線は分からないためです")
    }
    if data != nil && subject == .texture {
      throw ValidationError(
        "texture learns from drawings that nurie makes, not from --data",
        "texture は nurie が描く絵から学習します。--data は使えません")
    }
    if data == nil && subject == .gan {
      throw ValidationError(
        "gan learns from a data set: make one with nurie dataset, and name it with --data",
        "gan はデータセットから学習します。nurie dataset で作り、--data で指定してください")
    }
    if size != nil && subject != .gan && subject != .texture {
      throw ValidationError(
        "--size is for gan and texture only", "--size は gan と texture 専用です")
    }
    if width != nil && subject != .gan {
      throw ValidationError("--width is for gan only", "--width は gan 専用です")
    }
    if let ranks, ![1, 2, 4, 8].contains(ranks) {
      throw ValidationError("--ranks is 1, 2, 4 or 8", "--ranks には 1、2、4、8 のいずれかを指定してください")
    }
    if ranks != nil && !batch.chosen.isElsewhere {
      throw ValidationError(
        "--ranks is for batch systems; give --runner too, or start nurie with mpirun",
        "--ranks はバッチシステム用です。--runner も指定するか、mpirun で nurie を起動してください")
    }
    if let size, ![32, 64, 128, 256].contains(size) {
      throw ValidationError(
        "--size is 32, 64, 128 or 256", "--size には 32、64、128、256 のいずれかを指定してください")
    }
    if let width, !(4...256).contains(width) {
      throw ValidationError(
        "--width is a number from 4 to 256", "--width には 4 から 256 の数を指定してください")
    }
  }

  func run() throws {
    if batch.chosen.isElsewhere { return try handOver() }
    guard let ranks = try OpenMPIRanks.joined() else { return try run(on: SingleRank(), of: 1) }
    try run(on: ranks, of: ranks.countHere)
    ranks.leave()
  }

  /// Hands the training to a batch system, and returns.
  private func handOver() throws {
    try batch.chosen.check()
    let folder = folder ?? Self.standardFolder(subject)
    if !resume { try expectNone(in: folder) }
    if subject == .gan, let data { _ = try side(of: DataSet(folder: data)) }
    try FolderTree.make(folder)
    let cores = workOptions.threads ?? 1
    var words = ["train", subject.rawValue, "--folder", UserPath.absolute(folder)]
    func add(_ option: String, _ value: (some CustomStringConvertible)?) {
      if let value { words += [option, "\(value)"] }
    }
    add("--hours", hours)
    add("--steps", steps)
    add("--from", from.map(UserPath.absolute))
    add("--data", data.map(UserPath.absolute))
    add("--size", size)
    add("--width", width)
    add("--seed", seed)
    add("--threads", cores)
    // A batch system may start a job again.
    if from == nil { words.append("--resume") }
    let job = try RanksJob(words, folder: folder, ranks: ranks ?? 1, cores: cores)
      .submit(to: batch.runner, resources: batch.resources)
    let log = "\(folder)/\(RanksJob.log)"
    print(
      Phrase(
        "handed over as \(batch.runner) job \(job); \(printable(log)) tells how it goes",
        "\(batch.runner) のジョブ \(job) として渡しました。経過は \(printable(log)) に書かれます"
      ).of(subject.rawValue).spoken)
  }

  /// A training that is there is not begun again.
  private func expectNone(in folder: String) throws {
    let checkpoint = folder + "/checkpoint.safetensors"
    if access(checkpoint, F_OK) == 0 {
      throw Failure(
        checkpoint, "exists already; go on with it by --resume, or name another --folder",
        "すでにあります。--resume で続けるか、--folder で別のフォルダを指定してください")
    }
  }

  /// The side of gan's pictures.
  private func side(of set: DataSet) throws -> Int {
    let side = size ?? min(256, set.size)
    guard side <= set.size else {
      throw Failure(
        set.folder, "holds drawings of \(set.size) pixels; --size can be at most that",
        "の絵は \(set.size) ピクセルです。--size はそれ以下にしてください")
    }
    return side
  }

  /// - Parameter share: how many programs share this machine.
  private func run(on ranks: some Ranks, of share: Int) throws {
    let folder = folder ?? Self.standardFolder(subject)
    try FolderTree.make(folder)
    let isThere = access(folder + "/checkpoint.safetensors", F_OK) == 0
    if !resume { try expectNone(in: folder) }
    let isFirst = ranks.rank == 0
    let signals = StopSignals()
    let watch = signals.listen()
    // Not where something else ends it: that is told.
    defer { watch.end() }
    let work = Work(
      threads: workOptions.threads ?? max(1, WorkOptions.cores / share),
      isCancelled: { signals.isStopped })
    var plan = TrainingPlan(
      folder: folder, seconds: hours.map { $0 * 3600 }, isResumed: resume && isThere, seed: seed)
    plan.weights = from
    plan.lastStep = steps
    if subject == .gan, let data {
      let set = try DataSet(folder: data)
      let side = try side(of: set)
      plan.drawings = set
      if let path = ProgramFiles.path(of: Engines.weights) { try plan.compare(byMatcher: path) }
      plan.setShape(side: side, width: width ?? 32)
      if isFirst { say("learns from \(set.count) drawings") }
    } else if subject == .texture {
      guard let path = ProgramFiles.path(of: Engines.weights) else {
        throw Failure([Engines.Lack.missing.description])
      }
      try plan.compare(byMatcher: path)
      plan.side = size
    } else {
      plan.pictures = try ownPictures(work: work)
    }
    try train(subject, plan, ranks: ranks, work: work) { try tell($0, folder: folder) }
    signals.raiseAgain()
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
    guard !pictures.isEmpty else {
      throw Failure(data, "holds no picture that can be read", "読み込める画像がありません")
    }
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
    SignalWatch([SIGINT, SIGTERM]) { number in
      self.received.store(number, ordering: .relaxed)
      // How mpirun ends the ranks that are left when one has died.
      if number == SIGTERM { OpenMPIRanks.giveUp() }
    }
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
