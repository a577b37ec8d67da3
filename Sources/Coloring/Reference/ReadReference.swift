internal import Raster
internal import Regions

/// What the stage `reference` makes: a coloured drawing read, and as the matcher sees it. All but the picture itself, which whoever
/// asks for it has.
struct ReadReference: Sendable {
  /// The chroma in Oklab below which a colour is a grey.
  private static let leastChroma: Float = 0.02

  let map: RegionMap
  let graph: RegionGraph
  let palette: Palette
  let entries: [Int]
  let parts: [String?]
  let warnings: [String]
  let descriptors: RegionDescriptors

  init(_ image: Image, work: Work) throws(Cancelled) {
    let reference = try Reference(image, work: work.within(0...0.8))
    map = reference.map
    graph = reference.graph
    palette = reference.palette
    entries = reference.entries
    parts = reference.parts
    warnings =
      ReadReference.isGrey(palette)
      ? ["it has no colour, so neither will the drawing; give a coloured one"] : []
    descriptors = try RegionDescriptors(reference, work: work.within(0.8...1))
  }

  /// The reference itself.
  ///
  /// - Parameter image: the picture that was read.
  func reference(_ image: Image) -> Reference {
    Reference(
      image: image, map: map, graph: graph, palette: palette, entries: entries, parts: parts)
  }

  private static func isGrey(_ palette: Palette) -> Bool {
    palette.entries.allSatisfy { entry in
      let colour = Oklab(entry.base)
      return colour.a * colour.a + colour.b * colour.b < leastChroma * leastChroma
    }
  }
}

// Of what the matcher sees only the lines are kept: the rest follows from them and the map in a few milliseconds.

extension ReadReference: Storable {
  init(_ known: ReadReference?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    map = try bytes.pass(known, \.map)
    graph = try bytes.pass(known, \.graph)
    palette = try bytes.pass(known, \.palette)
    entries = try bytes.pass(known, \.entries)
    parts = try bytes.pass(known, \.parts)
    warnings = try bytes.pass(known, \.warnings)
    guard entries.count == map.regions.count, parts.count == entries.count,
      entries.allSatisfy(palette.entries.indices.contains)
    else { throw BrokenBytes() }
    let lines: Plane<UInt32> = try bytes.pass(
      value: known?.descriptors.view.levels[0].lines.map { $0.bitPattern })
    if let known {
      descriptors = known.descriptors
    } else {
      descriptors = try RegionDescriptors(
        ofReference: map, graph: graph, entries: entries, lines: lines.map(Float.init(bitPattern:)))
    }
  }
}
