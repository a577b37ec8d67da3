import DrawnStudios
import Projects
import Raster
import TerminalUI
import Testing

@testable import Screens
@testable import Studio

@Suite("What the screens show")
struct PicturesScreenTests {
  @Test("Both lists, the selected drawing, and the keys that matter")
  func pictures() {
    var state = studio()
    _ = reduce(&state, .key(Key("j")!))
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines[0].hasPrefix(" nurie"))
    #expect(lines[0].hasSuffix("hana"))
    #expect(lines[1].hasPrefix("╭─╴Drawings╶─"))
    #expect(lines[2].hasPrefix("│   cut 01"))
    #expect(lines[3].hasPrefix("│▸  cut 02               new │"))
    // The preview is still the one before: it follows in a moment.
    #expect(lines[1].contains("─╴cut 02 …╶─"))
    #expect(lines.last?.contains("Enter open") == true)
    #expect(lines.last?.hasSuffix("saved · 24bit") == true)
  }

  @Test("The lists show a drawing as it is coloured, once that is known", arguments: [false, true])
  func coloured(isGrid: Bool) {
    var state = studio()
    state.pictures.isGrid = isGrid
    let id = state.drawing!.id
    let lines = Image(width: 40, height: 40, repeating: .white)
    _ = reduce(&state, .thumbnail(id, lines))
    func reds() -> Int {
      let cells = view(state, cache: ViewCache()).surface
      return (0..<cells.height).reduce(0) { sum, y in
        sum
          + (0..<cells.width).count { x in
            let style = cells[x, y].style
            return [style.foreground, style.background].contains { colour in
              colour.rgb.map { $0.0 > 200 && $0.1 < 60 && $0.2 < 60 } == true
            }
          }
      }
    }
    #expect(reds() == 0)
    _ = reduce(
      &state, .colouredThumbnail(id, Image(width: 40, height: 40, repeating: RGBA(220, 20, 20))))
    #expect(reds() > 20)
  }

  @Test(
    "The same picture in each sharpness stands side by side, at any size", arguments: [20, 80, 200])
  func sharpness(columns: Int) {
    var state = studio()
    _ = reduce(&state, .resized(columns: columns, rows: 30, state.terminal.capabilities))
    let id = state.drawing!.id
    var picture = Image(width: 60, height: 80, repeating: .white)
    for i in 0..<40 { picture[i, i] = .black }
    _ = reduce(&state, .thumbnail(id, picture))
    _ = reduce(&state, .welcomed(Phrase(same: "welcome")))
    let lines = view(state, cache: ViewCache()).surface.lines
    if columns < 80 { return }
    #expect(
      lines.contains {
        $0.contains("▸ 1 halves") && $0.contains("2 quadrants") && $0.contains("3 sextants")
      })
    #expect(
      lines.contains { $0.unicodeScalars.contains { (0x1FB00...0x1FB3B).contains($0.value) } })
  }

  @Test("A terminal of any size is drawn on without harm", arguments: [1, 2, 10, 39, 40, 80, 300])
  func sizes(columns: Int) {
    for rows in [1, 2, 9, 10, 24, 100] {
      var state = studio()
      _ = reduce(&state, .resized(columns: columns, rows: rows, state.terminal.capabilities))
      for keys in ["?", "esc", "/", "esc", ":"] {
        _ = reduce(&state, .key(Key(keys)!))
        let surface = view(state, cache: ViewCache()).surface
        #expect(surface.width == columns && surface.height == rows)
      }
    }
  }

  @Test("What happened is told to its end on a narrow terminal", arguments: [40, 80])
  func longNotice(columns: Int) {
    var state = studio(size: (columns, 24))
    let sentence =
      "One long sentence about a picture and what became of it, so that u takes it back"
    state.notice = Notice(kind: .done, text: Phrase(same: sentence), until: nil)
    let lines = view(state, cache: ViewCache()).surface.lines
    let told = lines[20...22].map { $0.split(separator: " ").joined(separator: " ") }
    #expect(told.joined(separator: " ").hasSuffix("✓ " + sentence))
  }

  @Test("The grid shows the pictures side by side, and arrows go both ways")
  func grid() {
    var state = studio()
    for key in ["t", "l"] { _ = reduce(&state, .key(Key(key)!)) }
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("cut 01") && $0.contains("▸cut 02") })
    _ = reduce(&state, .key(Key("h")!))
    #expect(state.drawing?.title == "cut 01")
  }

  @Test(
    "Where there is room the grid's pictures grow, and the selected one stands beside them in large"
  )
  func largeGrid() {
    var state = studio(drawings: (1...8).map { "cut \($0)" }, size: (200, 50))
    state.press("t")
    #expect(state.grid.width >= 28 && state.grid.height >= 20)
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("▸cut 1") && $0.contains("new") })
    #expect(lines[1].contains("Drawings") && lines[1].contains("cut 1"))
  }

  @Test("A grid of any size shows at least one picture", arguments: [0, 1, 7, 400])
  func gridSizes(count: Int) {
    for columns in [40, 99, 100, 200, 400] {
      for rows in [10, 24, 50, 120] {
        var state = studio(drawings: (0..<count).map { "cut \($0)" }, size: (columns, rows))
        state.press("t G")
        let grid = state.grid
        #expect(grid.columns >= 1 && grid.rows >= 1 && grid.width >= 1 && grid.height >= 1)
        #expect(grid.columns * grid.width <= columns - grid.previewWidth)
        let surface = view(state, cache: ViewCache()).surface
        #expect(count == 0 || surface.lines.contains { $0.contains("▸cut \(count - 1)") })
      }
    }
  }

  @Test("A drawing's state is told in words where there is room, else in signs, doubt first")
  func chips() throws {
    var state = studio()
    let order = try #require(AnalysisOrder("cut 01", in: state.desk.project!.state))
    let counts = DrawingCounts(key: order.key, regions: 92, doubtful: 9)
    state.engine.facts["cut 01"] = DrawingFacts(counts, now: nil)
    var lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines[2].contains("?9/92 *"))
    state.terminal.size.columns = 200
    lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines[2].contains("9 doubtful · changed"))
    // The line below the picture says it in the same words.
    #expect(lines.contains { $0.contains("1600×1200 · 92 regions · 9 doubtful · changed") })
    state.terminal.language = .japanese
    lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines[2].contains("要確認 9・修正あり"))
  }

  @Test("The list of references says for which drawings they are")
  func references() {
    var state = studio(references: ["sheet", "face"])
    state.press("space space a")
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("References of 2 drawings") })
    #expect(lines.contains { $0.contains("▸ ✓1  sheet") })
  }

  @Test("A prompt says what is wrong with its text to the end")
  func complaint() {
    var state = studio()
    state.press("i a enter")
    #expect(view(state, cache: ViewCache()).surface.lines.contains { $0.contains("Reading …") })
    let reason = "a: " + String(repeating: "so much is wrong ", count: 8) + "in the end."
    _ = reduce(&state, .imported([], as: .drawing, failures: [Phrase(same: reason)]))
    #expect(view(state, cache: ViewCache()).surface.lines.contains { $0.contains("in the end.") })
  }

  @Test("The help lists the keys of this screen first, and finds by what is typed")
  func help() {
    var state = studio()
    _ = reduce(&state, .key(Key("?")!))
    for letter in "undo" { _ = reduce(&state, .key(Key(.character(letter)))) }
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("Undo") && $0.contains("u") })
    #expect(!lines.contains { $0.contains("Rename") })
  }

  @Test("Who holds a project that can only be read stands beside its name where there is room")
  func heldProject() {
    var state = studio(refusal: "It is open elsewhere.")
    state.desk.project?.holderName = Phrase(same: "kai on studio-2")
    let texts = [
      (80, " [held: kai …]"), (86, " [held: kai on stu…]"),
      (96, " [read-only: kai on studio-2]"), (110, " hana [read-only: kai on studio-2]"),
    ]
    for (columns, text) in texts {
      state.terminal.size.columns = columns
      let line = view(state, cache: ViewCache()).surface.lines[0]
      #expect(line.contains(text), "\(line)")
    }
    state.terminal.size.columns = 110
    _ = reduce(&state, .projectFree)
    #expect(view(state, cache: ViewCache()).surface.lines[0].contains("[read-only, free: F10]"))
  }

  @Test("Where the screens' names do not fit, their keys do, and the name of the one that is seen")
  func narrowTabs() {
    var state = studio()
    state.terminal.size.columns = 40
    let line = view(state, cache: ViewCache()).surface.lines[0]
    #expect(line.hasPrefix(" nurie   F2 Pictures  F3  F4  F5  F6"))
  }

  @Test("What is clicked is what is shown there")
  func mouse() throws {
    let frame = view(studio(), cache: ViewCache())
    let row = try #require(frame.surface.lines.firstIndex { $0.contains("cut 03") })
    #expect(frame.target(at: Point(5, row)) == .picture(PictureID(rawValue: "cut 03")))
    #expect(frame.target(at: Point(9, 0)) == .screen(.pictures))
    let footer = try #require(frame.surface.lines.last)
    let column = try #require(
      footer.indices.first { footer[$0...].hasPrefix("import") }.map {
        footer.distance(from: footer.startIndex, to: $0)
      })
    #expect(frame.target(at: Point(column, 23)) == .command(.pictures(.importPictures)))
  }

  @Test("Japanese is wide and aligned")
  func japanese() {
    var state = studio(drawings: ["髪を結う", "b"])
    state.terminal.language = .japanese
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines[1].hasPrefix("╭─╴線画╶─"))
    #expect(lines[2].hasPrefix("│▸  髪を結う          未処理 │"))
  }
}

@Suite("Languages")
struct LanguageTests {
  @Test("A terminal that has nothing but ASCII gets English")
  func ascii() {
    var state = studio(drawings: [], references: [])
    state.terminal.language = .japanese
    #expect(view(state, cache: ViewCache()).surface.lines[0].contains("一覧"))
    state.terminal.capabilities.glyphs = .ascii
    #expect(view(state, cache: ViewCache()).surface.lines[0].contains("Pictures"))
  }
}
