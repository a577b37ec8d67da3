public import Regions

extension StudioState {
  /// A part's name where there is little room: a word or two, shortened, chosen so that no two of the standard ones are the same. Of a
  /// project's own parts it is the first word.
  public func shortName(of part: Part) -> Phrase {
    if let short = Self.shortNames[part.id] { return Phrase(short, part.japanese) }
    return Phrase(
      part.name.split(separator: " ").first.map(String.init) ?? part.name, part.japanese)
  }

  private static let shortNames = [
    "background": "backgr.", "eye-white": "eye wh.", "brow": "brow", "upper-cloth": "upper",
    "lower-cloth": "lower", "outer-cloth": "outer", "accessory": "extra", "footwear": "shoes",
  ]
}
