public import Coloring
public import Raster
public import Regions

/// A list of the palette's colours to give one to regions.
public struct Chooser: Sendable {
  public enum Choice: Hashable, Sendable {
    /// The match's own colour.
    case automatic
    /// One to be mixed, or the one that is typed.
    case new
    /// Index into the palette.
    case entry(Int)
  }

  /// The chosen regions.
  public let regions: [RegionName]
  /// The part of the first of them, by `Part.id`.
  public let part: String?
  /// Every region of that part; the chosen ones where the part is not known.
  public let wholePart: [RegionName]
  public var isForWholePart = false
  public var filter = LineEditor()
  /// The palette that is chosen from.
  public let palette: Palette
  /// Those of its entries that are the drawing's own.
  public let own: Set<Int>
  /// Index into `choices`.
  public var selected = 0

  init(
    regions: [RegionName], part: String?, wholePart: [RegionName], colours: CurrentColours,
    now: Int?
  ) {
    self.regions = regions
    self.part = part
    self.wholePart = wholePart
    palette = colours.palette
    own = colours.own
    selected = now.flatMap { choices.firstIndex(of: .entry($0)) } ?? min(1, choices.count - 1)
  }

  /// The regions that the artist is about to paint.
  public var targets: [RegionName] { isForWholePart ? wholePart : regions }

  /// The choices: a new colour, which must be found in the longest list; then the part's own colours before the
  /// drawing's others, and those of other characters last. What is typed narrows them, and what it finds comes first.
  public var choices: [Choice] {
    let words = filter.text.lowercased().split(separator: " ")
    let matching = palette.entries.indices.filter { index in
      let entry = palette.entries[index]
      let name = Phrase(colour: entry.name)
      let text = "\(name.english) \(name.japanese) \(entry.part ?? "") \(entry.base.hex)"
        .lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let own = matching.filter(own.contains)
    let ofPart = own.filter { part != nil && palette.entries[$0].part == part }
    let rest = own.filter { !ofPart.contains($0) }
    let others = matching.filter { !self.own.contains($0) }
    let found = (ofPart + rest).map(Choice.entry)
    let last = [Choice.automatic] + others.map(Choice.entry)
    return words.isEmpty ? [.new] + found + last : found + [.new] + last
  }

  public var choice: Choice? {
    let choices = choices
    return choices.indices.contains(selected) ? choices[selected] : nil
  }

  /// The artist's decisions with what it would do.
  func tried(on decisions: FlatsDecisions) -> FlatsDecisions {
    switch choice {
    case .entry(let index):
      let entry = palette.entries[index].name
      return decisions.adding(colours: targets.map { ColourChoice(region: $0, entry: entry) })
    case .new:
      guard let typed else { return decisions }
      return mixer(from: typed).tried(on: decisions, palette)
    case .automatic, nil: return decisions
    }
  }

  /// The colour that is typed, whole and unmistakable: `#rgb`, or six digits with or without `#`; nil where words are.
  public var typed: RGBA? {
    let text = filter.text.filter { $0 != " " }
    return text.hasPrefix("#") || text.count == 6 ? RGBA(loosely: text) : nil
  }

  /// The mixer of a new colour for those regions.
  func mixer(from colour: RGBA) -> Mixer {
    Mixer(.add(part: part, regions: targets), from: colour)
  }
}
