public import Raster

extension Palette {
  /// A palette of several references', and where each one's entries are in it.
  ///
  /// Entries whose base looks the same are one: the first stands. Names are made unique.
  ///
  /// - Returns: `entries[reference][entry]` is the index in `palette`.
  /// - Complexity: O(entries²).
  public static func joining(_ palettes: [Palette]) -> (palette: Palette, entries: [[Int]]) {
    var joined = Palette(entries: [])
    let indices = palettes.map { palette -> [Int] in
      // Two entries of one palette stay two.
      let earlier = joined.entries.count
      return palette.entries.map { entry in
        if let known = joined.entries[..<earlier].firstIndex(where: { $0.looksLike(entry) }) {
          if joined.entries[known].part == nil { joined.entries[known].part = entry.part }
          return known
        }
        return joined.add(entry)
      }
    }
    return (joined, indices)
  }

  /// The entry of this name.
  public func index(named name: String) -> Int? { entries.firstIndex { $0.name == name } }

  /// The entry that somebody gave this name.
  func index(givenName name: String) -> Int? {
    entries.firstIndex { $0.isNamed && $0.name == name }
  }

  /// The entry whose base is nearest to `color` as it looks; nil in an empty palette.
  ///
  /// - Parameter part: only this part's entries, where it has any.
  public func nearest(to color: RGBA, part: String? = nil) -> Int? {
    let sought = Oklab(color)
    let own = entries.indices.filter { part != nil && entries[$0].part == part }
    return (own.isEmpty ? Array(entries.indices) : own).min { a, b in
      let distances = (
        Oklab(entries[a].base).squaredDistance(to: sought),
        Oklab(entries[b].base).squaredDistance(to: sought)
      )
      return distances.0 != distances.1 ? distances.0 < distances.1 : a < b
    }
  }

  /// A name that describes a colour.
  ///
  /// - Parameter name: of the entry that is to have it; no other entry's is given.
  public func name(describing color: RGBA, inPlaceOf name: String) -> String {
    var names = PaletteNames(taken: entries.map(\.name).filter { $0 != name })
    return names.name(for: color)
  }

  /// Adds an entry that the references lack; its name gets a number if another has it.
  ///
  /// - Returns: its index.
  @discardableResult
  public mutating func add(_ entry: PaletteEntry) -> Int {
    var names = PaletteNames(taken: entries.map(\.name))
    var entry = entry
    entry.name = names.unique(entry.name)
    entries.append(entry)
    return entries.count - 1
  }

  /// Adds a colour that the references lack, with a shadow and a highlight derived from it.
  ///
  /// - Parameter name: nil for one that describes the colour.
  /// - Returns: its index.
  @discardableResult
  public mutating func add(_ color: RGBA, name: String? = nil, part: String? = nil) -> Int {
    add(PaletteEntry(name: name, part: part, base: color))
  }
}

extension PaletteEntry {
  /// An entry of which only the base is known: the other two are derived.
  public init(name: String? = nil, part: String? = nil, base: RGBA) {
    self.init(
      name: name ?? PaletteNames.description(of: base), part: part, base: base,
      shadow: base.derivedShadow, highlight: base.derivedHighlight)
  }

  /// Whether the name does no more than describe the base ("warm brown 2"), so that it follows the base.
  public var isNamedAfterBase: Bool {
    let description = PaletteNames.description(of: base)
    guard name.hasPrefix(description) else { return false }
    let rest = name.dropFirst(description.count)
    return rest.isEmpty || rest.first == " " && Int(rest.dropFirst()) != nil
  }

  /// Whether side by side the two bases would pass for one colour, and the parts do not differ.
  func looksLike(_ other: PaletteEntry) -> Bool {
    if let part, let otherPart = other.part, part != otherPart { return false }
    return Oklab(base).squaredDistance(to: Oklab(other.base)) <= 0.02 * 0.02
  }
}
