internal import Coloring
internal import Projects
internal import Regions
internal import TerminalUI

// The part of a palette entry: that of the regions that have it in the references, unless the artist says another.

extension StudioState {
  /// Opens the list of parts for an entry, on the one that it has.
  mutating func askForPart(of entry: PaletteEntry) {
    let group = Phrase("Parts", "パーツ")
    let none = MenuItem(
      choice: .noPart, title: Phrase("no part", "パーツなし"), detail: "", obstacle: nil, group: group,
      searchable: "no part パーツなし")
    var menu = Menu(
      kind: .entryPart(entry.name),
      items: allParts.map { part in
        MenuItem(
          choice: .part(part), title: Phrase(part.name, part.japanese), detail: "\(part.letter)",
          obstacle: nil, group: group, searchable: "\(part.name) \(part.japanese)".lowercased())
      } + [none])
    menu.selected = allParts.firstIndex { $0.id == entry.part } ?? allParts.count
    overlay = .menu(menu)
  }

  /// - Parameter part: nil for none.
  mutating func give(_ part: Part?, toEntry name: String) -> [Effect] {
    guard let palette = settledColours?.palette, let index = palette.index(named: name) else {
      return []
    }
    var entry = palette.entries[index]
    if entry.part == part?.id {
      tell(
        .warning,
        part == nil
          ? Phrase("It belongs to no part already", "すでにパーツなしです")
          : Phrase("It is that part's already", "すでにそのパーツの色です"))
      return []
    }
    entry.part = part?.id
    let effects = edit(
      [.changeEntry(name, to: entry)],
      named: part.map {
        Phrase("\(name) belongs to \($0.name)", "\(name) を \($0.japanese) の色にする")
      } ?? Phrase("\(name) belongs to no part", "\(name) をパーツなしにする"))
    if !effects.isEmpty {
      palettePane.selected = name
      tell(
        .done,
        part.map {
          Phrase(
            "\(name) belongs to \($0.name) now; u takes it back",
            "\(name) を \($0.japanese) の色にしました。u で戻せます")
        }
          ?? Phrase(
            "\(name) belongs to no part now; u takes it back", "\(name) をパーツなしにしました。u で戻せます"))
    }
    return effects
  }
}
