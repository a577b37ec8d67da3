internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// A StyleGAN2 that learns from a data set's coloured drawings.
struct StyleLearner<Group: Ranks>: Learner {
  /// Pictures that its distance is measured on while it learns.
  private static var compared: Int { 1000 }

  private var trainer: StyleTrainer
  private let ranks: Group
  private let drawings: StyleDrawings
  private let samplesDrawn: StyleSamples
  private let distances: StyleFigures?
  private let statement: [String: String]

  /// - Precondition: the plan names drawings.
  /// - Throws: `CheckpointError`; `DataSetError`.
  init(_ plan: TrainingPlan, ranks: Group, work: Work) throws {
    self.ranks = ranks
    guard let set = plan.drawings else { preconditionFailure("a plan for gan without drawings") }
    var trainer = StyleTrainer(plan.shape, seed: plan.seed)
    if plan.isResumed {
      try trainer.resume(SafeTensors(contentsOf: plan.checkpoint), from: plan.checkpoint)
    } else if let file = plan.weights {
      try trainer.begin(with: SafeTensors(contentsOf: file), from: file)
    }
    self.trainer = trainer
    let drawings = try StyleDrawings(set, side: plan.shape.side, seed: plan.seed)
    distances = (ranks.rank == 0 ? plan.matcher : nil).flatMap { matcher in
      drawings.heldOutDrawings(0..<Self.compared).map {
        StyleFigures(matcher: matcher, drawings: $0, seed: plan.seed, work: work)
      }
    }
    self.drawings = drawings
    samplesDrawn = StyleSamples(plan.shape, seed: plan.seed)
    statement = set.statement
  }

  var step: Int { trainer.step }
  var samples: Int { trainer.step * StyleTrainer.batch }

  mutating func learn(work: Work) throws -> [(name: String, value: Float)] {
    let real = drawings.batch(of: trainer.step)
    var losses = try trainer.update(real: real, ranks: ranks, work: work)
    losses.append(("augmented", trainer.augmentation.strength))
    return losses
  }

  func checkpoint() -> SafeTensors { trainer.checkpoint(metadata) }

  func weights() -> SafeTensors {
    SafeTensors(tensors: trainer.average.network.namedTensors(), metadata: metadata)
  }

  func figures(work: Work) throws -> [String: Double] {
    distances?.figures(of: trainer.average.network, work: work) ?? [:]
  }

  func picture(work: Work) -> Image {
    samplesDrawn.sheet(of: trainer.average.network, work: work)
  }

  private var metadata: [String: String] {
    var own = trainer.generator.shape.metadata
    own["architecture"] = StyleGenerator.architecture
    own["step"] = "\(step)"
    own["samples"] = "\(samples)"
    return own.merging(statement) { $1 }
  }
}

/// Trains a StyleGAN2 by a plan.
func learnStyles(
  _ plan: TrainingPlan, ranks: some Ranks, work: Work, report: (TrainingNews) throws -> Void
) throws {
  var learner = try StyleLearner(plan, ranks: ranks, work: work)
  let isWarm = !plan.isResumed && plan.weights != nil
  try run(
    &learner, plan, note: isWarm ? "begins with another training's networks" : nil, ranks: ranks,
    work: work, report: report)
}
