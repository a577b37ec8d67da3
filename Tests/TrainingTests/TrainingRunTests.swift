import Autograd
import Foundation
import Learning
import Networks
import Raster
import Tensors
import TestSupport
import Testing

@testable import Training

/// Learns `ShapePictures` in small.
private struct ShapeLesson: Lesson {
  static let architecture = "shapes-1"
  let samplesAStep = 2 * Shards.count
  let lossNames = ["classes"]
  let generator = "shapes"
  let material = "shapes"
  /// The step whose loss is no number.
  var brokenStep: Int?

  struct Batch: Sendable {
    let step: Int
    let images: Tensor
    let labels: [Int32]
  }

  func network(seed: UInt64) -> UNet {
    var random = RandomStream(seed: seed, stream: 0)
    return UNet(1, classes: ShapePictures.classes, widths: [4, 8], using: &random)
  }

  func optimizer(for network: UNet) -> any Optimizer { Adam(for: network, rate: 1e-2) }

  func batches(
    of step: Int, shards: Range<Int>, draws: (_ shard: Int) -> RandomStream
  ) -> [Batch] {
    shards.map { shard in
      var random = draws(shard)
      let (images, labels) = ShapePictures.drawn(2, using: &random)
      return Batch(step: step, images: images, labels: labels)
    }
  }

  func losses(of network: UNet, on batch: Batch) -> [Variable] {
    let loss = crossEntropy(network(Variable(batch.images)), labels: batch.labels)
    return [batch.step == brokenStep ? loss * .nan : loss]
  }

  func figures(of network: UNet, work: Work) -> [String: Double] {
    ["weights": Double(network.parameters.count)]
  }

  func picture(of network: UNet, work: Work) -> Image {
    Image(width: 1, height: 1, repeating: .white)
  }
}

@Suite struct TrainingRunTests {
  private let temporary = TemporaryFolder()

  private var folder: String { temporary.path }
  private var checkpoint: String { temporary / "checkpoint.safetensors" }

  private func run(
    _ lesson: ShapeLesson = ShapeLesson(), to lastStep: Int, isResumed: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (TrainingNews) -> Void = { _ in }
  ) throws {
    var plan = TrainingPlan(folder: folder, seconds: nil, isResumed: isResumed)
    plan.lastStep = lastStep
    plan.stepsBetweenFigures = 10
    try learn(
      from: lesson, plan, work: Work(threads: 2, isCancelled: isCancelled), report: report)
  }

  @Test func goesOnAsIfItHadNeverStopped() throws {
    try run(to: 25)
    let whole = try Data(contentsOf: URL(fileURLWithPath: checkpoint))
    let log = try TrainingLog.records(in: temporary / "log.jsonl")
    try run(to: 13)
    try run(to: 25, isResumed: true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: checkpoint)) == whole)
    // A mean since the start of a run may cover fewer steps: what was looked at is the same.
    let again = try TrainingLog.records(in: temporary / "log.jsonl")
    #expect(again.map(\.step) == log.map(\.step))
    #expect(again.map(\.figures) == log.map(\.figures))
  }

  @Test func logsEveryTwentyStepsAndWhatWasLookedAt() throws {
    var told: [Int] = []
    try run(
      to: 25,
      report: {
        if case .looked(let record, _) = $0 { told.append(record.step) }
      })
    #expect(told == [10, 20])
    let records = try TrainingLog.records(in: temporary / "log.jsonl")
    #expect(records.map(\.step) == [10, 20, 20])
    #expect(records[1].losses?.keys.sorted() == ["classes"])
    #expect(records.map(\.samples) == [160, 320, 320])
  }

  @Test func linesOfStepsThatAreMadeAgainGo() throws {
    let path = temporary / "log.jsonl"
    var log = try TrainingLog(path: path, goingOnAt: 0)
    for step in [20, 40, 60] {
      try log.append(TrainingRecord(step: step, samples: step, seconds: 1))
    }
    log = try TrainingLog(path: path, goingOnAt: 45)
    try log.append(TrainingRecord(step: 60, samples: 60, seconds: 2))
    #expect(try TrainingLog.records(in: path).map(\.seconds) == [1, 1, 2])
  }

  @Test func aLossThatIsNoNumberLeavesTheLastCheckpoint() throws {
    try run(to: 5)
    let good = try Data(contentsOf: URL(fileURLWithPath: checkpoint))
    #expect(throws: NonFinite.self) {
      try run(ShapeLesson(brokenStep: 7), to: 20, isResumed: true)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: checkpoint)) == good)
  }

  @Test func whatIsCancelledIsSaved() throws {
    try run(to: 100, isCancelled: { true })
    #expect(try SafeTensors(contentsOf: checkpoint).metadata["step"] == "0")
  }

  @Test func beginsFromWeightsAndSaysSo() throws {
    try run(to: 25)
    let weights = temporary / "weights.safetensors"
    #expect(try SafeTensors(contentsOf: weights).metadata["samples"] == "400")
    try FileManager.default.removeItem(atPath: checkpoint)
    var plan = TrainingPlan(folder: folder, seconds: nil, isResumed: false)
    plan.weights = weights
    plan.lastStep = 26
    var began: Int?
    try learn(from: ShapeLesson(), plan, work: Work(threads: 1)) {
      if case .started(let samples) = $0 { began = samples }
    }
    #expect(began == 400)
    #expect(try SafeTensors(contentsOf: checkpoint).metadata["step"] == "26")
    let notes = try TrainingLog.records(in: temporary / "log.jsonl").compactMap(\.note)
    #expect(notes.count == 1 && notes[0].hasPrefix("warm start"))
    try SafeTensors(tensors: [:], metadata: ["architecture": "another"]).write(to: weights)
    #expect(throws: CheckpointError.self) {
      try learn(from: ShapeLesson(), plan, work: Work(threads: 1)) { _ in }
    }
  }

  @Test func aForeignCheckpointIsRefused() throws {
    try SafeTensors(tensors: ["a": Tensor([1, 2], [2])], metadata: ["step": "3"])
      .write(to: checkpoint)
    #expect(throws: CheckpointError.self) { try run(to: 9, isResumed: true) }
    try Data("no checkpoint".utf8).write(to: URL(fileURLWithPath: checkpoint))
    #expect(throws: CheckpointError.self) { try run(to: 9, isResumed: true) }
  }
}
