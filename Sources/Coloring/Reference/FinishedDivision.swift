public import Raster
public import Regions

/// The regions of a finished drawing and the paint of each: what a coloured picture that nurie made needs not be asked for again. Read
/// from the picture alone, small regions would go under in their lines, and shadows would count as colours.
public struct FinishedDivision: Sendable {
  /// `[H, W]`: the region of each pixel of the picture, from 1 on.
  public let labels: Plane<UInt16>
  /// The paint of each region; nil where it has none and counts as ground.
  public let paints: RegionTable<RGBA?>

  /// - Throws: `BrokenDivision` where a label has no paint told for it.
  public init(labels: Plane<UInt16>, paints: RegionTable<RGBA?>) throws(BrokenDivision) {
    guard labels.elements.allSatisfy({ $0 >= 1 && Int($0) <= paints.count }) else {
      throw BrokenDivision()
    }
    self.labels = labels
    self.paints = paints
  }

  /// Of a drawing as it is coloured.
  public init(of result: ColoringResult) {
    labels = result.map.labels
    paints = RegionTable(result.map) { region in
      result.flats[region.label].entry.map { result.palette.entries[$0].base }
    }
  }
}

/// Labels that do not belong to their paints.
public struct BrokenDivision: Error {}

extension Keyed<FinishedDivision> {
  /// A division under the key of its pixels and paints.
  init(division: FinishedDivision) {
    var hasher = ContentHasher()
    hasher.combine(division.labels.width)
    hasher.combine(division.labels.elements)
    hasher.combine(division.paints.map { $0 ?? RGBA(0, 0, 0, 0) })
    self.init(division, key: hasher.key)
  }
}

extension Reference {
  /// A finished drawing, whose regions and paints are known.
  ///
  /// - Parameter image: as large as the division; what is not of its flats is light.
  /// - Throws: `Cancelled`.
  /// - Complexity: O(width · height).
  init(_ image: Image, dividedAs division: FinishedDivision, work: Work) throws(Cancelled) {
    let colours = try ReferenceColours(image, work: work)
    let strokes = try ReferenceLines(colours, work: work).strokes(work: work)
    let pixels = Magnification(scale: colours.scale, width: image.width, height: image.height)
    // Of a picture that is read smaller some regions are nowhere.
    var numbers = RegionTable(repeating: UInt16(0), count: division.paints.count)
    var paints: [RGBA?] = []
    let small = Plane(
      width: colours.width, height: colours.height,
      elements: (0..<colours.height).flatMap { y in
        (0..<colours.width).map { x in
          let (columns, rows) = (pixels.columns(of: x), pixels.rows(of: y))
          let label = division.labels[
            (columns.lowerBound + columns.upperBound) / 2, (rows.lowerBound + rows.upperBound) / 2]
          if numbers[label] == 0 {
            paints.append(division.paints[label])
            numbers[label] = UInt16(paints.count)
          }
          return numbers[label]
        }
      })
    let isGround = RegionTable(paints.map { $0 == nil })
    let map = try RegionMap(labels: small, isBackground: isGround, in: pixels, work: work)
    let graph = try RegionGraph(
      labels: small, strokes: strokes, in: pixels, regionCount: paints.count, work: work)
    let found = try RegionColours.read(
      from: image, labels: small, strokes: strokes, in: pixels,
      insides: RegionTable(map) { $0.inside }, work: work)
    let (palette, entries) = Palette.made(
      of: RegionTable(zip(paints, found).map { $0 ?? $1.base }), tones: found, map: map)
    self.init(
      map: map, graph: graph, palette: palette, entries: entries,
      parts: isGround.mapValues { $0 ? "background" : nil },
      hasGround: map.largestGround.map { image[$0.inside].a > 127 } ?? false)
  }
}

extension Palette {
  /// One entry for each paint, the largest first; its shadow and light are those of the largest region that shows any.
  fileprivate static func made(
    of paints: RegionTable<RGBA>, tones: RegionTable<RegionColours>, map: RegionMap
  ) -> (palette: Palette, entries: RegionTable<Int>) {
    var areas: [RGBA: Int] = [:]
    for region in map.regions { areas[paints[region.label], default: 0] += region.area }
    let order = areas.sorted { a, b in
      (b.value, a.key.r, a.key.g, a.key.b) < (a.value, b.key.r, b.key.g, b.key.b)
    }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let largest = map.regions.sorted { ($1.area, $0.label) < ($0.area, $1.label) }.map(\.label)
    var names = PaletteNames()
    let entries = order.map { paint in
      func tone(_ path: KeyPath<RegionColours, RGBA?>) -> RGBA? {
        largest.lazy.filter { paints[$0] == paint }.compactMap { tones[$0][keyPath: path] }.first
      }
      return PaletteEntry(
        name: names.name(for: paint), base: paint, shadow: tone(\.shadow) ?? paint.derivedShadow,
        highlight: tone(\.highlight) ?? paint.derivedHighlight)
    }
    return (Palette(entries: entries), paints.mapValues { places[$0] ?? 0 })
  }
}
