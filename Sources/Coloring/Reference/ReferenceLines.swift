import Raster
import Regions

/// The dark lines of a coloured drawing.
///
/// A line is darker than what lies on both of its sides, whatever their colours: the black top-hat of
/// lightness (its closing less itself) over a square just wider than the lines. The width is measured first with a
/// wide square, so that a thin drawing's dark ribbons and pupils are not taken for lines.
///
/// Cost: linear, an opening or two of Raster's. It does not find lines lighter than their sides,
/// nor black lines on black hair: there the colours must tell.
struct ReferenceLines {
  /// The depth of each pixel below its surroundings, in thousandths of lightness; on dark surroundings,
  /// where a line can be only a little darker, up to two and a half times that.
  let depth: Plane<Int16>
  /// Their mean width in pixels; at least 1.
  let width: Double

  /// From which depth on a pixel belongs to a line.
  static let inked: Int16 = 90

  init(_ colours: ReferenceColours, work: Work) throws(Cancelled) {
    // In 255 steps.
    let darkness = try Plane<UInt8>(
      width: colours.width, height: colours.height, repeating: 0, work: work
    ) { y, row in
      let shades = colours.shades.elements.span.extracting(y * row.count..<(y + 1) * row.count)
      for x in row.indices {
        row[x] = UInt8(255 - (Int(max(0, min(1000, shades[x].x))) * 255 + 500) / 1000)
      }
    }
    let widest = max(3, max(colours.width, colours.height) / 220)
    let first = try Self.topHat(darkness, radius: widest, work: work)
    let measured = Self.meanWidth(of: first, limit: Double(2 * widest))
    let radius = min(widest, Int((0.75 * measured + 1).rounded(.up)))
    let second = radius == widest ? first : try Self.topHat(darkness, radius: radius, work: work)
    depth = try Self.withoutSpots(second, work: work)
    width = measured
  }

  /// The depth with the spots taken out: what is as wide as long and stands alone is a button or a pupil, not a line.
  private static func withoutSpots(_ depth: Plane<Int16>, work: Work) throws(Cancelled)
    -> Plane<Int16>
  {
    let strokes = try RunComponents(
      of: BitPlane(depth, work: work) { $0 >= inked }, where: true, connectivity: .eight, work: work
    )
    let isSpot = strokes.statistics().map { stroke in
      let box = stroke.box
      let (short, long) = (min(box.width, box.height), max(box.width, box.height))
      return short >= 6 && long < 2 * short && stroke.area * 5 > box.width * box.height * 3
    }
    var result = depth
    try work.forEachRow(of: &result) { y, row in
      for run in strokes.rowRuns(y) where isSpot[Int(strokes.runs[run].component)] {
        for x in strokes.runs[run].columns { row[x] = 0 }
      }
    }
    return result
  }

  /// The pixels of lines.
  func strokes(work: Work) throws(Cancelled) -> Plane<Stroke> {
    try Plane(width: depth.width, height: depth.height, repeating: .paper, work: work) { y, row in
      let depth = depth.elements.span.extracting(y * row.count..<(y + 1) * row.count)
      for x in row.indices where depth[x] >= Self.inked { row[x] = .ink }
    }
  }

  /// Twice the area over the outline's length.
  private static func meanWidth(of depth: Plane<Int16>, limit: Double) -> Double {
    let width = depth.width
    let values = depth.elements.span
    var area = 0
    var outline = 0
    for y in 0..<depth.height {
      for x in 0..<width where values[y * width + x] >= inked {
        area += 1
        if x + 1 == width || values[y * width + x + 1] < inked { outline += 1 }
        if x == 0 || values[y * width + x - 1] < inked { outline += 1 }
        if y + 1 == depth.height || values[(y + 1) * width + x] < inked { outline += 1 }
        if y == 0 || values[(y - 1) * width + x] < inked { outline += 1 }
      }
    }
    // A slanted outline's steps are 4/π times as long as the outline.
    return outline == 0 ? 1 : min(limit, max(1, 2 * Double(area) / (Double(outline) * 0.785)))
  }

  /// The closing of lightness is the opening of darkness.
  private static func topHat(_ darkness: Plane<UInt8>, radius: Int, work: Work) throws(Cancelled)
    -> Plane<Int16>
  {
    let opened = try darkness.opened(reach: radius, work: work)
    return try Plane(
      width: darkness.width, height: darkness.height, repeating: 0, work: work
    ) { y, row in
      let here = y * row.count..<(y + 1) * row.count
      let darkness = darkness.elements.span.extracting(here)
      let opened = opened.elements.span.extracting(here)
      for x in row.indices where darkness[x] != opened[x] {
        let depth = (Int(darkness[x]) - Int(opened[x])) * 1000 / 255
        let surroundings = 1000 - Int(opened[x]) * 1000 / 255
        // At 400 and lighter a line is `inked` as it is, at 160 and darker two and a half times as easily.
        row[x] = Int16(min(1000, depth * 400 / min(400, max(160, surroundings))))
      }
    }
  }
}
