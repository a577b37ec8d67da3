public import Learning
internal import Networks
public import Raster

/// The subjects that can be learned.
public enum Subject: String, CaseIterable, Sendable {
  /// Features that find the same place in line art and coloured art, and parts.
  case matcher
  /// The lines that an artist would draw of coloured art.
  case lines
  /// Coloured drawings out of random numbers, and features of every pixel on the way.
  case gan
  /// What a reference's gloss, gradients and shadows become on line art.
  case texture
}

/// The plan of a training.
public struct TrainingPlan: Sendable {
  /// The path of the folder of its checkpoint, its log and its pictures; it exists.
  public var folder: String
  /// Seconds after which it stops; nil: only when told.
  public var seconds: Double?
  /// The step after which it stops; nil: only by time or when told.
  public var lastStep: Int?
  /// Go on from the folder's checkpoint.
  public var isResumed: Bool
  /// A file of weights to begin with, for `gan` a checkpoint; without it, and without a checkpoint, they are random.
  public var weights: String?
  public var seed: UInt64
  /// An artist's own coloured pictures, to learn from beside what is drawn: for the matcher alone, since nobody knows
  /// their ink.
  public var pictures: [Image] = []
  /// The drawings that `gan` learns from; it needs them.
  public var drawings: DataSet?
  /// The shape of `gan`'s networks; its side is the drawings', or a half, a quarter … of it.
  var shape = StyleShape(side: 64)
  /// The side of `texture`'s pictures, a multiple of 32; 128 unless set.
  public var side: Int?
  /// The matcher whose features tell how far `gan`'s pictures are from drawings; without it nothing does. `texture` needs it.
  var matcher: MatcherNetwork?
  /// Steps between two looks at held-out pairs.
  public var stepsBetweenFigures = 1000
  /// Seconds between two checkpoints.
  public var secondsBetweenCheckpoints = 300.0

  /// A plan that begins anew, or goes on where `isResumed` says so; the rest is set on it.
  ///
  /// - Parameter seconds: after which it stops; nil for only when told.
  public init(folder: String, seconds: Double?, isResumed: Bool, seed: UInt64 = 1) {
    self.folder = folder
    self.seconds = seconds
    self.isResumed = isResumed
    self.seed = seed
  }

  /// The size of `gan`'s networks.
  ///
  /// - Parameters:
  ///   - side: of its pictures, in pixels: the drawings', or a half, a quarter … of it.
  ///   - width: channels at that side; twice as many at the coarser ones.
  public mutating func setShape(side: Int, width: Int) {
    shape = StyleShape(side: side, width: width, widest: 2 * width)
  }

  /// The file of the matcher whose features tell how far `gan`'s pictures are from drawings.
  ///
  /// - Throws: `CheckpointError`.
  public mutating func compare(byMatcher path: String) throws(CheckpointError) {
    matcher = try MatcherNetwork(contentsOf: path)
  }

  /// The path of its checkpoint.
  var checkpoint: String { folder + "/checkpoint.safetensors" }
}

/// The news of a training while it goes.
public enum TrainingNews: Sendable {
  case started(samples: Int)
  case learned(TrainingRecord)
  /// A look at how good it is on what it never learns from, and a picture of that.
  case looked(TrainingRecord, Image)
  case saved(path: String)
}

/// Trains until the plan's end or `work` is cancelled; then the checkpoint is up to date.
///
/// - Parameters:
///   - ranks: the programs that share the training, each of which calls this.
///   - work: the threads it may use; cancelling it ends training after the step.
///   - report: called on the caller's thread, of the first rank alone.
/// - Throws: `CheckpointError`, `NonFinite`, `TrainingLogError`, `RanksError`; the last good checkpoint is kept.
public func train(
  _ subject: Subject, _ plan: TrainingPlan, ranks: some Ranks = SingleRank(), work: Work,
  report: (TrainingNews) throws -> Void
) throws {
  // The first rank alone looks at them.
  let heldOut = ranks.rank == 0 ? HeldOutPairs.count : 0
  switch subject {
  case .matcher:
    try learn(
      from: MatcherLesson(pictures: plan.pictures, work: work, heldOut: heldOut), plan,
      ranks: ranks, work: work, report: report)
  case .lines:
    try learn(
      from: LineLesson(work: work, heldOut: heldOut), plan, ranks: ranks, work: work,
      report: report)
  case .texture:
    guard let matcher = plan.matcher else {
      preconditionFailure("a plan for texture without a matcher")
    }
    try learn(
      from: TextureLesson(
        side: plan.side ?? 128, matcher: matcher, heldOut: min(16, heldOut), work: work), plan,
      ranks: ranks, work: work, report: report)
  case .gan: try learnStyles(plan, ranks: ranks, work: work, report: report)
  }
}

