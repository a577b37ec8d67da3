internal import Autograd
public import Coloring
internal import Learning
internal import Networks
public import Raster
internal import Tensors

// Auto-shot (Tritrong et al. 2021): the head labels pictures that the generator draws, and a plain network learns from these, so
// that no picture has to be projected when it is used. One network on colours, one on the lines that the line extractor draws
// of the same pictures: that one sees parts in line art.
//
// Cost: generating 0.7 GMAC a picture of 64 pixels; training 0.2 GMAC a picture and step.

/// Generated pictures with their parts.
public struct GeneratedParts: Sendable {
  /// Pictures nearer to the mean style are drawn better.
  private static let truncation: Float = 0.8
  private static let batch = 8

  fileprivate let pictures: [Image]
  fileprivate let parts: [Plane<UInt8>]
  /// The number of parts.
  fileprivate let count: Int

  /// Draws pictures at random, and labels them.
  ///
  /// - Parameter count: of the pictures.
  public init(
    _ count: Int, labelledBy taught: ProjectedParts, seed: UInt64, work: Work
  ) throws(Cancelled) {
    let generator = taught.projector.generator
    var random = RandomStream(seed: seed, stream: 7 << 56)
    let mean = Compute.with(work) { generator.meanStyle(of: 4096, using: &random) }
    let batches = (count + Self.batch - 1) / Self.batch
    let made = work.mapItems(of: batches) { index in
      Compute.with(Work(threads: 1)) {
        var random = RandomStream(seed: seed, stream: 8 << 56 | UInt64(index))
        let own = min(Self.batch, count - index * Self.batch)
        let latents = Variable(.normal([own, generator.shape.styleWidth], using: &random))
        let style = generator.truncated(
          generator.style(of: latents), towards: mean, by: Self.truncation)
        let drawn = generator.synthesis(
          generator.styles(style), noise: generator.noise(of: own, using: &random))
        return (
          images(drawn.picture.value), likeliest(taught.head(taught.features(drawn)).value)
        )
      }
    }
    try work.checkCancelled()
    pictures = made.flatMap(\.0)
    parts = made.flatMap(\.1)
    self.count = taught.head.parts
  }

  private init(_ pictures: [Image], of other: GeneratedParts) {
    self.pictures = pictures
    parts = other.parts
    count = other.count
  }

  /// The same as lines.
  ///
  /// - Throws: `Cancelled`.
  public func lines(by extractor: LineExtractor, work: Work) throws -> GeneratedParts {
    let single = Work(threads: 1, isCancelled: { work.isCancelled })
    return GeneratedParts(
      try work.mapItems(of: pictures.count) { index in
        Result { try pictures[index].lines(by: extractor, work: single) }
      }.map { try $0.get() }, of: self)
  }

  /// The first of them, each beside its parts, to look at.
  public func sheet(_ shown: Int) -> Image {
    let tiles = (0..<min(shown, pictures.count)).flatMap { index in
      [pictures[index], parts[index].map { PartColours.all[Int($0) % PartColours.all.count] }]
    }
    return TileSheet(size: pictures[0].width, columns: 16, count: tiles.count)
      .plane(tiles, paper: .white)
  }
}

/// A plain network that learned parts from generated pictures.
public struct AutoShot: Sendable {
  private static let widths = [24, 48, 96, 128]
  private static let batch = 16

  private let network: UNet
  private let parts: Int

  /// Learns from generated pictures, mirrored by chance.
  ///
  /// - Parameters:
  ///   - steps: of 16 pictures each.
  ///   - seed: of the first weights and of the order.
  /// - Throws: `Cancelled`.
  public init(
    from generated: GeneratedParts, steps: Int, seed: UInt64, work: Work
  ) throws(Cancelled) {
    var random = RandomStream(seed: seed, stream: 9 << 56)
    var network = UNet(3, classes: generated.count, widths: Self.widths, using: &random)
    network.forEachParameter { $1.update { _ in } }
    let weights = PartHead.weights(of: generated.parts.map(\.labels), parts: generated.count)
    var adam = Adam(for: network, rate: 2e-3)
    var order: [Int] = []
    for step in 0..<steps {
      try work.checkCancelled()
      var (pictures, labels): ([Image], [Int32]) = ([], [])
      for _ in 0..<Self.batch {
        if order.isEmpty { order = generated.pictures.indices.shuffled(using: &random) }
        let index = order.removeLast()
        let isMirrored = random.nextUniform() < 0.5
        let (picture, parts) = (generated.pictures[index], generated.parts[index])
        pictures.append(isMirrored ? picture.mirrored : picture)
        labels += (isMirrored ? parts.mirrored : parts).labels
      }
      adam.rate = 2e-3 * Schedule.cosine(warmup: 20, steps: steps).share(at: step)
      Compute.with(work) {
        let inputs = Variable(tensor(pictures)) - 0.5
        let (_, gradients) = valueAndGradients(of: network) {
          crossEntropy($0(inputs), labels: labels, weights: weights)
        }
        adam.update(&network, gradients)
      }
    }
    self.network = network
    parts = generated.count
  }

  /// The likeliest part of each pixel of a picture of the generator's side.
  public func parts(of picture: Image, work: Work) -> Plane<UInt8> {
    Compute.with(work) { likeliest(network(Variable(tensor([picture])) - 0.5).value)[0] }
  }
}

extension Image {
  /// Its lines as a data set has them: small pictures are enlarged for the extractor, and their lines made smaller by area.
  fileprivate func lines(by extractor: LineExtractor, work: Work) throws -> Image {
    let side = Triple.drawnSide(for: width)
    let large = try side == width ? self : resized(width: side, height: side, .lanczos, work: work)
    let ink = try extractor.lines(of: large, work: work)
    let blank = Plane<UInt8>(
      width: side, height: side, elements: .init(repeating: 0, count: side * side))
    return Triple(colour: large, line: ink, parts: blank).reduced(to: width).line.map {
      RGBA($0, $0, $0)
    }
  }
}
