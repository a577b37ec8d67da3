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
