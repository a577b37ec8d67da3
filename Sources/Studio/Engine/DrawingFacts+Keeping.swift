internal import Coloring
internal import Projects

// A drawing's counts are found from all that decides its colours, but an edit of the palette seldom changes them: how many
// regions are in doubt follows from which entry a region has, not from what the entry looks like or is called.
// So after an edit the counts stand, under their new key, wherever it moved no region to another entry, and the
// survey need not look at every drawing again for one colour.

extension StudioState {
  /// Lets the counts of drawings stand that an edit did not change.
  ///
  /// - Parameter before: the project before the edit.
  /// - Complexity: O(drawings · what is corrected in each) after an edit of the palette or of the project's own parts.
  mutating func keepCounts(since before: ProjectState) -> [Effect] {
    guard let now = desk.project?.state,
      now.paletteEdits != before.paletteEdits || now.parts != before.parts,
      let change = PaletteChange(from: before, to: now, source: palettePane.source)
    else { return [] }
    var isKept = false
    for drawing in now.drawings {
      guard let known = engine.facts[drawing.id]?.order,
        known == AnalysisOrder(drawing.id, in: before),
        let order = AnalysisOrder(drawing.id, in: now), order != known,
        change.leavesPaints(of: known, as: order)
      else { continue }
      engine.facts[drawing.id]?.stand(for: order)
      isKept = true
    }
    return isKept ? [.keepFacts(engine.facts.mapValues(\.counts))] : []
  }
}

/// Two states of a project's palette, one after the other.
private struct PaletteChange {
  private let before: Palette
  private let now: Palette
  /// Whether a part has other paints now.
  private let movesParts: Bool

  /// - Returns: nil where the references give other entries, where entries are in other places, or where that is not known.
  init?(from before: ProjectState, to now: ProjectState, source: SourcePalette?) {
    if before.paletteEdits == now.paletteEdits {
      self.before = Palette(entries: [])
      self.now = self.before
      movesParts = false
      return
    }
    guard let source, source.isOf(before), source.isOf(now) else { return nil }
    let old = source.palette.edited(by: before.paletteEdits)
    let new = source.palette.edited(by: now.paletteEdits)
    guard old.entries == new.entries, !source.palette.entries.isEmpty else { return nil }
    self.before = old.palette
    self.now = new.palette
    func parts(_ palette: Palette) -> [Int: String] {
      palette.entries.enumerated().reduce(into: [:]) { $0[$1.offset] = $1.element.part }
    }
    movesParts = parts(old.palette) != parts(new.palette)
  }

  /// Whether every region of a drawing has the entry that it had, for the same reason.
  ///
  /// - Parameters:
  ///   - known: what the drawing was asked for before, and `order` what it is now.
  func leavesPaints(of known: AnalysisOrder, as order: AnalysisOrder) -> Bool {
    // Only a label by hand asks which paints a part has.
    if movesParts && !known.corrections.labels.isEmpty { return false }
    func places(_ order: AnalysisOrder, in palette: Palette) -> [Int?] {
      order.corrections.colours.map { palette.index(named: $0.entry) }
    }
    let isSame =
      before == now
      ? known.corrections.colours == order.corrections.colours
      : places(known, in: before) == places(order, in: now)
    return isSame && known.withoutLooks == order.withoutLooks
  }
}

extension AnalysisOrder {
  /// The same without what paints look like and are called.
  fileprivate var withoutLooks: AnalysisOrder {
    var order = self
    order.settings.paletteEdits = []
    order.settings.ownParts = []
    order.corrections.colours = corrections.colours.map {
      ColourChoice(region: $0.region, entry: "")
    }
    return order
  }
}
