internal import Autograd
import Glibc
internal import Learning
public import Raster
internal import Tensors

/// The subjects that can be learned.
public enum Subject: String, CaseIterable, Sendable {
  /// Features that find the same place in line art and coloured art, and parts.
  case matcher
  /// The lines that an artist would draw of coloured art.
  case lines
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
  /// A file of weights to begin with; without it, and without a checkpoint, they are random.
  public var weights: String?
  public var seed: UInt64
  /// An artist's own coloured pictures, to learn from beside what is drawn: for the matcher alone, since nobody knows
  /// their ink.
  public var pictures: [Image] = []
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
///   - work: the threads it may use; cancelling it ends training after the step.
///   - report: called on the caller's thread.
/// - Throws: `CheckpointError`, `NonFinite`, `TrainingLogError`; the last good checkpoint is kept.
public func train(
  _ subject: Subject, _ plan: TrainingPlan, work: Work, report: (TrainingNews) throws -> Void
) throws {
  switch subject {
  case .matcher:
    try learn(
      from: MatcherLesson(pictures: plan.pictures, work: work), plan, work: work, report: report)
  case .lines: try learn(from: LineLesson(work: work), plan, work: work, report: report)
  }
}

func learn<Subject: Lesson>(
  from lesson: Subject, _ plan: TrainingPlan, work: Work, report: (TrainingNews) throws -> Void
) throws {
  let began = ContinuousClock.now
  func elapsed() -> Double { (ContinuousClock.now - began) / .seconds(1) }

  let network = lesson.network(seed: plan.seed)
  var trainer = Trainer(
    network, lesson.optimizer(for: network), schedule: .halving(warmup: 200, half: 25_000),
    averageDecay: 0.999, clipping: 2, seed: plan.seed)
  let path = "\(plan.folder)/checkpoint.safetensors"
  if plan.isResumed { try trainer.resume(SafeTensors(contentsOf: path), from: path) }
  let start = plan.isResumed ? nil : plan.weights
  if let start { try warmStart(&trainer, lesson, from: start) }
  let log = try TrainingLog(
    path: "\(plan.folder)/log.jsonl", goingOnAt: plan.isResumed ? trainer.step : 0)
  let before = trainer.step * lesson.samplesAStep
  if start != nil {
    try log.append(
      TrainingRecord(
        step: trainer.step, samples: before, seconds: 0,
        note: "warm start: averaged weights alone, the optimiser anew"))
  }
  try report(.started(samples: before))

  let queue = PrefetchQueue(depth: 4, first: trainer.step) { step in
    var random = RandomStream(seed: plan.seed, stream: 1 << 40 | UInt64(step))
    return try lesson.batch(of: step, using: &random)
  }
  func save() throws {
    let metadata = [
      "architecture": Subject.architecture, "step": "\(trainer.step)",
      "samples": "\(trainer.step * lesson.samplesAStep)",
      "trained on": lesson.material,
      "generator": lesson.generator, "licence": "CC0-1.0",
    ]
    try trainer.checkpoint(metadata).write(to: path)
    try SafeTensors(tensors: trainer.average.network.namedTensors(), metadata: metadata)
      .write(to: "\(plan.folder)/weights.safetensors", as: .float16)
    try report(.saved(path: path))
  }

  var lastSaved = elapsed()
  var recent = RunningMeans()
  while !work.isCancelled && elapsed() < plan.seconds ?? .infinity
    && trainer.step < plan.lastStep ?? .max
  {
    let batch = try queue.next()
    var losses: [(name: String, value: Float)] = []
    // Not the caller's work: a step that has begun is finished.
    _ = try Compute.with(Work(threads: work.threads)) {
      try trainer.update { network in
        let parts = lesson.losses(of: network, on: batch)
        losses = parts.map { ($0.name, $0.value.value.scalar) }
        return parts.dropFirst().reduce(parts[0].value) { $0 + $1.value }
      }
    }
    recent.add(losses)
    let samples = trainer.step * lesson.samplesAStep
    if trainer.step % 20 == 0 {
      let record = TrainingRecord(
        step: trainer.step, samples: samples, seconds: elapsed(), losses: recent.take())
      try log.append(record)
      try report(.learned(record))
    }
    if trainer.step % plan.stepsBetweenFigures == 0 {
      let average = trainer.average.network
      let own = Work(threads: work.threads)
      let record = TrainingRecord(
        step: trainer.step, samples: samples, seconds: elapsed(),
        figures: try lesson.figures(of: average, work: own))
      try log.append(record)
      try report(.looked(record, lesson.picture(of: average, work: own)))
    }
    if elapsed() - lastSaved > plan.secondsBetweenCheckpoints {
      try save()
      lastSaved = elapsed()
    }
  }
  try save()
}

/// Goes on from a file of averaged weights, with the pairs after those that they were trained on.
private func warmStart<Subject: Lesson>(
  _ trainer: inout Trainer<Subject.Network>, _ lesson: Subject, from file: String
) throws(CheckpointError) {
  let weights = try SafeTensors(contentsOf: file)
  guard weights.metadata["architecture"] == Subject.architecture,
    let step = weights.metadata["step"].flatMap({ Int($0) }), step >= 0
  else {
    throw CheckpointError(
      .mismatch,
      "\(file): holds no weights of \(Subject.architecture). Name a file that this training wrote.")
  }
  try trainer.warmStart(from: weights.tensors, step: step, file: file)
}

/// Means of what was added since they were last taken.
private struct RunningMeans {
  private var sums: [String: Double] = [:]
  private var count = 0

  mutating func add(_ values: [(name: String, value: Float)]) {
    for (name, value) in values { sums[name, default: 0] += Double(value) }
    count += 1
  }

  mutating func take() -> [String: Double] {
    defer { self = RunningMeans() }
    return sums.mapValues { $0 / Double(max(1, count)) }
  }
}
