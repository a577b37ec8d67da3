internal import Coloring
internal import Regions

/// The colours of one part, as the pane lists them.
public struct PaletteGroup: Sendable, Hashable {
  /// `Part.id`; nil for colours that belong to no part yet.
  public var part: String?
  /// Indices into the palette.
  public var entries: [Int]
}

/// The rows of the pane: the drawing's own colours, and those of the project's other characters folded away, or below.
public struct PaletteList: Sendable, Hashable {
  public var own: [PaletteGroup]
  public var others: [PaletteGroup]
  public var showsOthers: Bool

  /// The number of colours that are not the drawing's own.
  public var othersCount: Int { others.reduce(0) { $0 + $1.entries.count } }

  /// The entries that can be gone to, from the top.
  public var order: [Int] { (own + (showsOthers ? others : [])).flatMap(\.entries) }
}

extension StudioState {
  /// The colours of the drawing and of others, in the order of the parts; those without a part last.
  ///
  /// - Complexity: O(parts · entries).
  public func paletteList(_ current: CurrentColours) -> PaletteList {
    let indices = current.palette.entries.indices
    let own = indices.filter(current.own.contains)
    return PaletteList(
      own: groups(own, of: current.palette),
      others: groups(indices.filter { !current.own.contains($0) }, of: current.palette),
      // A drawing without any colour of its own has nothing to fold the others away for.
      showsOthers: palettePane.showsOthers || own.isEmpty)
  }

  private func groups(_ indices: [Int], of palette: Palette) -> [PaletteGroup] {
    let known = allParts.map(\.id)
    let others = Set(indices.compactMap { palette.entries[$0].part }).subtracting(known).sorted()
    return ((known + others).map(Optional.some) + [nil]).compactMap { part in
      let entries = indices.filter { palette.entries[$0].part == part }
      return entries.isEmpty ? nil : PaletteGroup(part: part, entries: entries)
    }
  }

  /// The index of the selected entry, in a palette with any.
  public func selectedEntry(in current: CurrentColours) -> Int? {
    let order = paletteList(current).order
    return order.first { current.palette.entries[$0].name == palettePane.selected } ?? order.first
  }
}
