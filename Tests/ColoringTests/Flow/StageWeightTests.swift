import Testing

@testable import Coloring

@Suite("One bar over all stages")
struct StageWeightTests {
  /// Seconds of each stage as measured on one thread: samples of 2 megapixels, a drawing of 1 and one of 12.
  static let measured: [[StageKind: Double]] = [
    [
      .lineArt: 1.065, .regions: 0.5, .reference: 2.668, .matches: 3.907, .flats: 0.027,
      .shading: 0.572, .layers: 1.943,
    ],
    [
      .lineArt: 0.994, .regions: 0.499, .reference: 5.468, .matches: 3.923, .flats: 0.032,
      .shading: 0.912, .layers: 2.214,
    ],
    [
      .lineArt: 6.987, .regions: 3.742, .reference: 8.685, .matches: 5.142, .flats: 0.046,
      .shading: 2.136, .layers: 10.38,
    ],
  ]

  @Test("It is full when all stages are done, and not before")
  func whole() {
    let progress = FlowProgress(Engine.classical.runs(references: 2))
    for stage in Engine.classical.stages.dropLast() {
      for run in 0..<(stage == .reference ? 2 : 1) {
        #expect(progress.note(stage, run: run, share: 1).overall < 1, "after \(stage.rawValue)")
      }
    }
    #expect(abs(progress.note(.layers, run: 0, share: 1).overall - 1) < 1e-9)
  }

  @Test("It never is far from the share of the time", arguments: measured)
  func honest(_ seconds: [StageKind: Double]) {
    let whole = seconds.values.reduce(0, +)
    var passed = 0.0
    let progress = FlowProgress(Engine.classical.runs(references: 1))
    for stage in Engine.classical.stages {
      passed += seconds[stage] ?? 0
      let overall = progress.note(stage, run: 0, share: 1).overall
      #expect(abs(overall - passed / whole) < 0.18, "after \(stage.rawValue)")
    }
  }
}
