import Raster
import Regions

/// A coloured picture and its regions, whose colours are to be counted.
struct LabelledPicture: Sendable {
  let image: Image
  /// Each block's region, and whether it is of a line.
  let labels: Plane<UInt16>
  let strokes: Plane<Stroke>
  /// The meaning of the two in the picture.
  let pixels: Magnification

  /// The number of each region's own pixels that have each key.
  ///
  /// - Parameters:
  ///   - count: of regions.
  ///   - key: what a colour counts as; nil where it does not count.
  /// - Complexity: O(pixels), shared between the threads.
  @inline(__always)
  func counts(
    of count: Int, work: Work, key: @Sendable (_ region: UInt16, _ color: RGBA) -> Int32?
  ) throws(Cancelled) -> RegionTable<[Int32: Int]> {
    let bands = work.mapBands(of: labels.height) { rows in
      var tally = KeyTally(regions: count)
      for row in rows where !work.isCancelled {
        for y in pixels.rows(of: row) {
          forEachOwnColour(row, y) { region, color, number in
            if let key = key(region, color) { tally.add(number, of: key, in: region) }
          }
        }
      }
      return tally.finished()
    }
    try work.checkCancelled()
    return bands.dropFirst().reduce(into: bands[0]) { sum, band in
      for region in sum.labels { sum[region].merge(band[region], uniquingKeysWith: +) }
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
    _ row: Int, _ y: Int, _ body: (_ region: UInt16, _ color: RGBA, _ count: Int) -> Void
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
    var region: UInt16 = 0
    var color = RGBA.clear
    var run = 0
    for x in 0..<width {
      let label = here[x]
      if strokes[x] != .paper || above[x] != label || below[x] != label { continue }
      let columns = pixels.columns(of: x)
      let start = columns.lowerBound + (x > 0 && here[x - 1] != label ? 1 : 0)
      let end = columns.upperBound - (x + 1 < width && here[x + 1] != label ? 1 : 0)
      for column in start..<max(start, end) {
        if colors[column] == color && label == region {
          run += 1
          continue
        }
        if run > 0 { body(region, color, run) }
        region = label
        color = colors[column]
        run = 1
      }
    }
    if run > 0 { body(region, color, run) }
  }
}

/// Counts of keys by region, on one thread.
///
/// Shaded and compressed pictures change their colour with nearly every pixel, but among few: the counts of keys
/// last seen stand in a small table, and go where they belong when another key needs their place.
private struct KeyTally {
  private static var placeBits: Int { 12 }

  /// Region 0 is none, with a count of 0.
  private var places = [(region: UInt16, key: Int32, count: Int)](
    repeating: (0, 0, 0), count: 1 << Self.placeBits)
  private var counts: RegionTable<[Int32: Int]>

  init(regions: Int) { counts = RegionTable(repeating: [:], count: regions) }

  @inline(__always)
  mutating func add(_ number: Int, of key: Int32, in region: UInt16) {
    let mixed = (UInt32(bitPattern: key) ^ UInt32(region) << 20) &* 0x9E37_79B1
    let place = Int(mixed >> UInt32(32 - Self.placeBits))
    if places[place].key != key || places[place].region != region {
      settle(place)
      places[place] = (region, key, 0)
    }
    places[place].count += number
  }

  /// The counts of each region.
  consuming func finished() -> RegionTable<[Int32: Int]> {
    for place in places.indices { settle(place) }
    return counts
  }

  private mutating func settle(_ index: Int) {
    let (region, key, count) = places[index]
    if count > 0 { counts[region][key, default: 0] += count }
  }
}
