import Raster
import Testing

@testable import TerminalUI

@Suite("Sixteen colours")
struct SixteenColorsTests {
  static let names = ThemeLibrary(folder: nil).names

  private func numbers(_ style: CellStyle) -> (front: Int?, back: Int?) {
    SixteenColors.numbers(RGBA(style.foreground), on: RGBA(style.background))
  }

  @Test("A grey is black, bright black, white or bright white, in the order of lightness")
  func greys() {
    var last = 0
    for level in 0...255 {
      let grey = RGBA(UInt8(level), UInt8(level), UInt8(level))
      let number = SixteenColors.numbers(grey, on: nil).front
      let place = number.flatMap { SixteenColors.greys.firstIndex(of: $0) }
      #expect(place != nil && place! >= last, "\(level)")
      last = place ?? last
    }
    #expect(last == 3)
  }

  @Test("A hue stays itself or becomes a grey, and never another one")
  func hues() {
    // Red, yellow, green, cyan, blue, magenta: which of the sixteen may stand for each.
    let hues: [(RGBA, Set<Int>)] = [
      (RGBA(200, 40, 40), [1, 9]), (RGBA(230, 200, 60), [3, 11]), (RGBA(70, 170, 70), [2, 10]),
      (RGBA(60, 180, 190), [6, 14]), (RGBA(50, 80, 200), [4, 12]), (RGBA(190, 60, 190), [5, 13]),
    ]
    for (color, allowed) in hues {
      #expect(allowed.contains(SixteenColors.numbers(color, on: nil).front ?? -1), "\(color)")
      #expect(allowed.contains(SixteenColors.numbers(nil, on: color).back ?? -1), "\(color)")
    }
  }

  @Test("Text that can be read in a theme can be read in sixteen colours", arguments: names)
  func legible(name: String) throws {
    let theme = try ThemeLibrary(folder: nil).theme(name)
    for role in Role.allCases {
      let style = theme[role]
      let (front, back) = (
        try #require(RGBA(style.foreground)), try #require(RGBA(style.background))
      )
      let found = numbers(style)
      let (text, ground) = (try #require(found.front), try #require(found.back))
      let contrast =
        [SixteenColors.vga, SixteenColors.xterm].map {
          $0[text].contrast(to: $0[ground])
        }.min() ?? 0
      // White on bright black is all there is on a raised ground.
      if front.contrast(to: back) >= 4.5 { #expect(contrast >= 3.9, "\(role)") }
    }
  }

  @Test(
    "Three steps of grey text stay three steps on a dark ground, and what is disabled is dimmest")
  func steps() {
    let theme = Theme.standard
    let shown = [Role.text, .muted, .disabled].map { numbers(theme[$0]).front }
    #expect(shown == [15, 7, 8])
  }

  @Test(
    "Parts that touch in most figures keep different colours",
    arguments: names)
  func partsThatTouch(name: String) throws {
    let theme = try ThemeLibrary(folder: nil).theme(name)
    func number(_ part: String) throws -> Int? {
      let color: RGBA = try #require(theme.named[part].flatMap { RGBA($0) })
      return SixteenColors.numbers(nil, on: color).back
    }
    for (part, other) in [
      ("hair", "skin"), ("hair", "iris"), ("skin", "eye-white"), ("skin", "mouth"),
      ("upper-cloth", "outer-cloth"), ("upper-cloth", "lower-cloth"), ("skin", "upper-cloth"),
      ("lower-cloth", "footwear"),
    ] {
      #expect(try number(part) != number(other), "\(part) and \(other)")
    }
  }

  @Test("Success does not turn red", arguments: names)
  func success(name: String) throws {
    let theme = try ThemeLibrary(folder: nil).theme(name)
    #expect(![1, 9].contains(numbers(theme[.success]).front ?? 1))
  }
}
