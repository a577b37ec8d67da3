import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// Both lists, and what is selected in large; or the pictures themselves side by side.
  mutating func pictures(_ state: StudioState, in body: Box, cache: ViewCache) {
    if state.pictures.isGrid { return grid(state, in: body, cache: cache) }
    let hasPreview = body.width >= 70
    let width = hasPreview ? min(46, max(30, body.width / 3)) : body.width
    let references = max(4, min(body.height / 3, state.listed(.reference).count + 2))
    let drawings = body.height - references
    list(.drawing, state, in: Box(x: 0, y: body.y, width: width, height: drawings))
    list(
      .reference, state,
      in: Box(x: 0, y: body.y + drawings, width: width, height: references))
    if hasPreview {
      let room = Box(x: width, y: body.y, width: body.width - width, height: body.height)
      preview(state, in: room, cache: cache)
    }
  }

  private mutating func list(_ kind: Picture.Kind, _ state: StudioState, in box: Box) {
    let pictures = state.listed(kind)
    let isFocused = state.pictures.list == kind
    let inside = panel(
      box, kind.heading(language),
      note: note(kind, state, room: box.width - kind.heading(language).terminalColumns - 10),
      isFocused: isFocused)
    if pictures.isEmpty { return hint(kind, state, in: inside) }
    let selected = pictures.firstIndex { $0.id == state.pictures.selected[kind] } ?? 0
    let rows = inside.height
    let top = max(0, min(selected - rows / 2, pictures.count - rows))
    let shown = top..<min(pictures.count, top + rows)
    let chips = pictures[shown].map { ($0, state.chip(of: $0)) }
    // All of them in words or none: the eye compares them from line to line.
    let hasWords = chips.allSatisfy { picture, chip in
      picture.title.terminalColumns + chip.words(language).terminalColumns + 6 <= inside.width
    }
    for (row, (picture, chip)) in chips.enumerated() {
      self.row(
        picture, chip, inWords: hasWords, state, isFocused: isFocused,
        in: Box(x: inside.x, y: inside.y + row, width: inside.width, height: 1))
    }
    frame.surface.drawScrollBar(
      showing: shown, of: pictures.count,
      in: Box(x: box.maxX - 1, y: inside.y, width: 1, height: rows),
      thumb: theme[isFocused ? .borderFocused : .border], track: theme[.border],
      linework: linework)
  }

  /// The numbers of pictures and of marked ones, and the filter, which may hide some of these; as much as there is room
  /// for, the filter before all else.
  func note(_ kind: Picture.Kind, _ state: StudioState, room: Int = .max) -> String {
    let pictures = state.listed(kind)
    let marked = pictures.filter { state.pictures.marked.contains($0.id) }.count
    let count = marked > 0 ? "✓\(marked)/\(pictures.count)" : "\(pictures.count)"
    let hidden = state.hiddenMarks(kind)
    let filter = state.pictures.filter.isEmpty ? "" : "/\(state.pictures.filter) "
    var notes = [filter + count]
    if hidden > 0 {
      notes = [
        filter + count + Phrase(", \(hidden) marked hidden", "、隠れた印 \(hidden)")(language),
        filter + count + " (✓\(hidden))", filter + count,
      ]
    }
    return notes.first { $0.terminalColumns <= room } ?? filter.fitted(toColumns: max(0, room))
  }

  private mutating func row(
    _ picture: Picture, _ chip: StateChip, inWords: Bool, _ state: StudioState, isFocused: Bool,
    in line: Box
  ) {
    let isSelected = picture.id == state.pictures.selected[picture.kind]
    let role: Role = isSelected ? (isFocused ? .selection : .selectionUnfocused) : .text
    if isSelected { fill(line, role) }
    let isMarked = state.pictures.marked.contains(picture.id)
    let text = (inWords ? chip.words : chip.signs)(language)
    let end = line.maxX - text.terminalColumns - 1
    write(
      "\(isSelected ? "▸" : " ")\(isMarked ? "✓" : " ") \(picture.title)",
      at: Point(line.x, line.y), isMarked && !isSelected ? .marked : role,
      before: end - (text.isEmpty ? 0 : 1))
    write(text, at: Point(end, line.y), isSelected ? role : chip.role)
    hit(line, .picture(picture.id))
  }

  /// An empty list says which key fills it.
  mutating func hint(_ kind: Picture.Kind, _ state: StudioState, in box: Box) {
    let text: Phrase =
      if !state.pictures.filter.isEmpty {
        Phrase("No name fits the filter; q drops it.", "該当する名前がありません。q で絞り込みを解除します。")
      } else if kind == .drawing {
        Phrase("No drawings yet: i imports some.", "線画がありません。i で読み込みます。")
      } else {
        Phrase(
          "No references yet: Tab, then i imports a coloured drawing of the character.",
          "色見本がありません。Tab のあと i で、同じキャラクターの彩色画を読み込みます。")
      }
    _ = frame.surface.write(
      text(language),
      wrappedIn: Box(x: box.x + 1, y: box.y, width: box.width - 2, height: box.height),
      theme[.muted])
  }

  /// The selected picture, and the facts about it.
  mutating func preview(_ state: StudioState, in box: Box, cache: ViewCache) {
    guard
      let picture = state.listed(state.pictures.list).first(where: {
        $0.id == state.pictures.selected[state.pictures.list]
      })
    else {
      panel(box, "", isFocused: false)
      return
    }
    let facts = facts(picture, state)
    let shown = state.pictures.previewed.flatMap { state.desk.project?.state[$0] } ?? picture
    let inside = panel(
      box, picture.title + (shown == picture ? "" : " …"), isFocused: false)
    let room = Box(
      x: inside.x, y: inside.y, width: inside.width,
      height: max(0, inside.height - facts.count))
    thumbnail(shown, state, in: room, pane: "preview", cache: cache)
    for (row, fact) in facts.enumerated() {
      write(fact, at: Point(inside.x + 1, room.maxY + row), .muted, before: inside.maxX)
    }
  }

  private func facts(_ picture: Picture, _ state: StudioState) -> [String] {
    var first = [Phrase(same: "\(picture.width)×\(picture.height)")]
    if picture.kind == .drawing, let regions = state.engine.facts[picture.id]?.counts.regions {
      first.append(Phrase("\(regions) regions", "\(regions) 領域"))
    }
    first += state.chip(of: picture).phrases
    var facts = [first.map { $0(language) }.joined(separator: " · ")]
    if picture.kind == .drawing, let project = state.desk.project {
      let names = project.state.references(for: picture.id).map(\.title)
      facts.append(
        Phrase("references: ", "色見本: ")(language)
          + (names.isEmpty ? "—" : names.joined(separator: ", ")))
    }
    return facts
  }

  /// A picture from its small copy, a drawing as it is coloured where that is known; or why there is none.
  mutating func thumbnail(
    _ picture: Picture, _ state: StudioState, in box: Box, pane: String, cache: ViewCache
  ) {
    guard box.width > 0, box.height > 0 else { return }
    guard let image = state.pictures.shelf.thumbnails[picture.id] else {
      let text =
        state.pictures.shelf.failures[picture.id] == nil
        ? Phrase(same: "…") : Phrase("cannot be read", "読み込めません")
      return empty(text, in: box)
    }
    let coloured = state.pictures.shelf.coloured[picture.id]
    let key = ThumbnailKey(id: picture.id, coloured: coloured?.number ?? 0, box: box, look: look)
    let surface = cache.surface(of: pane, key) {
      PictureView(coloured.map { .picture(Pyramid($0.image)) } ?? content(picture, image)).surface(
        columns: box.width, rows: box.height, look: look, work: Work(threads: 1))
    }
    frame.surface.draw(surface, at: Point(box.x, box.y))
  }

  /// A drawing as ink, so that thin lines stay visible when it is small.
  func content(_ picture: Picture, _ image: Image) -> PictureView.Content {
    guard picture.kind == .drawing else { return .picture(Pyramid(image)) }
    let darkness = image.map { pixel in
      UInt8((255 - Int(min(pixel.r, pixel.g, pixel.b))) * Int(pixel.a) / 255)
    }
    return .lineArt(LineArtPicture(Pyramid(darkness)))
  }

  private struct ThumbnailKey: Hashable {
    let id: PictureID
    let coloured: Int
    let box: Box
    let look: PictureLook
  }
}

extension Picture.Kind {
  var heading: Phrase {
    self == .drawing ? Phrase("Drawings", "線画") : Phrase("References", "色見本")
  }
}
