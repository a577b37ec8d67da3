import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import Studio
import TerminalUI
import Testing

@testable import Screens

/// A drawing of two squares side by side, and its reference in two colours.
private enum Pair {
  static let drawing = PictureID(rawValue: "drawing")
  static let reference = PictureID(rawValue: "sheet")
  static let size = (width: 120, height: 72)
  /// Of all tests: most ask the engine for the same.
  static let cache = MemoryCache(capacity: 64)

  static func picture(left: RGBA, right: RGBA) -> Image {
    var image = Image(width: size.width, height: size.height, repeating: .white)
    for y in 12..<60 {
      for x in 12..<96 {
        let isLine =
          x < 15 || x >= 93 || y < 15 || y >= 57 || (x >= 48 && x < 51)
        image[x, y] = isLine ? RGBA(0, 0, 0) : x < 48 ? left : right
      }
    }
    return image
  }

  static func studio(
    size: (columns: Int, rows: Int), capabilities: Capabilities, language: Language = .english
  ) throws -> StudioState {
    var state = StudioState(language: language, capabilities: capabilities, size: size)
    let pictures = [
      Picture(
        id: drawing, kind: .drawing, title: "cut 01", width: self.size.width,
        height: self.size.height),
      Picture(
        id: reference, kind: .reference, title: "sheet", width: self.size.width,
        height: self.size.height),
    ]
    var history = History(pictures: pictures)
    _ = history.record([.add([drawing, reference])], title: "import", time: 0)
    let project = OpenProject(title: "hana", path: "hana.nurie", history: history, refusal: nil)
    _ = reduce(&state, .projectOpened(project))
    try state.pressAndAnswer("f3")
    return state
  }
}

extension StudioState {
  /// Presses keys, and lets the engine answer after each.
  fileprivate mutating func pressAndAnswer(_ keys: String) throws {
    for key in keys.split(separator: " ") {
      for case .analyse(let order) in press(String(key)) {
        let coloured = Pair.picture(left: RGBA(220, 60, 60), right: RGBA(60, 90, 220))
        var inputs = ColoringInputs(
          drawing: Pair.picture(left: .white, right: .white), references: [coloured],
          corrections: order.corrections, settings: order.settings)
        inputs.referenceLabels = order.referenceLabels
        let work = Work(threads: 1)
        let result = try Coloring.run(inputs, cache: Pair.cache, work: work)
        let analysis = try Analysis(
          order: order, result: result, references: [Pyramid(coloured, work: work)], work: work)
        _ = reduce(&self, .analysed(analysis))
      }
    }
  }

  fileprivate var lines: [String] { view(self, cache: ViewCache()).surface.lines }
}

@Suite("What the Parts screen shows")
struct PartsScreenTests {
  private let halves = Capabilities(colors: .direct, glyphs: .halves)
  private let ascii = Capabilities(colors: .mono, glyphs: .ascii)

  @Test(
    "In sixteen colours a part is as strong as in the legend, with more it is as the artist wants")
  func strength() throws {
    for colors in [ColorDepth.ansi16, .direct] {
      var studio = try DrawnStudio()
      studio.state.terminal.capabilities.colors = colors
      try studio.press("f3 l 2")
      studio.state.notice = nil
      let before = view(studio.state, cache: ViewCache()).surface
      try studio.press("]")
      studio.state.notice = nil
      let after = view(studio.state, cache: ViewCache()).surface
      let isSame = (0..<before.width).allSatisfy { before[$0, 8] == after[$0, 8] }
      #expect(isSame == (colors == .ansi16))
    }
  }

  @Test("At 80×24: what is left to do, two rows of parts, and what is selected")
  func narrow() throws {
    var state = try Pair.studio(size: (80, 24), capabilities: halves)
    #expect(state.lines[1] == " cut 01 · 2 unlabelled · 2 regions")
    #expect(state.lines[2].hasPrefix(" Said here and on the reference (t), parts narrow matches"))
    #expect(state.lines[20].hasPrefix("1 B  backgr. 1"))
    #expect(state.lines[21].hasPrefix("6▏L▕ brow"))
    #expect(state.lines[20].hasSuffix("Tab") && state.lines[21].hasSuffix("1/2"))
    #expect(state.lines[22].hasPrefix(" An arrow or a click selects a region"))
    try state.pressAndAnswer("l")
    let facts = state.lines[22]
    #expect(facts.contains(" unlabelled · 96 % sure · "))
    #expect(facts.hasSuffix(" px"))
    try state.pressAndAnswer("2")
    #expect(state.lines[22].hasSuffix("colour unknown: t, label the reference"))
    #expect(state.lines[20].contains("2 H  hair 1"))
    try state.pressAndAnswer("h l")
    #expect(state.lines[22].contains("H  hair by hand · blue"))
  }

  @Test("From 90 columns on the parts and the facts stand beside the drawing")
  func wide() throws {
    var state = try Pair.studio(size: (120, 40), capabilities: halves)
    try state.pressAndAnswer("l 2")
    let lines = state.lines
    #expect(lines[3].contains("╭─╴Parts╶") && lines[3].hasSuffix("╴Tab 1/2╶─╮"))
    #expect(lines[5].hasSuffix("│ 2  H  hair               1 │"))
    #expect(lines[18].hasSuffix("│    /  unlabelled         1 │"))
    #expect(lines[20].contains("╴Region "))
    #expect(lines[21].contains("H  hair"))
    #expect(lines[22].contains("by hand"))
  }

