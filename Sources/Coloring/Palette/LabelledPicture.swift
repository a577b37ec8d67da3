import Raster
import Regions

/// A coloured picture and its regions, whose colours are to be counted.
struct LabelledPicture: Sendable {
  let image: Image
  /// Each block's region, and whether it is of a line.
  let labels: Plane<UInt16>
  let strokes: Plane<Stroke>
  /// What the two stand for in the picture.
  let pixels: Magnification

  /// How many of each region's own pixels have each key, `[label - 1]`.
  ///
  /// - Parameters:
  ///   - count: of regions.
  ///   - key: what a colour counts as; nil where it does not count.
  /// - Complexity: O(pixels), shared between the threads.
  func counts<Key: Hashable & Sendable>(
    of count: Int, work: Work, key: @Sendable (_ region: Int, _ color: RGBA) -> Key?
  ) throws(Cancelled) -> [[Key: Int]] {
    let bands = work.mapBands(of: labels.height) { rows in
      var tally = ColourTally<Key>(regions: count)
      for row in rows where !work.isCancelled {
        for y in pixels.rows(of: row) {
          forEachOwnColour(row, y) { region, color, number in
            tally.add(number, of: color, in: region, key)
          }
        }
      }
      return tally.counts(key)
    }
    try work.checkCancelled()
    return bands.dropFirst().reduce(into: bands[0]) { sum, band in
      for region in sum.indices { sum[region].merge(band[region], uniquingKeysWith: +) }
    }
  }

  /// Calls `body` for runs of one colour within one region along a row of pixels; those of lines, and those whose left,
  /// right, upper or lower neighbour is of another region, left out.
  ///
  /// - Parameters:
  ///   - row: of blocks.
  ///   - y: one of its rows of pixels.
  @inline(__always)
  private func forEachOwnColour(
    _ row: Int, _ y: Int, _ body: (_ region: Int, _ color: RGBA, _ count: Int) -> Void
  ) {
    let (width, height) = (labels.width, labels.height)
    let rows = pixels.rows(of: row)
    func elements(ofRow row: Int) -> Range<Int> { row * width..<(row + 1) * width }
    let all = labels.elements.span
    let here = all.extracting(elements(ofRow: row))
    let above = all.extracting(elements(ofRow: y == rows.lowerBound ? max(0, row - 1) : row))
    let below = all.extracting(
      elements(ofRow: y == rows.upperBound - 1 ? min(height - 1, row + 1) : row))
    let strokes = strokes.elements.span.extracting(elements(ofRow: row))
    let colors = image.elements.span.extracting(y * image.width..<(y + 1) * image.width)
    var region = -1
    var color = RGBA.clear
    var run = 0
    for x in 0..<width {
      let label = here[x]
      if strokes[x] != .paper || above[x] != label || below[x] != label { continue }
      let columns = pixels.columns(of: x)
      let start = columns.lowerBound + (x > 0 && here[x - 1] != label ? 1 : 0)
      let end = columns.upperBound - (x + 1 < width && here[x + 1] != label ? 1 : 0)
      for column in start..<max(start, end) {
        if colors[column] == color && Int(label) - 1 == region {
          run += 1
          continue
        }
        if run > 0 { body(region, color, run) }
        region = Int(label) - 1
        color = colors[column]
        run = 1
      }
    }
    if run > 0 { body(region, color, run) }
  }
}

/// Counts of colours by region, on one thread.
///
/// Shaded and compressed pictures change their colour with nearly every pixel, but among few: the counts of those
/// last seen stand in a small table, and go where they belong when another colour needs their place.
private struct ColourTally<Key: Hashable> {
  private struct Place {
    var region: Int32 = 0
    var color = RGBA.clear
    var count = 0
  }

  private static var placeBits: Int { 12 }

  private var places = [Place](repeating: Place(), count: 1 << Self.placeBits)
  private var counts: [[Key: Int]]

  init(regions: Int) { counts = Array(repeating: [:], count: regions) }

  @inline(__always)
  mutating func add(
    _ number: Int, of color: RGBA, in region: Int, _ key: (_ region: Int, _ color: RGBA) -> Key?
  ) {
    let code = UInt32(color.r) | UInt32(color.g) << 8 | UInt32(color.b) << 16
    let mixed = (code ^ UInt32(truncatingIfNeeded: region) << 20 ^ UInt32(color.a)) &* 0x9E37_79B1
    let place = Int(mixed >> UInt32(32 - Self.placeBits))
    if places[place].color != color || places[place].region != Int32(region) {
      settle(place, key)
      places[place] = Place(region: Int32(region), color: color, count: 0)
    }
    places[place].count += number
  }

  /// What was counted, `[label - 1]`.
  consuming func counts(_ key: (_ region: Int, _ color: RGBA) -> Key?) -> [[Key: Int]] {
    for place in places.indices { settle(place, key) }
    return counts
  }

  private mutating func settle(_ index: Int, _ key: (_ region: Int, _ color: RGBA) -> Key?) {
    let place = places[index]
    guard place.count > 0, let key = key(Int(place.region), place.color) else { return }
    counts[Int(place.region)][key, default: 0] += place.count
  }
}
