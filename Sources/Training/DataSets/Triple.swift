public import Raster

/// A drawing in a data set: coloured, as lines, and by parts.
public struct Triple: Sendable {
  /// Opaque, `[size, size]`.
  public let colour: Image
  /// 0 ink, 255 paper, `[size, size]`.
  public let line: Plane<UInt8>
  /// Indices in `Part.standard`, `[size, size]`.
  public let parts: Plane<UInt8>

  /// A triple of planes of one square size.
  public init(colour: Image, line: Plane<UInt8>, parts: Plane<UInt8>) {
    let size = colour.width
    precondition(
      [colour.height, line.width, line.height, parts.width, parts.height].allSatisfy { $0 == size },
      "a triple of \(colour.width)×\(colour.height), \(line.width)×\(line.height) and \(parts.width)×\(parts.height)"
    )
    self.colour = colour
    self.line = line
    self.parts = parts
  }

  /// The least side at which heads are drawn and their lines found: below it pens are thinner than pixels.
  static let leastDrawnSide = 128

  /// The side at which a triple of `size` is drawn: itself, or a multiple of it.
  public static func drawnSide(for size: Int) -> Int {
    (leastDrawnSide + size - 1) / size * size
  }

  /// The triple made smaller by a whole number: colours and lines by area, parts by what most of each square's pixels are.
  ///
  /// - Precondition: `size` divides its own.
  /// - Complexity: O(pixels).
  public func reduced(to size: Int) -> Triple {
    let factor = colour.width / size
    precondition(factor * size == colour.width, "\(colour.width) pixels reduced to \(size)")
    if factor == 1 { return self }
    var colours = [RGBA](repeating: .white, count: size * size)
    var lines = [UInt8](repeating: 255, count: size * size)
    var parts = [UInt8](repeating: 0, count: size * size)
    let (area, side) = (factor * factor, colour.width)
    for y in 0..<size {
      for x in 0..<size {
        var sum = SIMD4<Int>.zero
        var counts = InlineArray<32, UInt8>(repeating: 0)
        var most: UInt8 = 0
        for row in y * factor..<(y + 1) * factor {
          for index in row * side + x * factor..<row * side + (x + 1) * factor {
            let pixel = colour.elements[index]
            sum &+= SIMD4(
              Int(pixel.r), Int(pixel.g), Int(pixel.b), Int(line.elements[index]))
            let part = self.parts.elements[index]
            counts[Int(part)] += 1
            // Among equals the later part: eyes and mouths come after skin.
            let own = counts[Int(part)]
            let best = counts[Int(most)]
            if own > best || own == best && part > most { most = part }
          }
        }
        let mean = (sum &+ area / 2) / SIMD4(repeating: area)
        colours[y * size + x] = RGBA(UInt8(mean.x), UInt8(mean.y), UInt8(mean.z))
        lines[y * size + x] = UInt8(mean.w)
        parts[y * size + x] = most
      }
    }
    return Triple(
      colour: Image(width: size, height: size, elements: colours),
      line: Plane(width: size, height: size, elements: lines),
      parts: Plane(width: size, height: size, elements: parts))
  }
}
