import Raster
import Regions
import TestSupport

/// The picture that `rows` draw: `#` ink, `.` paper, `r` `g` `b` trace lines, a space nothing at all.
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

extension LineArt {
  /// The strokes in letters.
  var picture: [String] {
    (0..<height).map { y in
      String(
        (0..<width).map { x -> Character in
          switch strokes[x, y] {
          case .paper: "."
          case .ink: "#"
          case .redTrace: "r"
          case .greenTrace: "g"
          case .blueTrace: "b"
          case .hatching: ":"
          }
        })
    }
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

/// A width and a height of `range`.
func randomSize(in range: ClosedRange<Int>, _ random: inout SeededNumbers) -> (Int, Int) {
  (Int.random(in: range, using: &random), Int.random(in: range, using: &random))
}
