// Reading a coloured drawing.
//
// Idea: colours and lines together bound a reference's regions. The picture is brought to a bounded
// size and smoothed (`ReferenceColours`), its dark lines are found (`ReferenceLines`), it is divided
// too finely (`ReferenceSegments`) and joined again, the weakest border first (`ReferenceMerging`); the
// ground is told from the figure (`ReferenceBackground`), and the regions' colours make the palette.
// Cost: linear in the pixels up to 1600 on the longer side; beyond that only copying and the map.
// Not done: parts (a network will say), several figures told apart.

public import Raster
import Regions

extension Reference {
  /// Reads a coloured drawing.
  ///
  /// - Parameter image: any size; transparent pixels are background.
  /// - Throws: `Cancelled`.
  /// - Complexity: O(width · height).
  public init(_ image: Image, work: Work) throws(Cancelled) {
    let colours = try ReferenceColours(image, work: work)
    work.report(0.2)
    let lines = try ReferenceLines(colours, work: work)
    work.report(0.4)
    let segments = try ReferenceSegments(colours, lines: lines, work: work)
    work.report(0.6)
    var merging = ReferenceMerging(segments, colours, lines: lines)
    let division = try merging.regions(work: work)
    work.report(0.8)
    let small = segments.labels.map { UInt16(division.of[Int($0)] + 1) }
    let means = Self.means(of: small, count: division.count, colours.shades)
    let background = ReferenceBackground(means: means).isBackground(of: small)
    let labels = Self.enlarged(small, by: colours.scale, width: image.width, height: image.height)
    let map = RegionMap(labels: labels, isBackground: background)
    let (palette, entries) = Palette.read(from: image, map: map)
    self.init(
      image: image, map: map, graph: RegionGraph(borders: [], regionCount: map.regions.count),
      palette: palette, entries: entries, parts: background.map { $0 ? "background" : nil })
  }

  private static func means(of labels: Plane<UInt16>, count: Int, _ shades: Plane<Shade>)
    -> [SIMD4<Double>]
  {
    var sums = [SIMD4<Double>](repeating: .zero, count: count)
    var areas = [Double](repeating: 0, count: count)
    for index in labels.elements.indices {
      let region = Int(labels.elements[index]) - 1
      sums[region] += SIMD4<Double>(shades.elements[index])
      areas[region] += 1
    }
    return zip(sums, areas).map { $0 / $1 }
  }

  private static func enlarged(_ labels: Plane<UInt16>, by scale: Int, width: Int, height: Int)
    -> Plane<UInt16>
  {
    if scale == 1 { return labels }
    var result = Plane<UInt16>(width: width, height: height, repeating: 0)
    for y in 0..<height {
      for x in 0..<width {
        result.elements[y * width + x] = labels.elements[y / scale * labels.width + x / scale]
      }
    }
    return result
  }
}
