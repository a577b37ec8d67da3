import Autograd
import Dispatch
import Foundation
import Learning
import Networks
import Raster
import Synchronization
import Tensors
import TestSupport
import Testing

@testable import Training

@Suite struct StyleTrainerTests {
  private static let shape = StyleShape(
    side: 8, width: 4, widest: 4, styleWidth: 4, mappingLayers: 2)
  private let temporary = TemporaryFolder()

  /// A step's pictures, the same for all ranks.
  private static func real(_ step: Int) -> [Tensor] {
    var random = RandomStream(seed: 9, stream: UInt64(step))
    return (0..<Shards.count).map { _ in
      .uniform([4, 3, 8, 8], in: -1...1, using: &random)
    }
  }

  private static func trained(
    _ steps: Int, threads: Int = 1, ranks: some Ranks = SingleRank()
  ) throws -> StyleTrainer {
    var trainer = StyleTrainer(shape, seed: 1)
    for step in 0..<steps {
      _ = try trainer.update(real: real(step), ranks: ranks, work: Work(threads: threads))
    }
    return trainer
  }

  private func bytes(_ trainer: StyleTrainer) -> [UInt8] { trainer.checkpoint([:]).encoded() }

  @Test func threadsChangeNothing() throws {
    let (one, two) = (try Self.trained(3), try Self.trained(3, threads: 2))
    #expect(bytes(one) == bytes(two))
  }

  @Test(arguments: [2, 4]) func ranksChangeNothing(count: Int) throws {
    let alone = bytes(try Self.trained(3))
    let exchange = Exchange(count)
    let found = Mutex([[UInt8]?](repeating: nil, count: count))
    let ended = DispatchGroup()
    for rank in 0..<count {
      // A thread each: they wait for one another.
      ended.enter()
      Thread.detachNewThread {
        let own = try? Self.trained(3, ranks: ThreadRank(rank: rank, exchange: exchange))
        found.withLock { $0[rank] = own?.checkpoint([:]).encoded() }
        ended.leave()
      }
    }
    ended.wait()
    for bytes in found.withLock({ $0 }) { #expect(bytes == alone) }
  }

  @Test func itGoesOnAsIfItHadNeverStopped() throws {
    let whole = try Self.trained(5)
    let path = temporary / "checkpoint.safetensors"
    let metadata = ["architecture": StyleGenerator.architecture]
    try Self.trained(2).checkpoint(metadata).write(to: path)
    var resumed = StyleTrainer(Self.shape, seed: 1)
    try resumed.resume(SafeTensors(contentsOf: path), from: path)
    for step in 2..<5 {
      _ = try resumed.update(real: Self.real(step), ranks: SingleRank(), work: Work(threads: 1))
    }
    #expect(bytes(resumed) == bytes(whole))
  }

  @Test func aCheckpointOfAnotherShapeIsRefusedAndSaysWhich() throws {
    let metadata = ["architecture": StyleGenerator.architecture]
    let file = try Self.trained(1).checkpoint(metadata)
    var other = StyleTrainer(
      StyleShape(side: 16, width: 4, widest: 4, styleWidth: 4, mappingLayers: 2), seed: 1)
    let before = bytes(other)
    let error = #expect(throws: CheckpointError.self) {
      try other.resume(file, from: "mine.safetensors")
    }
    #expect(error?.description.contains("8 pixels, 4 to 4 channels") == true)
    #expect(bytes(other) == before)
  }

  @Test func numbersThatAreNoneEndIt() throws {
    var trainer = StyleTrainer(Self.shape, seed: 1)
    var real = Self.real(0)
    real[5] = Tensor([Float](repeating: .nan, count: 4 * 3 * 64), [4, 3, 8, 8])
    let error = #expect(throws: NonFinite.self) {
      _ = try trainer.update(real: real, ranks: SingleRank(), work: Work(threads: 1))
    }
    #expect(error?.tensor == "a gradient of the discriminator")
  }

  /// A constant picture's colour, which a generator learns first.
  @Test func itLearnsAColour() throws {
    var trainer = StyleTrainer(Self.shape, seed: 1)
    let plane = [Float](repeating: 0.8, count: 64)
    let picture = plane + plane.map { -$0 } + plane.map { _ in 0 }
    let real = (0..<Shards.count).map { _ in
      Tensor((0..<4).flatMap { _ in picture }, [4, 3, 8, 8])
    }
    for _ in 0..<150 {
      _ = try trainer.update(real: real, ranks: SingleRank(), work: Work(threads: 2))
    }
    let samples = StyleSamples(Self.shape, seed: 1)
    let sheet = samples.sheet(of: trainer.average.network, work: Work(threads: 1))
    let means = [\RGBA.r, \.g, \.b].map { channel in
      sheet.elements.map { Double($0[keyPath: channel]) }.reduce(0, +)
        / Double(sheet.elements.count)
    }
    #expect(means[0] > means[2] + 30 && means[2] > means[1] + 30, "\(means)")
  }
}

