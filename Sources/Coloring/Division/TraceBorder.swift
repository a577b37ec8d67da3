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
  /// Pixels of each meaning.
  var shadow = 0
  var deeper = 0
  var highlight = 0
  /// The steps across it from the first region to the second, summed.
  var across = SIMD2(0, 0)

  var length: Int { shadow + deeper + highlight }
  var isHighlight: Bool { highlight > shadow + deeper }

  mutating func add(_ meaning: TraceMeaning, across step: SIMD2<Int>) {
    switch meaning {
    case .highlight: highlight += 1
    case .deeper: deeper += 1
    case .shadow: shadow += 1
    }
    across &+= step
  }
}
