internal import Autograd
internal import Coloring
internal import ImageFormats
internal import Learning
internal import Networks
public import Raster
internal import Tensors

// Finding what a generator draws a picture from (Karras et al. 2020, appendix D, with a style for each layer): styles and noise
// are moved until the drawn picture is like the given one, by its pixels and by what the matcher sees in both.
//
// Idea: it begins with the best of some random pictures, and the styles are shaken ever less, so that it gets out of where the first
// steps lead. Styles that no picture has are dear, since features of parts are good only where the generator knows drawings.
// Cost: 0.9 GMAC a step at 64 pixels, of which the matcher's are 0.7.
// Not done: changing the generator itself to fit the picture.

/// Finds the styles and noise of pictures.
public struct Projector: Sendable {
  /// Pictures are enlarged to this side for the matcher, which knows drawings of some 256 pixels.
  private static let seenSide = 128
  private static let rate: Float = 0.1
  /// Random pictures, the best of which it begins with.
  private static let candidates = 256
  /// Weights of the losses beside that of the pixels.
  private static let (seenWeight, evennessWeight, dearness): (Float, Float, Float) = (1, 10, 0.01)
  /// The share of the styles' deviation by which they are shaken at first.
  private static let shaking: Float = 0.05

  let generator: StyleGenerator
  private let matcher: MatcherNetwork
  /// The metadata that goes into every projection: the checkpoint's hash, and what it learned from.
  private let statement: [String: String]

  /// - Parameters:
  ///   - checkpoint: a file of a generator.
  ///   - matcher: the file of the weights whose features are compared.
  /// - Throws: `CheckpointError`.
  public init(checkpoint: String, matcher: String) throws {
    try self.init(GeneratorFile(contentsOf: checkpoint), matcher: matcher)
  }

  init(_ file: GeneratorFile, matcher: String) throws {
    var statement = file.statement
    statement["features"] = try ContentKey(bytes: readBytes(matcher, limit: 1 << 33)).description
    self.init(
      file.generator, matcher: try MatcherNetwork(contentsOf: matcher), statement: statement)
  }

  init(_ generator: StyleGenerator, matcher: MatcherNetwork, statement: [String: String] = [:]) {
    self.generator = generator
    self.matcher = matcher
    self.statement = statement
  }

  /// The side of the pictures that it takes, in pixels.
  public var side: Int { generator.shape.side }

  /// A picture on the way, or found.
  public struct Step: Sendable {
    /// Steps made.
    public let number: Int
    /// The picture that the generator draws now; made when called.
    public let picture: @Sendable () -> Image
  }

  /// Finds what a picture is drawn from; the same for any number of threads.
  ///
  /// - Parameters:
  ///   - picture: of the generator's side, opaque.
  ///   - steps: at least 1; some hundreds do.
  ///   - hear: told after each step.
  /// - Throws: `Cancelled`; `NonFinite` where numbers grew beyond all bounds.
  public func project(
    _ picture: Image, steps: Int, seed: UInt64, work: Work, hear: (Step) -> Void = { _ in }
  ) throws -> Projection {
    require(
      picture.width == side && picture.height == side,
      "Projector: \(picture.width)×\(picture.height) for \(side) pixels")
    return try Compute.with(work) {
      let target = Variable(tensor([picture])) * 2 - 1
      let seen = embedding(of: target)
      var random = RandomStream(seed: seed, stream: 5 << 56)
      let (mean, deviation) = styleSpread(using: &random)
      var latents = Latents(
        styles: try start(near: target, mean, using: &random, work: work),
        noise: generator.noise(of: 1, using: &random))
      latents.normalise()
      var adam = Adam(for: latents, rate: Self.rate)
      var losses: [Float] = []
      for step in 0..<steps {
        try work.checkCancelled()
        let share = Float(step) / Float(steps)
        adam.rate = Self.rate * Self.pace(share)
        let strength = Self.shaking * deviation * square(max(0, 1 - share / 0.75))
        let shaken = Variable(.normal(latents.styles.shape, deviation: strength, using: &random))
        var parts: [Float] = []
        let (loss, gradients) = valueAndGradients(of: latents) { latents in
          let drawn = generator.synthesis(latents.styles + shaken, noise: latents.noise).picture
          let pixels = Autograd.square(drawn - target).mean()
          let sight = Autograd.square(embedding(of: drawn) - seen).sum(over: 1).mean()
          parts = [pixels.value.scalar, sight.value.scalar]
          let far = Autograd.square((latents.styles - mean) * (1 / deviation)).mean()
          return pixels + sight * Self.seenWeight + far * Self.dearness
            + unevenness(of: latents.noise) * Self.evennessWeight
        }
        guard loss.isFinite && gradients.norm.isFinite else {
          throw NonFinite(step: step, tensor: "the loss of the projection")
        }
        losses += parts
        adam.update(&latents, gradients)
        latents.normalise()
        hear(Step(number: step + 1) { [latents] in self.picture(of: latents) })
      }
      return Projection(
        styles: latents.styles.value, noise: latents.noise.map(\.value),
        losses: Tensor(losses, [steps, 2]), picture: self.picture(of: latents),
        statement: statement)
    }
  }

