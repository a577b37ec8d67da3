public import Coloring
internal import Regions

extension Reference {
  /// The palette entry of a region, as the reference itself has it; nil where it has none.
  public func paint(of label: UInt16) -> PaletteEntry? {
    let entry = entries[label]
    return palette.entries.indices.contains(entry) ? palette.entries[entry] : nil
  }

  /// The region's paint in a sentence.
  func paintPhrase(of label: UInt16) -> Phrase {
    isGround(label)
      ? Phrase("the ground: unpainted", "背景 (塗りなし)")
      : Phrase(colour: paint(of: label)?.name ?? "–")
  }
}
