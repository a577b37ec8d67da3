import Autograd
import Glibc
import Learning
import Networks
import Raster
import Tensors
import Testing

/// Networks that must learn what there is to learn.
@Suite struct LearningTests {
  @Test func exclusiveOr() throws {
    let points = Variable(Tensor([0, 0, 0, 1, 1, 0, 1, 1], [4, 2]))
    let answers = Variable(Tensor([0, 1, 1, 0], [4, 1]))
    var random = RandomStream(seed: 1, stream: 0)
    let network = Perceptron([2, 8, 1], using: &random)
    var trainer = Trainer(network, Adam(for: network, rate: 0.05), seed: 1)
    for _ in 0..<200 {
      _ = try trainer.update { meanSquaredError(sigmoid($0(points)), answers) }
    }
    let guesses = sigmoid(trainer.network(points)).value.values
    #expect(guesses.map { $0.rounded() } == [0, 1, 1, 0])
    #expect(zip(guesses, answers.value.values).allSatisfy { abs($0 - $1) < 0.1 })
  }

  @Test func aSmallUNetTellsDiscsFromOutlines() throws {
    var random = RandomStream(seed: 5, stream: 0)
    let network = UNet(1, classes: 3, widths: [8, 16, 16], using: &random)
    var trainer = Trainer(
      network, Adam(for: network, rate: 1e-2), schedule: .cosine(warmup: 5, steps: 80), seed: 5)
    try Compute.with(Work(threads: 2)) {
      for _ in 0..<80 {
        var random = trainer.random(for: 1)
        let (images, labels) = drawnShapes(4, side: 32, using: &random)
        _ = try trainer.update { crossEntropy($0(Variable(images)), labels: labels) }
      }
      var unseen = RandomStream(seed: 99, stream: 0)
      let (images, labels) = drawnShapes(16, side: 32, using: &unseen)
      let scores = trainer.network(Variable(images)).value
      let guesses = scores.permuted([0, 2, 3, 1]).topIndices(1).values
      let overlaps = (0..<3).map { kind in
        let pairs = zip(guesses, labels)
        let both = pairs.count { $0 == kind && $1 == kind }
        return Double(both) / Double(pairs.count { $0 == kind || $1 == kind })
      }
      #expect(overlaps.reduce(0, +) / 3 > 0.85, "IoU \(overlaps)")
    }
  }

  /// Points on a circle, from two numbers of chance; the discriminator's slope at real points is
  /// penalised (R1), which takes gradients of gradients.
  @Test func aGeneratorFindsTheRing() throws {
    var random = RandomStream(seed: 3, stream: 0)
    let generator = Perceptron([2, 32, 32, 2], using: &random)
    let judge = Perceptron([2, 32, 32, 1], using: &random)
    var drawing = Trainer(
      generator, Adam(for: generator, rate: 2e-3, momentum: 0, squareMomentum: 0.99),
      averageDecay: 0.99, seed: 3)
    var judging = Trainer(
      judge, Adam(for: judge, rate: 4e-3, momentum: 0, squareMomentum: 0.99), seed: 4)
    for _ in 0..<1200 {
      var chance = drawing.random(for: 1)
      let noise = Variable(.normal([64, 2], using: &chance))
      let real = Variable(ring(64, using: &chance))
      let generated = drawing.network(noise).detached()
      _ = try judging.update { judge in
        let points = real.tracked()
        let scores = judge(points)
        let slope = gradient(of: scores.sum(), with: points, recording: true)
        return logisticDiscriminatorLoss(real: scores, generated: judge(generated))
          + square(slope).sum() * (0.15 / 64)
      }
      let judge = judging.network
      _ = try drawing.update { logisticGeneratorLoss(generated: judge($0(noise))) }
    }
    var chance = RandomStream(seed: 77, stream: 0)
    let points = drawing.average.network(Variable(.normal([512, 2], using: &chance))).value
    let radii = (0..<512).map { hypotf(points[$0, 0], points[$0, 1]) }
    let near = radii.count { abs($0 - 1) < 0.3 }
    let sectors = Set(
      (0..<512).map { Int((atan2f(points[$0, 1], points[$0, 0]) + .pi) / (.pi / 4)) })
    #expect(near > 440, "\(near) of 512 points are near the ring")
    #expect(sectors.isSuperset(of: 0..<8), "\(sectors.sorted())")
  }

  private func ring(_ count: Int, using random: inout RandomStream) -> Tensor {
    let points = (0..<count).flatMap { _ in
      let angle = 2 * Float.pi * random.nextUniform()
      return [cosf(angle) + 0.05 * random.nextNormal(), sinf(angle) + 0.05 * random.nextNormal()]
    }
    return Tensor(points, [count, 2])
  }
}

/// Linear layers with tanh between them.
struct Perceptron: Trainable {
  var layers: [Linear]

  init(_ widths: [Int], using random: inout RandomStream) {
    layers = zip(widths, widths.dropFirst()).map {
      Linear($0, $1, initialisation: .xavier, using: &random)
    }
  }

  func callAsFunction(_ x: Variable) -> Variable {
    layers.dropFirst().reduce(layers[0](x)) { $1(tanh($0)) }
  }

  mutating func walk(_ visit: inout Walker) { visit("layers", &layers) }
}

/// A bright disc and the bright outline of a square, on noise each; labels 0 ground, 1 disc, 2
/// outline.
func drawnShapes(
  _ count: Int, side: Int, using random: inout RandomStream
) -> (images: Tensor, labels: [Int32]) {
  var pixels: [Float] = []
  var labels: [Int32] = []
  for _ in 0..<count {
    // Side by side, so that neither hides the other.
    let isDiscLeft = random.nextUniform() < 0.5
    func place(isLeft: Bool) -> (x: Float, y: Float) {
      let column = (isLeft ? 0.22 : 0.72) + 0.06 * random.nextUniform()
      return (Float(side) * column, Float(side) * (0.25 + 0.5 * random.nextUniform()))
    }
    let disc = place(isLeft: isDiscLeft)
    let square = place(isLeft: !isDiscLeft)
    let radius = Float(side) * (0.12 + 0.09 * random.nextUniform())
    for index in 0..<side * side {
      let (x, y) = (Float(index % side), Float(index / side))
      let isSquare = abs(max(abs(x - square.x), abs(y - square.y)) - radius) < 1.5
      let isDisc = hypotf(x - disc.x, y - disc.y) < radius
      labels.append(isSquare ? 2 : (isDisc ? 1 : 0))
      pixels.append((isSquare || isDisc ? 0.5 : -0.5) + 0.2 * random.nextNormal())
    }
  }
  return (Tensor(pixels, [count, 1, side, side]), labels)
}
