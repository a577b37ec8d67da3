/// A change of the palette that the references give. Entries are named as they stand when the edit's turn comes.
public enum PaletteEdit: Hashable, Sendable, Encodable {
  case add(PaletteEntry)
  /// Everything that uses the entry follows.
  case change(String, to: PaletteEntry)
  /// Regions that used the entry take the nearest that is left.
  case remove(String)
}

extension Palette {
  /// The palette after `edits`, in their order.
  ///
  /// - Returns: the palette; where each entry of this one is in it, nil where nothing is left; and the edits
  ///   that name no entry, or would leave two of one name: they change nothing.
  /// - Complexity: O(edits · entries).
  public func edited(by edits: [PaletteEdit])
    -> (palette: Palette, entries: [Int?], orphans: [PaletteEdit])
  {
    // A removed entry keeps its place until the end, so that places stay good.
    var entries = entries
    var isThere = entries.map { _ in true }
    var orphans: [PaletteEdit] = []
    func place(of name: String) -> Int? {
      entries.indices.first { isThere[$0] && entries[$0].name == name }
    }
    for edit in edits {
      switch edit {
      case .add(let entry):
        guard place(of: entry.name) == nil else {
          orphans.append(edit)
          continue
        }
        entries.append(entry)
        isThere.append(true)
      case .change(let name, let entry):
        guard let index = place(of: name), [nil, index].contains(place(of: entry.name)) else {
          orphans.append(edit)
          continue
        }
        entries[index] = entry
      case .remove(let name):
        guard let index = place(of: name) else {
          orphans.append(edit)
          continue
        }
        isThere[index] = false
      }
    }
    let kept = entries.indices.filter { isThere[$0] }
    let palette = Palette(entries: kept.map { entries[$0] })
    let places = self.entries.indices.map { index in
      kept.firstIndex(of: index)
        ?? palette.nearest(to: entries[index].base, part: entries[index].part)
    }
    return (palette, places, orphans)
  }
}