  /// The picture that a generator draws of what was found.
  private func picture(of latents: Latents) -> Image {
    images(generator.synthesis(latents.styles, noise: latents.noise).picture.value)[0]
  }

  /// What the matcher sees, of length 1 at each place.
  private func embedding(of pictures: Variable) -> Variable {
    let seenSide = max(Self.seenSide, side)
    let shown = clamp((pictures + 1) * 0.5, 0...1).resizedBilinear(
      height: seenSide, width: seenSide)
    return matcher.seen(in: shown, areLineArt: false).embedding
  }

  /// The mean style, `[1, 1, styleWidth]`, and the deviation of a style's numbers from it.
  private func styleSpread(
    using random: inout RandomStream
  ) -> (mean: Variable, deviation: Float) {
    let width = generator.shape.styleWidth
    let styles = generator.style(of: Variable(.normal([4096, width], using: &random)))
    let mean = styles.mean(to: [1, width])
    let variance = Autograd.square(styles - mean).mean().value.scalar
    return (mean.reshaped(1, 1, width), max(1e-6, variance.squareRoot()))
  }

  /// The styles of the random picture that is most like the given one.
  private func start(
    near target: Variable, _ mean: Variable, using random: inout RandomStream, work: Work
  ) throws -> Variable {
    let batch = 16
    var best: (distance: Float, styles: Variable)?
    let noise = generator.noise(of: 1, using: &random)
    for _ in 0..<Self.candidates / batch {
      try work.checkCancelled()
      let style = generator.style(
        of: Variable(.normal([batch, generator.shape.styleWidth], using: &random)))
      let near = generator.truncated(
        style, towards: mean.reshaped(1, generator.shape.styleWidth), by: 0.7)
      let styles = generator.styles(near)
      let drawn = generator.synthesis(styles, noise: noise).picture
      let distances = Autograd.square(drawn - target).mean(over: 1, 2, 3).value.values
      for (index, distance) in distances.enumerated() where distance < best?.distance ?? .infinity {
        best = (distance, styles.sliced(index..<index + 1, axis: 0))
      }
    }
    guard let best else { throw NonFinite(step: 0, tensor: "every picture of the generator") }
    return best.styles
  }

  /// The rate's course: it rises over a twentieth of the steps, and falls over the last quarter.
  private static func pace(_ share: Float) -> Float {
    let fall = min(1, (1 - share) / 0.25)
    return min(1, share / 0.05 + 0.02) * 0.5 * (1 - cosine(.pi * fall))
  }
}

private func square(_ x: Float) -> Float { x * x }

/// What a picture is drawn from, while it is looked for.
private struct Latents: Trainable {
  /// `[1, layers, styleWidth]`.
  var styles: Variable
  var noise: [Variable]

  mutating func normalise() {
    for index in noise.indices { noise[index].normalise() }
  }

  mutating func walk(_ visit: inout Walker) {
    visit("styles", &styles)
    for index in noise.indices { visit("noise.\(index)", &noise[index]) }
  }
}
