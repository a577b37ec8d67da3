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
    let small = segments.labels.map { UInt16(division.number[Int($0)] + 1) }
    let background = ReferenceBackground(
      means: division.means, areas: division.areas, labels: small
    ).isBackground()
    let labels = try small.enlarged(
      by: colours.scale, width: image.width, height: image.height, work: work)
    let map = try RegionMap(labels: labels, isBackground: background, work: work)
    let lineArt = try lines.lineArt(
      colours.scale, width: image.width, height: image.height, work: work)
    let graph = try RegionGraph(map: map, lineArt: lineArt, work: work)
    let found = try RegionColours.read(from: image, map: map, lines: lineArt, work: work)
    let (palette, entries) = Palette.made(from: found, map: map)
    self.init(
      map: map, graph: graph, palette: palette, entries: entries,
      parts: background.map { $0 ? "background" : nil },
      hasGround: map.largestGround.map { image[$0.inside].a > 127 } ?? false)
  }
}
