import Autograd
import Learning
import Networks
import Raster
import Tensors
import TestSupport
import Testing

@testable import Training

@Suite struct ProjectionTests {
  private static let shape = StyleShape(
    side: 16, width: 8, widest: 8, styleWidth: 8, mappingLayers: 2)

  private static func generator(_ seed: UInt64 = 1) -> StyleGenerator {
    var random = RandomStream(seed: seed, stream: 0)
    return StyleGenerator(shape, using: &random)
  }

  private static var projector: Projector {
    var random = RandomStream(seed: 2, stream: 0)
    return Projector(generator(), matcher: MatcherNetwork(using: &random))
  }

  /// A picture that the generator can draw, of random numbers that no projection begins with.
  private static var drawn: Image {
    var random = RandomStream(seed: 77, stream: 9)
    let generator = generator()
    let styles = generator.randomStyles(1, using: &random)
    return images(
      generator.synthesis(styles, noise: generator.noise(of: 1, using: &random)).picture.value)[0]
  }

  @Test func whatTheGeneratorDrewIsFound() throws {
    let found = try Self.projector.project(
      Self.drawn, steps: 40, seed: 1, work: Work(threads: 2))
    let losses = found.losses.values
    #expect(losses.count == 80)
    #expect(losses[78] < losses[0] / 2, "\(losses[0]) to \(losses[78])")
    #expect(found.loss.pixels == losses[78])
    for map in found.noise {
      let values = map.values
      let mean = values.reduce(0, +) / Float(values.count)
      let variance = values.reduce(0) { $0 + $1 * $1 } / Float(values.count)
      #expect(abs(mean) < 1e-3 && abs(variance - 1) < 1e-2)
    }
  }

  @Test func threadsChangeNothing() throws {
    func bytes(_ threads: Int) throws -> [UInt8] {
      try Self.projector.project(Self.drawn, steps: 3, seed: 4, work: Work(threads: threads))
        .bytes(of: ["picture": "a"])
    }
    let (one, two) = (try bytes(1), try bytes(2))
    #expect(one == two)
    let file = try SafeTensors(decoding: one, named: "a")
    #expect(file.tensors["styles"]?.shape == [1, 6, 8])
    #expect(file.tensors["noise.4"]?.shape == [1, 1, 16, 16])
    #expect(file.metadata["picture"] == "a")
  }

  @Test func itStopsWhenItIsToldTo() {
    #expect(throws: Cancelled.self) {
      try Self.projector.project(
        Self.drawn, steps: 100_000, seed: 1, work: Work(threads: 1, isCancelled: { true }))
    }
  }

  @Test func numbersThatGrowBeyondAllBoundsAreToldOf() {
    var generator = Self.generator()
    generator.forEachParameter { name, parameter in
      if name == "to_rgb1.bias" { parameter = Variable(Tensor([3e38, 0, 0], [1, 3, 1, 1])) }
    }
    var random = RandomStream(seed: 2, stream: 0)
    let projector = Projector(generator, matcher: MatcherNetwork(using: &random))
    #expect(throws: NonFinite.self) {
      try projector.project(Self.drawn, steps: 2, seed: 1, work: Work(threads: 1))
    }
  }

  /// The obvious sum over all neighbours, the last beside the first.
  private func plainUnevenness(_ map: [Float], side: Int) -> Float {
    var (across, down): (Float, Float) = (0, 0)
    for y in 0..<side {
      for x in 0..<side {
        across += map[y * side + x] * map[y * side + (x + 1) % side]
        down += map[y * side + x] * map[(y + 1) % side * side + x]
      }
    }
    let area = Float(side * side)
    let here = across / area * across / area + down / area * down / area
    if side <= 8 { return here }
    let half = side / 2
    let coarser = (0..<half * half).map { index -> Float in
      let (x, y) = (2 * (index % half), 2 * (index / half))
      return
        (map[y * side + x] + map[y * side + x + 1] + map[(y + 1) * side + x]
        + map[(y + 1) * side + x + 1]) / 2
    }
    return here + plainUnevenness(coarser, side: half)
  }

  @Test(arguments: [4, 8, 16, 32]) func unevennessIsThatOfAllNeighbours(side: Int) {
    var random = RandomStream(seed: 3, stream: UInt64(side))
    let noise = Tensor.normal([1, 1, side, side], using: &random)
    let found = unevenness(of: [Variable(noise)]).value.scalar
    let plain = plainUnevenness(noise.values, side: side)
    #expect(abs(found - plain) < 1e-4 * (1 + plain), "\(found), not \(plain)")
  }

  /// What the matcher is given is the same with a tape as without, and its gradient that of small steps; but for how windows close.
  @Test func gradientsGoThroughWhatTheMatcherIsGiven() {
    var random = RandomStream(seed: 6, stream: 0)
    let pictures = Tensor.uniform([1, 3, 8, 8], in: 0...1, using: &random)
    let own = Variable(pictures).tracked()
    let given = ColourInput.of(own)
    let plain = ColourInput.of(pictures)
    for (a, b) in zip(given.value.values, plain.values) { #expect(abs(a - b) < 1e-5) }
    let slope = gradient(of: given.sum(), with: own).value.values
    // Each channel passes, and the darkness falls by its share of the lightness.
    for (channel, share) in [Float(0.3), 0.59, 0.11].enumerated() {
      #expect(abs(slope[channel * 64 + 20] - (1 - share)) < 1e-5)
    }
  }
}
