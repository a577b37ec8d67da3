/// The sizes of a StyleGAN2: a generator and a discriminator of equal shape.
public struct StyleShape: Sendable, Equatable {
  /// The side of its pictures, pixels: a power of two, at least 8.
  public var side: Int
  /// Channels at the full side; twice as many at each half of it, up to `widest`.
  public var width: Int
  public var widest: Int
  /// Numbers of a style.
  public var styleWidth: Int
  /// Layers from random numbers to a style.
  public var mappingLayers: Int

  /// The shape that `nurie train gan` begins with unless told.
  public init(
    side: Int, width: Int = 32, widest: Int = 64, styleWidth: Int = 64, mappingLayers: Int = 4
  ) {
    self.side = side
    self.width = width
    self.widest = widest
    self.styleWidth = styleWidth
    self.mappingLayers = mappingLayers
  }

  /// The sides from 4 to the full one, each twice the one before.
  public var sides: [Int] {
    Array(sequence(first: 4) { 2 * $0 <= self.side ? 2 * $0 : nil })
  }

  /// Channels at one of the sides.
  public func channels(at side: Int) -> Int { min(widest, width * (self.side / side)) }

  /// Styles that a picture takes: one a convolution, and the last one's for its colours.
  public var layers: Int { 2 * sides.count }
}

extension StyleShape {
  /// In words of a file's metadata: `style.side` and so on.
  public var metadata: [String: String] {
    [
      "style.side": "\(side)", "style.width": "\(width)", "style.widest": "\(widest)",
      "style.styleWidth": "\(styleWidth)", "style.mappingLayers": "\(mappingLayers)",
    ]
  }

  /// - Returns: nil where the metadata names no shape, or none that there is.
  public init?(metadata: [String: String]) {
    func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
      metadata["style." + name].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }
    guard let side = number("side", 8...1024), side & (side - 1) == 0,
      let width = number("width", 1...1024), let widest = number("widest", width...1024),
      let styleWidth = number("styleWidth", 1...1024),
      let mappingLayers = number("mappingLayers", 1...16)
    else { return nil }
    self.init(
      side: side, width: width, widest: widest, styleWidth: styleWidth,
      mappingLayers: mappingLayers)
  }

  /// For messages.
  public var text: String {
    "\(side) pixels, \(width) to \(widest) channels, styles of \(styleWidth)"
  }
}
