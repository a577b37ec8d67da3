import Raster
import Regions

extension LineArt {
  /// A drawing in letters: `#` ink, `r` `g` `b` trace lines, anything else paper.
  init(_ picture: String, strokeWidth: Double = 1) {
    let rows = picture.split(separator: "\n").map(Array.init)
    let strokes = Plane(
      width: rows[0].count, height: rows.count,
      elements: rows.flatMap { row in
        row.map { letter -> Stroke in
          switch letter {
          case "#": .ink
          case "r": .redTrace
          case "g": .greenTrace
          case "b": .blueTrace
          default: .paper
          }
        }
      })
    self.init(strokes: strokes, strokeWidth: strokeWidth)
  }

  /// Strokes alone, as black as ink can be.
  init(strokes: Plane<Stroke>, strokeWidth: Double) {
    self.init(
      darkness: strokes.map { $0 == .ink ? 255 : 0 }, strokes: strokes, strokeWidth: strokeWidth)
  }
}

extension RegionMap {
  /// The labels in letters: `a` is label 1; `.` is none.
  var picture: String {
    (0..<height).map { y in
      String(
        (0..<width).map { x in
          let label = labels[x, y]
          return label == 0 ? "." : Character(UnicodeScalar(96 + UInt8(label)))
        })
    }.joined(separator: "\n")
  }
}

/// Repeatable numbers: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
