internal import Autograd
internal import Learning
internal import Raster
internal import Tensors

/// A network that learns a lesson, on this rank's shards of every batch.
private struct LessonLearner<Subject: Lesson, Group: Ranks>: Learner {
  private var trainer: Trainer<Subject.Network>
  private let lesson: Subject
  private let ranks: Group
  private let queue: PrefetchQueue<[Subject.Batch]>

  /// - Throws: `CheckpointError` where the plan's checkpoint or weights cannot be gone on with.
  init(_ lesson: Subject, _ plan: TrainingPlan, ranks: Group) throws {
    let network = lesson.network(seed: plan.seed)
    var trainer = Trainer(
      network, lesson.optimizer(for: network), schedule: .halving(warmup: 200, half: 25_000),
      averageDecay: 0.999, clipping: 2, seed: plan.seed)
    if plan.isResumed {
      try trainer.resume(SafeTensors(contentsOf: plan.checkpoint), from: plan.checkpoint)
    } else if let file = plan.weights {
      try warmStart(&trainer, lesson, from: file)
    }
    let shards = Shards.share(of: ranks)
    queue = PrefetchQueue(depth: 4, first: trainer.step) { [seed = plan.seed] step in
      try lesson.batches(of: step, shards: shards) { shard in
        RandomStream(seed: seed, stream: 1 << 40 | UInt64(step) << 4 | UInt64(shard))
      }
    }
    self.ranks = ranks
    self.trainer = trainer
    self.lesson = lesson
  }

  var step: Int { trainer.step }
  var samples: Int { trainer.step * lesson.samplesAStep }

  mutating func learn(work: Work) throws -> [(name: String, value: Float)] {
    let batches = try queue.next()
    let first = Shards.share(of: ranks).lowerBound
    let sums = try Shards.gradients(of: trainer.network, ranks: ranks, work: work) {
      [lesson] network, shard in
      let losses = lesson.losses(of: network, on: batches[shard - first])
      return (losses.dropFirst().reduce(losses[0], +), losses)
    }
    try Compute.with(work) {
      try trainer.update(sums.figures.reduce(0, +), sums.gradients)
    }
    return Array(zip(lesson.lossNames, sums.figures)).map { (name: $0, value: $1) }
  }

  func checkpoint() -> SafeTensors { trainer.checkpoint(metadata) }

  func weights() -> SafeTensors {
    SafeTensors(tensors: trainer.average.network.namedTensors(), metadata: metadata)
  }

  func figures(work: Work) throws -> [String: Double] {
    try lesson.figures(of: trainer.average.network, work: work)
  }

  func picture(work: Work) -> Image { lesson.picture(of: trainer.average.network, work: work) }

  private var metadata: [String: String] {
    [
      "architecture": Subject.architecture, "step": "\(step)", "samples": "\(samples)",
      "trained on": lesson.material, "generator": lesson.generator, "licence": "CC0-1.0",
    ]
  }
}

func learn<Subject: Lesson>(
  from lesson: Subject, _ plan: TrainingPlan, ranks: some Ranks = SingleRank(), work: Work,
  report: (TrainingNews) throws -> Void
) throws {
  var learner = try LessonLearner(lesson, plan, ranks: ranks)
  let isWarm = !plan.isResumed && plan.weights != nil
  try run(
    &learner, plan,
    note: isWarm ? "warm start: averaged weights alone, the optimiser anew" : nil, ranks: ranks,
    work: work, report: report)
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