/// A network, or two, in training: what the loop of every training asks of it.
protocol Learner {
  /// Steps made.
  var step: Int { get }
  /// Samples learned from.
  var samples: Int { get }

  /// One step.
  ///
  /// - Returns: the losses before it, by name.
  mutating func learn(work: Work) throws -> [(name: String, value: Float)]

  /// Everything that the next steps depend on.
  func checkpoint() -> SafeTensors
  /// What is used of it in the end.
  func weights() -> SafeTensors

  /// The figures of how good it is on what it never learns from, by name.
  func figures(work: Work) throws -> [String: Double]
  /// A picture of its work, to look at.
  func picture(work: Work) -> Image
}

/// Trains until the plan's end or `work` is cancelled.
///
/// - Parameters:
///   - note: a remark for the log's first line.
///   - ranks: those that share it: the first one writes and tells, and all end after the same step.
func run(
  _ learner: inout some Learner, _ plan: TrainingPlan, note: String? = nil,
  ranks: some Ranks = SingleRank(), work: Work, report: (TrainingNews) throws -> Void
) throws {
  let began = ContinuousClock.now
  func elapsed() -> Double { (ContinuousClock.now - began) / .seconds(1) }

  /// Whether a rank wants to end.
  func isOver() throws -> Bool {
    let wish =
      work.isCancelled || elapsed() >= plan.seconds ?? .infinity
      || learner.step >= plan.lastStep ?? .max
    if ranks.count == 1 { return wish }
    return try Shards.sum([[wish ? 1 : 0]], ranks)[0] > 0
  }
  // Not the caller's work: a step that has begun is finished.
  let own = Work(threads: work.threads)
  guard ranks.rank == 0 else {
    while try !isOver() { _ = try learner.learn(work: own) }
    return
  }

  let log = try TrainingLog(
    path: "\(plan.folder)/log.jsonl", goingOnAt: plan.isResumed ? learner.step : 0)
  if let note {
    try log.append(
      TrainingRecord(step: learner.step, samples: learner.samples, seconds: 0, note: note))
  }
  try report(.started(samples: learner.samples))

  func save() throws {
    try learner.checkpoint().write(to: plan.checkpoint)
    try learner.weights().write(to: "\(plan.folder)/weights.safetensors", as: .float16)
    try report(.saved(path: plan.checkpoint))
  }

  var lastSaved = elapsed()
  var recent = RunningMeans()
  while try !isOver() {
    recent.add(try learner.learn(work: own))
    if learner.step % 20 == 0 {
      let record = TrainingRecord(
        step: learner.step, samples: learner.samples, seconds: elapsed(), losses: recent.take())
      try log.append(record)
      try report(.learned(record))
    }
    if learner.step % plan.stepsBetweenFigures == 0 {
      let record = TrainingRecord(
        step: learner.step, samples: learner.samples, seconds: elapsed(),
        figures: try learner.figures(work: own))
      try log.append(record)
      try report(.looked(record, learner.picture(work: own)))
    }
    if elapsed() - lastSaved > plan.secondsBetweenCheckpoints {
      try save()
      lastSaved = elapsed()
    }
  }
  try save()
}

/// Means of what was added since they were last taken.
private struct RunningMeans {
  private var sums: [String: (sum: Double, count: Double)] = [:]

  mutating func add(_ values: [(name: String, value: Float)]) {
    for (name, value) in values {
      sums[name, default: (0, 0)].sum += Double(value)
      sums[name]!.count += 1
    }
  }

  mutating func take() -> [String: Double] {
    defer { self = RunningMeans() }
    return sums.mapValues { $0.sum / $0.count }
  }
}
