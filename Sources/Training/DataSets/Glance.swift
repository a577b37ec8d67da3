internal import Raster

/// A drawing at a glance: 16 by 16 means, by which near-duplicates are told.
struct Glance {
  private static let side = 16
  /// The mean difference of a channel, 0…255, under which two are one drawing saved, scaled or cropped twice: such copies
  /// differ by 7 at most, heads of two characters by 22 and more.
  private static let least = 8
  private let values: [UInt8]

  /// - Parameter channels: `[3, size, size]`, `size` a multiple of 16.
  init(_ channels: [UInt8], size: Int) {
    let step = size / Self.side
    var values: [UInt8] = []
    for channel in 0..<3 {
      for y in 0..<Self.side {
        for x in 0..<Self.side {
          var sum = 0
          for row in y * step..<(y + 1) * step {
            for column in x * step..<(x + 1) * step {
              sum += Int(channels[(channel * size + row) * size + column])
            }
          }
          values.append(UInt8(sum / (step * step)))
        }
      }
    }
    self.values = values
  }

  /// Whether both are nearly the same drawing.
  func isLike(_ other: Glance) -> Bool {
    var sum = 0
    for (a, b) in zip(values, other.values) { sum += abs(Int(a) - Int(b)) }
    return sum < Self.least * values.count
  }
}
