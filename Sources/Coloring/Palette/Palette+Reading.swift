import Raster
import Regions

// From regions' colours to a palette.
//
// Idea: large regions first, each joins the first entry that an artist would call the same colour, or
// makes a new one. Two flat colours are the same only where the eye cannot tell them apart; painted
// ones vary more. A small painted region that shows no more than an entry's shadow or light (a
// strand of hair that lies in the dark) joins that entry. No number of entries is fixed. What is flat and the shadow or
// light of another flat colour then belongs to that one (`CelTones`).
// Cost: O(regions · entries).

extension Palette {
  /// Up to this distance (Oklab) two flat colours are one.
  private static let flatTolerance: Float = 0.012
  /// Up to this distance two painted colours are one.
  private static let paintedTolerance: Float = 0.035
  /// Up to this distance two painted whites are one: bluish socks, creamy laces and off-white ribbing are three
  /// colours to an artist, although shading moves a white little.
  private static let whiteTolerance: Float = 0.016

  /// The palette of a divided picture.
  ///
  /// - Parameter colours: each region's.
  /// - Returns: the palette, largest colour first, and each region's entry.
  static func made(from colours: RegionTable<RegionColours>, map: RegionMap, graph: RegionGraph)
    -> (palette: Palette, entries: RegionTable<Int>)
  {
    var groups: [Group] = []
    var entryOfRegion = RegionTable(repeating: 0, count: colours.count)
    for region in map.regions.sorted(by: { ($1.area, $0.label) < ($0.area, $1.label) }) {
      let colour = colours[region.label]
      if let known = groups.firstIndex(where: { $0.takes(colour, area: region.area) }) {
        groups[known].add(colour, area: region.area)
        entryOfRegion[region.label] = known
      } else {
        entryOfRegion[region.label] = groups.count
        groups.append(Group(colour, area: region.area))
      }
    }
    let tones = CelTones(
      colours, groups: entryOfRegion, bases: groups.map(\.colours.base), map: map, graph: graph)
    // Largest first: its tone stands.
    var isTold: Set<CelTones.Owner> = []
    for region in map.regions.sorted(by: { ($1.area, $0.label) < ($0.area, $1.label) }) {
      guard let owner = tones.owners[region.label] else { continue }
      entryOfRegion[region.label] = owner.group
      if !isTold.insert(owner).inserted { continue }
      switch owner.tone {
      case .shadow: groups[owner.group].colours.shadow = colours[region.label].base
      case .highlight: groups[owner.group].colours.highlight = colours[region.label].base
      }
    }
    // Colours that nothing is left of go.
    let used = Set(entryOfRegion).sorted()
    let places = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    entryOfRegion = entryOfRegion.mapValues { places[$0] ?? 0 }
    groups = used.map { groups[$0] }
    var names = PaletteNames()
    let entries = groups.map { group in
      PaletteEntry(
        name: names.name(for: group.colours.base), base: group.colours.base,
        shadow: group.colours.shadow ?? group.colours.base.derivedShadow,
        highlight: group.colours.highlight ?? group.colours.base.derivedHighlight)
    }
    return (Palette(entries: entries), entryOfRegion)
  }

  /// Regions that share an entry.
  private struct Group {
    var colours: RegionColours
    var area: Int
    let base: Oklab

    init(_ colours: RegionColours, area: Int) {
      self.colours = colours
      self.area = area
      base = Oklab(colours.base)
    }

    func takes(_ other: RegionColours, area: Int) -> Bool {
      let color = Oklab(other.base)
      let tolerance =
        if colours.isFlat && other.isFlat {
          Palette.flatTolerance
        } else if min(base.l, color.l) > 0.9 {
          Palette.whiteTolerance
        } else {
          Palette.paintedTolerance
        }
      if base.squaredDistance(to: color) <= tolerance * tolerance { return true }
      if other.isFlat || area * 10 > self.area { return false }
      return [colours.shadow, colours.highlight].contains { tone in
        guard let tone else { return false }
        return Oklab(tone).squaredDistance(to: color) <= tolerance * tolerance
      }
    }

    /// The first, largest region's colours stand; a later one adds a shadow or a light it lacks.
    mutating func add(_ other: RegionColours, area: Int) {
      self.area += area
      if colours.shadow == nil { colours.shadow = other.shadow }
      if colours.highlight == nil { colours.highlight = other.highlight }
    }
  }
}

extension RGBA {
  /// A colour for what is of this colour and in shadow: darker, a little more colourful, towards blue.
  var derivedShadow: RGBA {
    let color = Oklab(self)
    return RGBA(Oklab(l: color.l * 0.82, a: color.a * 0.95, b: color.b * 0.95 - 0.006), alpha: a)
  }

  /// A colour for what is of this colour and in the light: half-way to white.
  var derivedHighlight: RGBA {
    let color = Oklab(self)
    return RGBA(
      Oklab(l: color.l + (1 - color.l) * 0.5, a: color.a * 0.6, b: color.b * 0.6), alpha: a)
  }
}
