import Autograd
import Coloring
import Learning
import Networks
import Raster
import Tensors
import Testing

@testable import Training

/// Parts that are told by how bright a pixel is: which any features know.
@Suite struct GeneratorPartsTests {
  private static let work = Work(threads: 2)
  private static let shape = StyleShape(
    side: 16, width: 8, widest: 8, styleWidth: 8, mappingLayers: 2)

  private static let projector: Projector = {
    var random = RandomStream(seed: 1, stream: 0)
    let generator = StyleGenerator(shape, using: &random)
    return Projector(generator, matcher: MatcherNetwork(using: &random))
  }()

  /// What would be found of a random picture.
  private static func projection(_ seed: UInt64) -> Projection {
    var random = RandomStream(seed: seed, stream: 1)
    let generator = projector.generator
    let styles = generator.randomStyles(1, using: &random)
    let noise = generator.noise(of: 1, using: &random)
    return Projection(
      styles: styles.value, noise: noise.map(\.value), losses: .zeros([1, 2]),
      picture: images(generator.synthesis(styles, noise: noise).picture.value)[0],
      statement: [:])
  }

  private static func brightness(_ picture: Image) -> Plane<UInt8> {
    picture.map { $0.g > 127 ? 1 : 0 }
  }

  private static func agreement(_ a: Plane<UInt8>, _ b: Plane<UInt8>) -> Double {
    Double(zip(a.elements, b.elements).count { $0 == $1 }) / Double(a.elements.count)
  }

  private static let taught = ProjectedParts(
    from: (1...12).map { projection($0) }.map { ($0, brightness($0.picture)) }, parts: 2,
    by: projector, seed: 1, work: work)

  @Test func featuresAreThoseOfAllLayersAtOneSizeAndOfOneScale() {
    let features = GeneratorFeatures(Self.projector.generator, seed: 1, work: Self.work)
    let all = (0..<20).map { features.features(of: Self.projection(100 + $0)) }
    #expect(all[0].shape == [1, 5 * 8, 16, 16])
    let values = concatenated(all, axis: 0)
    let mean = values.mean(to: [1, 40, 1, 1])
    let (_, variance) = moments(values, to: [1, 40, 1, 1])
    for value in mean.value.values { #expect(abs(value) < 1) }
    for value in variance.value.values { #expect((0.3...3).contains(value)) }
  }

  @Test func aHeadOnThemTellsPartsOfOtherPictures() {
    let shares = (UInt64(50)..<58).map { seed in
      let found = Self.projection(seed)
      return Self.agreement(
        Self.taught.parts(of: found, work: Self.work), Self.brightness(found.picture))
    }
    #expect(shares.reduce(0, +) / 8 > 0.85, "\(shares)")
  }

  @Test func labelsThatNobodyGaveDoNotCount() {
    let found = Self.projection(1)
    var parts = Self.brightness(found.picture)
    for index in 0..<128 { parts.elements[index] = LabelledDrawing.unknown }
    #expect(parts.labels.count { $0 == -1 } == 128)
    let taught = ProjectedParts(
      from: [(found, parts)], parts: 2, by: Self.projector, seed: 1, work: Self.work)
    let told = taught.parts(of: found, work: Self.work)
    let known = (128..<256).count { told.elements[$0] == parts.elements[$0] }
    #expect(known > 110, "\(known) of 128")
  }

  @Test func aPlainNetworkLearnsFromWhatTheHeadLabelled() throws {
    let generated = try GeneratedParts(
      48, labelledBy: Self.taught, seed: 3, work: Self.work)
    let network = try AutoShot(from: generated, steps: 60, seed: 1, work: Self.work)
    let shares = (UInt64(60)..<68).map { seed in
      let picture = Self.projection(seed).picture
      return Self.agreement(
        network.parts(of: picture, work: Self.work), Self.brightness(picture))
    }
    #expect(shares.reduce(0, +) / 8 > 0.85, "\(shares)")
    let sheet = generated.sheet(3)
    #expect(sheet.width == 6 * 16 && sheet.height == 16)
  }

  @Test func generatedPicturesAreTheSameForAnyNumberOfThreads() throws {
    func sheet(_ threads: Int) throws -> [RGBA] {
      try GeneratedParts(20, labelledBy: Self.taught, seed: 3, work: Work(threads: threads))
        .sheet(20).elements
    }
    #expect(try sheet(1) == sheet(2))
  }
}
