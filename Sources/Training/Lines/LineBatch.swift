internal import Figures
internal import Networks
internal import Raster
internal import Tensors

/// The line extractor's material for a step: coloured art, its ink, and where irises are.
struct LineBatch: Sendable {
  /// The side of its pictures.
  static let side = 192
  /// Sides that pairs are drawn at: a drawing's lines are as wide as its side tells.
  private static let drawnSides = [256, 320, 384, 512]

  /// `ColourInput`, `[N, 4, side, side]`.
  let colours: Tensor
  /// `[N, 1, side, side]`, 0…1, as `irises`.
  let ink: Tensor
  let irises: Tensor

  /// The pair of a seed, inked.
  ///
  /// - Complexity: about 0.1 s on one core.
  static func pair(of seed: UInt64) -> FigurePair {
    var random = RandomStream(seed: seed, stream: 1 << 32)
    let drawn = drawnSides.randomElement(using: &random)!
    return FigurePair(seed: seed, width: drawn, height: drawn, isInked: true)
  }

  /// - Parameter views: inked ones.
  init(_ views: [FigureView], using random: inout RandomStream) {
    let side = Self.side
    var pixels: [Float] = []
    var ink: [Float] = []
    var irises: [Float] = []
    for view in views {
      let drawn = view.colour.width
      let warp = ViewWarp(from: drawn, to: side, smallest: 0.75, using: &random)
      var own = warp.sampled(view.colour.channels, of: drawn, beyond: 1)
      recolour(&own, side: side, using: &random)
      soften(&own, side: side, using: &random)
      pixels += own
      ink += warp.sampled([view.ink!.elements], of: drawn, beyond: 0)
      let iris = view.groups.elements.map { $0 == PartGroup.iris.rawValue ? 255 : 0 as UInt8 }
      irises += warp.sampled([iris], of: drawn, beyond: 0)
    }
    let count = views.count
    colours = ColourInput.of(Tensor(pixels, [count, 3, side, side]))
    self.ink = Tensor(ink, [count, 1, side, side])
    self.irises = Tensor(irises, [count, 1, side, side])
  }
}

/// As a picture made smaller and larger again comes out, now and then.
private func soften(_ pixels: inout [Float], side: Int, using random: inout RandomStream) {
  guard random.nextUniform() < 0.25 else { return }
  let share = random.nextUniform()
  for channel in 0..<3 {
    let range = channel * side * side..<(channel + 1) * side * side
    let soft = blurred(Array(pixels[range]), side: side, passes: 1)
    for (index, value) in zip(range, soft) { pixels[index] += share * (value - pixels[index]) }
  }
}
