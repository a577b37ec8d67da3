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
  /// How much darker than its surroundings each pixel is, in thousandths of lightness; on dark surroundings,
  /// where a line can be only a little darker, up to two and a half times that.
  let depth: Plane<Int16>
  /// Their mean width in pixels; at least 1.
  let width: Double

  /// From which depth on a pixel belongs to a line.
  static let inked: Int16 = 90

  init(_ colours: ReferenceColours, work: Work) throws(Cancelled) {
    let lightness = colours.shades.map { $0.x }
    let widest = max(3, max(colours.width, colours.height) / 220)
    let first = try Self.topHat(lightness, radius: widest, work: work)
    let measured = Self.meanWidth(of: first, limit: Double(2 * widest))
    let radius = min(widest, Int((0.75 * measured + 1).rounded(.up)))
    let second = radius == widest ? first : try Self.topHat(lightness, radius: radius, work: work)
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

  /// The lines as line art of the full picture, `scale` times as large.
  func lineArt(_ scale: Int, width: Int, height: Int, work: Work) throws(Cancelled)
    -> LineArt
  {
    LineArt(
      darkness: try depth.map { UInt8(max(0, min(255, Int($0) * 255 / 500))) }
        .enlarged(by: scale, width: width, height: height, work: work),
      strokes: try depth.map { $0 >= Self.inked ? Stroke.ink : .paper }
        .enlarged(by: scale, width: width, height: height, work: work),
      strokeWidth: self.width * Double(scale))
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

  /// The closing of lightness is the opening of darkness, in 255 steps.
  private static func topHat(_ lightness: Plane<Int16>, radius: Int, work: Work) throws(Cancelled)
    -> Plane<Int16>
  {
    let darkness = lightness.map { UInt8(255 - (Int(max(0, min(1000, $0))) * 255 + 500) / 1000) }
    let opened = try darkness.opened(reach: radius, work: work)
    var depths = lightness
    try work.forEachRow(of: &depths) { y, row in
      let darkness = darkness.elements.span
      let opened = opened.elements.span
      for x in row.indices {
        let index = y * lightness.width + x
        let depth = (Int(darkness[index]) - Int(opened[index])) * 1000 / 255
        let surroundings = 1000 - Int(opened[index]) * 1000 / 255
        // At 400 and lighter a line is `inked` as it is, at 160 and darker two and a half times as easily.
        row[x] = Int16(min(1000, depth * 400 / min(400, max(160, surroundings))))
      }
    }
    return depths
  }
}
