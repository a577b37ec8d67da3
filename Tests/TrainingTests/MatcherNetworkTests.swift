import Autograd
import Foundation
import Learning
import Networks
import Raster
import Tensors
import TestSupport
import Testing

@testable import Training

@Suite struct MatcherNetworkTests {
  private let network: MatcherNetwork = {
    var random = RandomStream(seed: 1, stream: 0)
    return MatcherNetwork(using: &random)
  }()

  @Test(arguments: [true, false])
  func seesEveryFourthPixel(areLineArt: Bool) {
    var random = RandomStream(seed: 2, stream: 0)
    let pictures = Tensor.uniform([2, 3, 64, 96], using: &random)
    let output = network.seen(in: Variable(pictures), areLineArt: areLineArt)
    #expect(output.embedding.shape == [2, 64, 16, 24])
    #expect(output.partScores.shape == [2, MatcherNetwork.parts, 16, 24])
    let lengths = square(output.embedding).sum(over: 1).value.values
    #expect(lengths.allSatisfy { abs($0 - 1) < 1e-3 })
  }

  @Test func distancesEndAtLines() {
    var pixels = [Float](repeating: 1, count: 3 * 40 * 40)
    for channel in 0..<3 { pixels[channel * 1600 + 20 * 40 + 20] = 0 }
    let input = LineInput.of(Tensor(pixels, [1, 3, 40, 40]))
    #expect(input[0, 0, 20, 20] == 1)
    #expect(input[0, 0, 20, 21] < 1e-6)
    #expect(input[0, 1, 20, 20] == 0)
    #expect(abs(input[0, 1, 20, 30] - 10.0 / 32) < 1e-5)
    #expect(abs(input[0, 1, 14, 26] - 6 * Float(2).squareRoot() / 32) < 1e-4)
  }

  @Test func ridgesAreThinAndDark() {
    var pixels = [Float](repeating: 0.8, count: 3 * 32 * 32)
    for channel in 0..<3 {
      for y in 0..<32 {
        pixels[channel * 1024 + y * 32 + 8] = 0.1
        for x in 16..<32 { pixels[channel * 1024 + y * 32 + x] = 0.1 }
      }
    }
    let input = ColourInput.of(Tensor(pixels, [1, 3, 32, 32]))
    #expect(abs(input[0, 3, 16, 8] - 0.7) < 1e-5)
    // Neither an area nor its edge is a line.
    #expect(input[0, 3, 16, 24] == 0)
    #expect(input[0, 3, 16, 16] == 0)
    #expect(input[0, 3, 16, 4] == 0)
  }

  @Test func takesTheAverageOfACheckpoint() throws {
    let folder = TemporaryFolder()
    let path = folder / "weights.safetensors"
    let trainer = Trainer(network, Adam(for: network), seed: 1)
    try trainer.checkpoint(["architecture": MatcherNetwork.architecture]).write(to: path)
    let read = try MatcherNetwork(contentsOf: path)
    #expect(read.parameters.map(\.value) == network.parameters.map(\.value))
    try trainer.checkpoint(["architecture": "another"]).write(to: path)
    #expect(throws: CheckpointError.self) { try MatcherNetwork(contentsOf: path) }
  }

  /// What lies in the repository fits the network, and says what it was trained on.
  @Test func committedWeightsAreOfThisNetwork() throws {
    let path = URL(filePath: #filePath).appending(path: "../../../weights/matcher.safetensors")
      .standardized.path
    let file = try SafeTensors(contentsOf: path)
    #expect(file.metadata["trained on"]?.hasPrefix("drawings that nurie's generator made") == true)
    #expect(file.metadata["licence"] == "CC0-1.0")
    let read = try MatcherNetwork(contentsOf: path)
    #expect(read.parameters.allSatisfy { $0.value.values.allSatisfy(\.isFinite) })
  }

  /// One batch, learned by heart: the losses fall.
  @Test func learnsFromABatch() throws {
    let lesson = try MatcherLesson(work: Work(threads: 2), heldOut: 0)
    var random = RandomStream(seed: 3, stream: 0)
    let batch = MatcherBatch([DrawnPair(seed: 1, side: 256)], using: &random)
    var trainer = Trainer(network, Adam(for: network, rate: 3e-4), seed: 1)
    var totals: [Float] = []
    for _ in 0..<8 {
      totals.append(
        try Compute.with(Work(threads: 2)) {
          try trainer.update { network in
            lesson.losses(of: network, on: batch).reduce(Variable(Tensor(0)), +)
          }
        })
    }
    #expect(totals.last! < 0.9 * totals[0])
  }
}