  @Test("A click on a part labels with it, one on the heading turns the bank")
  func clicks() throws {
    let frame = view(try Pair.studio(size: (120, 40), capabilities: halves), cache: ViewCache())
    #expect(frame.target(at: Point(100, 6)) == .command(.label(.part3)))
    #expect(frame.target(at: Point(100, 3)) == .command(.label(.nextBank)))
    let narrow = view(try Pair.studio(size: (80, 24), capabilities: halves), cache: ViewCache())
    let row = narrow.surface.lines[21]
    let mouth = try #require(row.firstRange(of: "mouth")).lowerBound
    let column = row.distance(from: row.startIndex, to: mouth)
    #expect(narrow.target(at: Point(column, 21)) == .command(.label(.part7)))
    #expect(narrow.target(at: Point(78, 21)) == .command(.label(.nextBank)))
  }

  @Test("The bar of parts never cuts a word", arguments: [40, 48, 60, 72, 80, 89])
  func wholeWords(columns: Int) throws {
    var state = try Pair.studio(size: (columns, 24), capabilities: halves)
    for _ in 0..<2 {
      let known = state.bankParts.flatMap {
        "\(state.name(of: $0.id).english) \(state.shortName(of: $0).english)".split {
          !$0.isLowercase
        }
      }.map(String.init)
      var shown = 0
      for line in state.lines[20...21] {
        let words = line.split { !$0.isLowercase && $0 != "…" }.map(String.init)
        // The bank's key is no part.
        #expect(words.filter { $0 != "ab" }.allSatisfy(known.contains), "\(line)")
        shown += words.count
      }
      #expect(shown > 0)
      state.press("tab")
    }
  }

  @Test("Without colours each part is its letter, what is unlabelled slashes")
  func letters() throws {
    var state = try Pair.studio(size: (80, 24), capabilities: ascii)
    try state.pressAndAnswer("l 3 l")
    let middle = state.lines[11]
    #expect(middle.contains("SSS") && middle.contains("//"))
    #expect(!state.lines[3].contains("B"))
  }

  @Test("The reference has the same keys, and says what they do there")
  func reference() throws {
    var state = try Pair.studio(size: (80, 24), capabilities: halves)
    try state.pressAndAnswer("t")
    #expect(state.lines[1] == " Reference sheet · 2 unlabelled · 2 regions")
    #expect(state.lines[2].hasPrefix(" Arrows select, digits label: once for each colour"))
    try state.pressAndAnswer("l 2")
    #expect(state.lines[1] == " Reference sheet · 1 unlabelled · 2 regions")
    try state.pressAndAnswer("t")
    #expect(state.lines[1] == " cut 01 · 1 unlabelled · 2 regions")
  }

  @Test("What is marked is counted, and the engine's work is shown when it takes long")
  func heading() throws {
    var state = try Pair.studio(size: (80, 24), capabilities: halves)
    try state.pressAndAnswer("l space l space")
    #expect(state.lines[1].hasPrefix(" cut 01 · 2 marked · 2 unlabelled"))
    state.press("2")
    #expect(!state.lines[1].contains("%"))
    let order = try #require(state.engine.analysing?.order)
    _ = reduce(&state, .analysing(order, share: 0.4, stage: .flats))
    _ = reduce(&state, .clock(5000, wall: 5))
    #expect(state.lines[1].hasSuffix("choosing colours 40 %, 8 s left"))
  }

  @Test("Regions that are old are dimmed, once the engine takes long enough to be noticed")
  func dimmed() throws {
    var state = try Pair.studio(size: (80, 24), capabilities: halves)
    try state.pressAndAnswer("t l 3 t l")
    func cells() -> [Cell] {
      let surface = view(state, cache: ViewCache()).surface
      return (8..<16).flatMap { y in (0..<60).map { surface[$0, y] } }
    }
    let fresh = cells()
    // It is called what it was called already.
    state.press("3")
    #expect(!state.isAnalysisFresh && cells() == fresh)
    _ = reduce(&state, .clock(state.now + 500, wall: 1))
    #expect(cells() == fresh)
    state.press("space l space J")
    let joining = cells()
    #expect(state.engine.analysing != nil)
    _ = reduce(&state, .clock(state.now + 500, wall: 1))
    #expect(cells() != joining)
  }

  @Test("Japanese names are wide and stay inside their pane")
  func japanese() throws {
    let state = try Pair.studio(size: (100, 30), capabilities: halves, language: .japanese)
    #expect(state.lines[5].hasSuffix("│ 2  H  髪                 · │"))
  }

  @Test("Any size is drawn without harm", arguments: [40, 60, 89, 90, 200])
  func sizes(columns: Int) throws {
    var state = try Pair.studio(size: (80, 24), capabilities: halves)
    try state.pressAndAnswer("l 2")
    for rows in [10, 12, 15, 24, 50] {
      _ = reduce(&state, .resized(columns: columns, rows: rows, state.terminal.capabilities))
      #expect(state.lines.count == rows)
    }
  }
}
