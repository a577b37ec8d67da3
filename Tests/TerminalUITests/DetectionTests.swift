import Testing

@testable import TerminalUI

/// What is believed of a terminal before it says anything itself, and after.
@Suite struct DetectionTests {
  private func capabilities(
    _ environment: TerminalEnvironment, _ databaseColors: Int,
    _ overrides: CapabilityOverrides = .init(),
    isUTF8: Bool = true
  ) -> Capabilities {
    Capabilities(
      environment: environment, encoding: CharacterEncoding(isUTF8: isUTF8, finding: ""),
      databaseColors: databaseColors, overrides: overrides)
  }

  @Test(arguments: [
    ("xterm-256color", "", false, 256, ColorDepth.palette256), ("xterm", "", false, 8, .ansi16),
    ("xterm-256color", "truecolor", false, 256, .direct),
    ("tmux-256color", "truecolor", true, 256, .direct),
    ("screen-256color", "truecolor", false, 256, .palette256),
    ("screen-256color", "24bit", true, 256, .direct),
    ("linux", "truecolor", false, 8, .ansi16), ("vt100", "", false, 0, .mono),
    ("", "", false, 0, .mono),
    ("xterm-kitty", "", false, 256, .direct), ("strange-256color", "", false, 0, .palette256),
  ])
  func coloursFollowTheEnvironment(
    term: String, colorTerm: String, isInTmux: Bool, databaseColors: Int, colors: ColorDepth
  ) {
    let environment = TerminalEnvironment(term: term, colorTerm: colorTerm, isInTmux: isInTmux)
    #expect(capabilities(environment, databaseColors).colors == colors)
  }

  @Test func aTmuxThatKeepsDirectColourToItselfIsBelieved() {
    func found(_ names: String?, overrides: String = "", term: String = "tmux-256color")
      -> Capabilities
    {
      var environment = TerminalEnvironment(term: term, colorTerm: "truecolor", isInTmux: true)
      environment.tmux = TmuxFeatures(
        names: names, outerTerm: "xterm-256color", overrides: overrides)
      var found = capabilities(environment, 256)
      var answers = TerminalAnswers()
      answers.take(.rendition("48;2;1;2;3"))
      found.refine(with: answers, environment, overrides: CapabilityOverrides())
      return found
    }
    #expect(found("256,title").colors == .palette256)
    #expect(found("256,title").colorFinding == "256, which is what tmux passes on")
    #expect(found("256,title", term: "tmux-direct").colors == .palette256)
    #expect(found("256,RGB,title").colors == .direct)
    // The older way to say it, and one that is for other terminals.
    #expect(found("256", overrides: "linux*:AX@\nxterm*:Tc").colors == .direct)
    #expect(found("256", overrides: "*256col*:RGB").colors == .direct)
    #expect(found("256", overrides: "alacritty:Tc").colors == .palette256)
    // Nobody looks at it, so nobody knows.
    #expect(found(nil).colors == .direct)
    #expect(TmuxFeatures(names: "256").finding.contains("~/.tmux.conf"))
    #expect(TmuxFeatures(names: "256").finding.contains("detach and attach"))
  }

  @Test func theUserGoesBeforeNoColorAndThatBeforeTheRest() {
    let environment = TerminalEnvironment(term: "xterm", colorTerm: "truecolor", refusesColor: true)
    #expect(capabilities(environment, 256).colors == .mono)
    #expect(capabilities(environment, 256, CapabilityOverrides(colors: .ansi16)).colors == .ansi16)
  }

  @Test func withoutUTF8OnlyASCIIIsShownWhateverTheUserSays() {
    let environment = TerminalEnvironment(term: "xterm")
    #expect(capabilities(environment, 8, isUTF8: false).glyphs == .ascii)
    #expect(
      capabilities(environment, 8, CapabilityOverrides(glyphs: .sextants), isUTF8: false).glyphs
        == .ascii)
    #expect(
      capabilities(environment, 8, CapabilityOverrides(glyphs: .sextants)).glyphs == .sextants)
    #expect(capabilities(TerminalEnvironment(term: "vt100"), 0).glyphs == .ascii)
    #expect(capabilities(TerminalEnvironment(term: "linux"), 8).glyphs == .halves)
  }

  @Test(arguments: ["48:2:1:2:3", "0;48:2::1:2:3", "48;2;1;2;3"])
  func aTerminalThatGivesTheColorBackHas24Bits(rendition: String) {
    let environment = TerminalEnvironment(term: "xterm")
    var answers = TerminalAnswers()
    answers.take(.rendition(rendition))
    var found = capabilities(environment, 8)
    found.refine(with: answers, environment, overrides: CapabilityOverrides())
    #expect(found.colors == .direct)
    var told = capabilities(environment, 8, CapabilityOverrides(colors: .ansi16))
    told.refine(with: answers, environment, overrides: CapabilityOverrides(colors: .ansi16))
    #expect(told.colors == .ansi16)
  }

  @Test(arguments: [nil, "0", "48:5:16", "0;3"])
  func aTerminalThatDoesNotHasNot(rendition: String?) {
    var answers = TerminalAnswers()
    answers.take(.rendition(rendition))
    #expect(!answers.hasDirectColor)
  }

  private func code(_ color: CellColor, _ depth: ColorDepth, exact: Set<CellColor> = []) -> Int32 {
    var codes = ColorCodes(depth, exact: exact)
    return codes.pair(CellStyle(color)).foreground
  }

  @Test func aColorIsTheNearestOfThePalette() {
    #expect(code(CellColor(255, 0, 0), .palette256) == Terminfo.paletteBase + 196)
    #expect(code(CellColor(128, 128, 128), .palette256) == Terminfo.paletteBase + 244)
    #expect(code(CellColor(250, 250, 250), .ansi16) == Terminfo.paletteBase + 15)
    #expect(code(.terminal, .ansi16) == ColorCodes.terminal)
    #expect(code(CellColor(255, 0, 0), .mono) == ColorCodes.terminal)
  }

  @Test func onlyTheInterfacesColoursAreExact() {
    let accent = CellColor(241, 161, 91)
    #expect(code(accent, .direct, exact: [accent]) == 0xf1a15b)
    #expect(code(CellColor(242, 161, 91), .direct, exact: [accent]) != 0xf2a15b)
    #expect(code(CellColor(255, 255, 255), .direct) == 0xffffff)
    #expect(code(CellColor(0, 0, 0), .direct) == 0)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsTheStandards(text: String, encoded: String) {
    #expect(String(decoding: Base64.encode(text.utf8), as: UTF8.self) == encoded)
  }
}
