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
    var merging = ReferenceMerging(
      try ReferenceBorders(segments, colours, lines: lines, work: work))
    let division = try merging.regions(work: work)
    work.report(0.8)

    let labels = division.labels
    let small = try Plane<UInt16>(
      width: colours.width, height: colours.height, repeating: 0, work: work
    ) { y, row in
      let segments = segments.labels.elements.span.extracting(
        y * row.count..<(y + 1) * row.count)
      for x in row.indices { row[x] = labels[Int(segments[x]) - 1] }
    }
    let strokes = try lines.strokes(work: work)
    let frame = RuledFrame(
      in: try BitPlane(strokes, work: work) { $0 == .ink }, strokeWidth: lines.width)
    let background = ReferenceBackground(
      means: division.means, areas: division.areas, meetings: division.meetings, labels: small,
      picture: frame?.inside ?? small.bounds
    ).isBackground()
    // Regions are read at this size, and their facts told in pixels of the picture.
    let pixels = Magnification(scale: colours.scale, width: image.width, height: image.height)
    let (map, graph) = try work.together(
      { () throws(Cancelled) in
        try RegionMap(
          labels: small, isBackground: background, in: pixels, frame: frame?.enlarged(to: pixels),
          work: work)
      },
      { () throws(Cancelled) in
        try RegionGraph(
          labels: small, strokes: strokes, in: pixels, regionCount: background.count, work: work)
      })
    let found = try RegionColours.read(
      from: image, labels: small, strokes: strokes, in: pixels,
      insides: RegionTable(map) { $0.inside }, work: work)
    let (palette, entries) = Palette.made(from: found, map: map, graph: graph)
    self.init(
      map: map, graph: graph, palette: palette, entries: entries,
      parts: background.mapValues { $0 ? "background" : nil },
      hasGround: map.largestGround.map { image[$0.inside].a > 127 } ?? false)
  }
}
