internal import Regions

/// Two regions that meet, the one of the smaller label first.
struct RegionPair: Hashable, Comparable {
  let first: UInt16
  let second: UInt16

  init(_ a: UInt16, _ b: UInt16) {
    first = min(a, b)
    second = max(a, b)
  }

  static func < (a: RegionPair, b: RegionPair) -> Bool {
    (a.first, a.second) < (b.first, b.second)
  }
}

/// The trace line between two regions.
struct TraceBorder {
  /// Pixels of each colour.
  var red = 0
  var green = 0
  var blue = 0
  /// The steps across it from the first region to the second, summed.
  var across = SIMD2(0, 0)

  var length: Int { red + green + blue }
  var isHighlight: Bool { blue > red + green }

  mutating func add(_ stroke: Stroke, across step: SIMD2<Int>) {
    switch stroke {
    case .blueTrace: blue += 1
    case .greenTrace: green += 1
    default: red += 1
    }
    across &+= step
  }
}
