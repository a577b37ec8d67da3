import Glibc

/// A rule by which the pixels of a picture of another size are made from those that were.
public enum ResamplingFilter: Sendable {
  /// The mean of what each new pixel covers. For making smaller; never rings.
  case area
  /// A windowed sinc over three lobes: sharper, and for making larger too; may ring beside edges.
  case lanczos
}

/// For each new pixel along one axis, which old ones it is made of and how much of each.
struct Taps: Sendable {
  /// The first old pixel of each new one.
  let first: [Int]
  /// Their weights, of one new pixel after the other; each pixel's add up to 1.
  let weights: [Double]
  /// The beginning of each new pixel's weights, and the end of the last one's: one more than pixels.
  let offsets: [Int]

  /// - Precondition: both at least 1.
  init(from old: Int, to new: Int, _ filter: ResamplingFilter) {
    precondition(old >= 1 && new >= 1, "from \(old) to \(new) pixels")
    let scale = Double(old) / Double(new)
    // Made larger, a filter keeps its own width.
    let stretch = max(1, scale)
    let radius = filter == .area ? scale / 2 : 3 * stretch
    var first: [Int] = []
    var weights: [Double] = []
    var offsets = [0]
    for pixel in 0..<new {
      let center = (Double(pixel) + 0.5) * scale
      // Area takes every pixel it touches, Lanczos those whose centre lies within its radius.
      let margin = filter == .area ? 0 : 0.5
      let start = max(0, Int(center - radius + margin))
      let bound = filter == .area ? (center + radius).rounded(.up) : center + radius + margin
      let end = max(start + 1, min(old, Int(bound)))
      let raw = (start..<end).map { index in
        switch filter {
        case .area:
          max(0, min(Double(index) + 1, center + radius) - max(Double(index), center - radius))
        case .lanczos: Self.lanczos((Double(index) - center + 0.5) / stretch)
        }
      }
      let sum = raw.reduce(0, +)
      first.append(start)
      weights += raw.map { $0 / sum }
      offsets.append(weights.count)
    }
    self.first = first
    self.weights = weights
    self.offsets = offsets
  }

  private static func lanczos(_ x: Double) -> Double {
    x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0
  }

  private static func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(.pi * x) / (.pi * x) }
}
