import Raster
import Regions
import Studio

/// Drawings in rows on white, each with its number, title and a remark below it.
struct DrawingSheet {
  struct Tile {
    let number: Int
    let title: String
    let picture: Image
    let remark: Phrase
    /// What stands for the remark where the sheet's letters cannot write it.
    let sign: String
    /// Whether the remark asks for a look.
    let isMarked: Bool
  }

  let tiles: [Tile]
  /// The longest side of a picture on it, in pixels.
  let side: Int

  private static let margin = 16
  private static let scale = 2
  private static let lineHeight = 20
  private static let mark = RGBA(214, 0, 147)

  /// About as wide as high.
  private var columns: Int {
    var columns = 1
    while columns * columns < tiles.count { columns += 1 }
    return columns
  }

  var picture: Image {
    let rows = (tiles.count + columns - 1) / columns
    let width = side + Self.margin
    let height = side + 2 * Self.lineHeight + Self.margin
    var sheet = Image(
      width: columns * width + Self.margin, height: rows * height + Self.margin, repeating: .white)
    for (index, tile) in tiles.enumerated() {
      let x = Self.margin + index % columns * width
      let y = Self.margin + index / columns * height
      paste(tile.picture, x: x, y: y, on: &sheet)
      // What its letters cannot write is in the printed list.
      let title = SmallLetters.know(tile.title) ? "\(tile.number) \(tile.title)" : "\(tile.number)"
      let place = y + side + 6
      draw(title, in: .black, x: x, y: place, on: &sheet)
      let remark = tile.remark.spoken
      draw(
        SmallLetters.know(remark) ? remark : tile.sign,
        in: tile.isMarked ? Self.mark : RGBA(120, 120, 120), x: x,
        y: place + Self.lineHeight, on: &sheet)
    }
    return sheet
  }

  private func draw(_ text: String, in color: RGBA, x: Int, y: Int, on sheet: inout Image) {
    let most = side / (6 * Self.scale)
    SmallLetters.draw(
      String(text.prefix(most)), in: color, scale: Self.scale, at: Point(x, y), on: &sheet)
  }

  /// Lays a picture on the paper, in the middle of its place.
  private func paste(_ picture: Image, x: Int, y: Int, on sheet: inout Image) {
    let (left, top) = (x + (side - picture.width) / 2, y + (side - picture.height) / 2)
    for v in 0..<picture.height {
      for u in 0..<picture.width {
        let pixel = picture[u, v]
        let paper = 255 * (255 - Int(pixel.a)) + 127
        func over(_ code: UInt8) -> UInt8 { UInt8((Int(code) * Int(pixel.a) + paper) / 255) }
        sheet[left + u, top + v] = RGBA(over(pixel.r), over(pixel.g), over(pixel.b))
      }
    }
  }

  /// Draws slanting stripes over regions.
  ///
  /// - Parameter step: from one stripe to the next half, in pixels.
  static func hatch(
    _ picture: inout Image, where isMarked: (UInt16) -> Bool, of map: RegionMap, step: Int,
    work: Work
  ) throws(Cancelled) {
    let marked = RegionTable(map) { isMarked($0.label) }
    try work.forEachRow(of: &picture) { y, row in
      let labels = map.labels.elements.span.extracting(y * map.width..<(y + 1) * map.width)
      for x in row.indices where marked[labels[x], ofNone: false] && (x + y) / step % 2 == 0 {
        row[x] = mark
      }
    }
  }
}