/// What ranks on threads of one program give to each other.
private final class Exchange: Sendable {
  let places: [[Mailbox]]

  init(_ count: Int) {
    places = (0..<count).map { _ in (0..<count).map { _ in Mailbox() } }
  }
}

/// Rows of numbers that wait, in order: whoever put one may put the next before it is taken.
private final class Mailbox: Sendable {
  private let rows = Mutex<[[Float]]>([])
  private let count = DispatchSemaphore(value: 0)

  func put(_ values: [Float]) {
    rows.withLock { $0.append(values) }
    count.signal()
  }

  func take() -> [Float] {
    count.wait()
    return rows.withLock { $0.removeFirst() }
  }
}

private struct ThreadRank: Ranks {
  let rank: Int
  let exchange: Exchange

  var count: Int { exchange.places.count }

  func exchange(_ values: [Float], with partner: Int) -> [Float] {
    exchange.places[rank][partner].put(values)
    return exchange.places[partner][rank].take()
  }
}

@Suite struct FeatureCloudTests {
  /// Normal numbers, of a mean and a deviation.
  private func cloud(_ count: Int, mean: Float, deviation: Float, seed: UInt64) -> FeatureCloud {
    var random = RandomStream(seed: seed, stream: 0)
    let values = (0..<count * 6).map { _ in mean + deviation * random.nextNormal() }
    return FeatureCloud(Tensor(values, [count, 6]))
  }

  @Test func theDistanceIsThatOfTheNormalDistributions() {
    let a = cloud(20_000, mean: 0, deviation: 1, seed: 1)
    let b = cloud(20_000, mean: 0.5, deviation: 2, seed: 2)
    // Of each of six numbers the means' 0.25 and the deviations' 1.
    #expect(abs(a.distance(to: b) - 6 * 1.25) < 0.1)
    #expect(abs(a.distance(to: a)) < 1e-6)
  }

  @Test func whatLiesFarOffIsNotAmongThem() {
    let a = cloud(200, mean: 0, deviation: 1, seed: 1)
    let near = cloud(200, mean: 0, deviation: 1, seed: 2)
    let far = cloud(200, mean: 9, deviation: 1, seed: 3)
    #expect(a.share(of: a) == 1)
    #expect(a.share(of: near) > 0.6)
    #expect(a.share(of: far) == 0)
  }

  @Test func theRootOfAMatrixIsIts() {
    var random = RandomStream(seed: 1, stream: 0)
    let values = (0..<64).map { _ in Double(random.nextNormal()) }
    let factor = SquareMatrix(8, values)
    var square = SquareMatrix(8, values)
    for row in 0..<8 {
      for column in 0..<8 {
        square[row, column] = (0..<8).reduce(0) { $0 + factor[row, $1] * factor[column, $1] }
      }
    }
    let root = square.squareRoot()
    for (a, b) in zip(root.times(root).values, square.values) { #expect(abs(a - b) < 1e-9) }
  }
}

@Suite struct AdaptiveAugmentationTests {
  @Test func surenessRaisesItAndDoubtLowersIt() {
    var augmentation = AdaptiveAugmentation()
    for _ in 0..<4 { augmentation.note(0.9, pictures: 32) }
    #expect(augmentation.strength > 0)
    for _ in 0..<8 { augmentation.note(0.2, pictures: 32) }
    #expect(augmentation.strength == 0)
  }

  @Test func nothingChangesAtNoStrength() {
    var random = RandomStream(seed: 1, stream: 0)
    let pictures = Tensor.uniform([2, 3, 8, 8], using: &random)
    let same = augmented(Variable(pictures), 0, using: &random)
    #expect(same.value.values == pictures.values)
    let other = augmented(Variable(pictures), 1, using: &random)
    #expect(other.value.values != pictures.values)
    let isFinite = other.value.values.allSatisfy(\.isFinite)
    #expect(isFinite)
  }
}
