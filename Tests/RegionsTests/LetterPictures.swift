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
