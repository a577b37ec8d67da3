import Raster
import Regions

// Pictures in letters: `#` ink, `.` paper, `r`, `g`, `b` trace lines, a space for nothing at all.

/// The picture that `rows` draw.
func picture(_ rows: String...) -> Image {
  Image(
    width: rows[0].count, height: rows.count,
    elements: rows.flatMap { row in
      row.map { letter in
        switch letter {
        case "#": .black
        case "r": RGBA(255, 0, 0)
        case "g": RGBA(0, 255, 0)
        case "b": RGBA(0, 0, 255)
        case " ": .clear
        default: .white
        }
      }
    })
}

/// `strokes` in letters.
func letters(_ strokes: Plane<Stroke>) -> [String] {
  (0..<strokes.height).map { y in
    String(
      (0..<strokes.width).map { x -> Character in
        switch strokes[x, y] {
        case .paper: "."
        case .ink: "#"
        case .redTrace: "r"
        case .greenTrace: "g"
        case .blueTrace: "b"
        }
      })
  }
}

/// A map drawn in letters: each letter one region, numbered by first appearance.
func map(_ rows: String...) -> RegionMap {
  var order: [Character] = []
  let labels = Plane(
    width: rows[0].count, height: rows.count,
    elements: rows.flatMap { row in
      row.map { letter -> UInt16 in
        if let index = order.firstIndex(of: letter) { return UInt16(index + 1) }
        order.append(letter)
        return UInt16(order.count)
      }
    })
  return bareMap(labels)
}

/// A map of the labels of `labels` whose regions know no more than their label and first pixel.
func bareMap(_ labels: Plane<UInt16>) -> RegionMap {
  let count = labels.elements.max() ?? 0
  let regions = (1...count).map { label in
    let first = labels.elements.firstIndex(of: label) ?? 0
    return Region(
      label: label, area: labels.elements.count { $0 == label }, box: labels.bounds,
      centroid: (0, 0), inside: Point(first % labels.width, first / labels.width),
      insideRadius: 1, isBackground: false)
  }
  return RegionMap(labels: labels, regions: regions, closings: [])
}

/// Line art drawn in letters.
func strokes(_ rows: String...) -> LineArt {
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
  return LineArt(
    darkness: strokes.map { $0 == .ink ? 255 : 0 }, strokes: strokes, strokeWidth: 1)
}

/// Numbers that look random and are the same every time.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next of splitmix64's numbers.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A width and a height of `range`.
func randomSize(in range: ClosedRange<Int>, _ random: inout SeededNumbers) -> (Int, Int) {
  (Int.random(in: range, using: &random), Int.random(in: range, using: &random))
}
