import Figures
import Raster

/// Pairs side by side on one picture: of each view colour, line, parts and groups.
struct ContactSheet {
  let pairs: [FigurePair]

  var picture: Image {
    let side = pairs[0].views[0].colour.width
    let columns = pairs.count > 8 ? 2 : 1
    let rows = (pairs.count + columns - 1) / columns
    var sheet = Image(width: columns * 8 * side, height: rows * side, repeating: .white)
    for (index, pair) in pairs.enumerated() {
      let tiles = pair.views.flatMap { [$0.colour, $0.line, $0.partsPicture, $0.groupsPicture] }
      for (place, tile) in tiles.enumerated() {
        paste(tile, x: (index % columns * 8 + place) * side, y: index / columns * side, on: &sheet)
      }
    }
    return sheet
  }

  private func paste(_ tile: Image, x: Int, y: Int, on sheet: inout Image) {
    for row in 0..<tile.height {
      let from = row * tile.width
      let to = (y + row) * sheet.width + x
      sheet.elements.replaceSubrange(
        to..<to + tile.width, with: tile.elements[from..<from + tile.width])
    }
  }
}
