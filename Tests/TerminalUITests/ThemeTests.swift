import Foundation
import Raster
import Regions
import TestSupport
import Testing

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
  static let names = ThemeLibrary(folder: nil).names

  @Test("Every theme in themes/ is part of the program")
  func allAreBuiltIn() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.map { $0.replacing(".toml", with: "") }.sorted() == Self.names)
    #expect(Self.names.count >= 6)
    #expect(Theme.standard.name == "sumi" && Theme.standard.isDark)
  }

  @Test("Every theme gives every role a look and every part a colour", arguments: names)
  func isComplete(name: String) throws {
    let theme = try ThemeLibrary(folder: nil).theme(name)
    for role in Role.allCases {
      let hasLook = theme.hasOwnLook(for: role)
      #expect(hasLook, "\(name) gives no look for \(role); add it to [roles] in themes/sumi.toml")
    }
    let coloured = Set(theme.named.keys)
    for part in Part.standard {
      let isColoured = coloured.contains(part.id)
      #expect(
        isColoured, "\(name) has no colour for \(part.id); add it to [parts] in themes/sumi.toml")
    }
    #expect(coloured.subtracting(Part.standard.map(\.id)).isEmpty)
  }

  /// What is drawn, not read, and what is disabled: WCAG 2.2 asks nothing of it.
  private static let notRead: Set<Role> = [
    .border, .borderFocused, .dialogBorder, .disabled, .boardLight, .boardDark,
  ]

  @Test(
    "Text can be read: a contrast of at least 4.5 (WCAG AA), of 7 in the theme of high contrast (AAA)",
    arguments: names)
  func contrast(name: String) throws {
    let theme = try ThemeLibrary(folder: nil).theme(name)
    for role in Role.allCases where !Self.notRead.contains(role) {
      let isOnPictures = [.outline, .outlineMarked, .counterpart, .closing, .opened].contains(role)
      let contrast = try #require(theme[role].contrast)
      #expect(contrast >= (name == "shirokuro" && !isOnPictures ? 7 : 4.5), "\(role)")
    }
    let isLight = try #require(RGBA(theme[.text].background)).luma > 127
    #expect(isLight != theme.isDark)
  }

  /// Roles whose foreground is also written on the ground of others.
  @Test(
    "A key in a footer, a heading in a dialog: what stands on the bars can be read there",
    arguments: names)
  func onBars(name: String) throws {
    let theme = try ThemeLibrary(folder: nil).theme(name)
    for role in [Role.warning, .error, .doubtful, .pinned, .success] {
      let style = CellStyle(theme[role].foreground, on: theme[.dialog].background)
      #expect(try #require(style.contrast) >= 4.5, "\(role)")
    }
    for role in [Role.disabled, .border] {
      #expect(try #require(theme[role].contrast) >= (role == .disabled ? 2.2 : 1.4), "\(role)")
    }
  }

  @Test("Parts differ enough to be told apart", arguments: names)
  func partsDiffer(name: String) throws {
    let colors = try ThemeLibrary(folder: nil).theme(name).named.compactMapValues { RGBA($0) }
    #expect(colors.count == Part.standard.count)
    for (part, color) in colors {
      for (other, otherColor) in colors where part < other {
        let distance = CIELab(color).difference(to: CIELab(otherColor))
        #expect(distance > 6, "\(part) and \(other)")
      }
    }
  }

  /// How light looks to an eye without long-wave or without medium-wave cones: Viénot, Brettel and Mollon
  /// (1999), for sRGB's primaries. Rows of a matrix.
  private static let eyes: [[SIMD3<Float>]] = [
    [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)],
    [
      SIMD3(0.11238, 0.88762, 0), SIMD3(0.11238, 0.88762, 0), SIMD3(0.00401, -0.00401, 1),
    ],
    [
      SIMD3(0.29275, 0.70725, 0), SIMD3(0.29275, 0.70725, 0), SIMD3(-0.02234, 0.02234, 1),
    ],
  ]

  @Test("Okabe's parts are told apart by every kind of eye", arguments: eyes)
  func everyEye(eye: [SIMD3<Float>]) throws {
    let colors = try ThemeLibrary(folder: nil).theme("okabe").named.compactMapValues { RGBA($0) }
    #expect(colors.count == Part.standard.count)
    let seen = colors.mapValues { color in
      let light = LinearRGB(color)
      let channels = eye.map { ($0 * SIMD3(light.r, light.g, light.b)).sum() }
      return Oklab(LinearRGB(r: channels[0], g: channels[1], b: channels[2]))
    }
    for (part, color) in seen {
      for (other, otherColor) in seen where part < other {
        #expect(color.squaredDistance(to: otherColor) > 0.075 * 0.075, "\(part) and \(other)")
      }
    }
  }

  @Test("Without colours what has the keys or is chosen still shows")
  func monochrome() {
    let theme = Theme.monochrome
    for role in [Role.selection, .tabActive, .borderFocused, .marked, .error, .doubtful, .disabled]
    {
      #expect(theme[role] != theme[.text], "\(role)")
      #expect(theme[role].foreground == .terminal && theme[role].background == .terminal)
    }
  }
}

@Suite("A user's themes")
struct ThemeFileTests {
  private let folder = TemporaryFolder()

  /// The themes of these texts, by their names.
  private func library(_ files: [String: String]) throws -> ThemeLibrary {
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: folder / (name + ".toml")))
    }
    return ThemeLibrary(folder: folder.path)
  }

  @Test("A theme that names one colour changes all that is drawn in it, and inherits the rest")
  func inherits() throws {
    let library = try library([
      "rain": "inherits = \"washi\"\n[colors]\nground = \"#ffffff\"\naccent = \"#004488\"",
      "storm":
        "inherits = \"rain\"\n[roles]\ntitle = { fg = \"#112233\", attributes = [\"italic\"] }",
    ])
    let rain = try library.theme("rain")
    #expect(rain[.muted].background == CellColor(255, 255, 255))
    #expect(rain[.title].foreground == CellColor(0, 0x44, 0x88))
    #expect(!rain.isDark)
    let storm = try library.theme("storm")
    #expect(
      storm[.title]
        == CellStyle(CellColor(0x11, 0x22, 0x33), on: CellColor(255, 255, 255), .italic))
    #expect(storm[.tabActive] == rain[.tabActive])
    #expect(library.names.contains("rain") && library.names.contains("sumi"))
  }

  @Test("A user's file goes before a built-in theme, and may inherit the one whose name it takes")
  func shadowing() throws {
    let library = try library(["sumi": "inherits = \"sumi\"\n[colors]\naccent = \"#00ff00\""])
    #expect(try library.theme("sumi")[.accent].foreground == CellColor(0, 255, 0))
    #expect(try library.theme("sumi")[.text] == Theme.standard[.text])
  }

  @Test("The terminal's own colours can be kept")
  func terminalColors() throws {
    let library = try library(["plain": "[colors]\nground = \"terminal\""])
    #expect(try library.theme("plain")[.text].background == .terminal)
  }

  @Test(
    "A broken theme names where it is broken, and the standard one is used",
    arguments: [
      ("dark = true\n[colors\n", "line 2"),
      ("dark = \"yes\"", "dark"),
      ("[colors]\nground = \"#12345\"", "colors.ground"),
      ("[parts]\nhair = 7", "parts.hair"),
      ("[roles]\nslection = \"accent\"", "roles.slection"),
      ("[roles]\nselection = 3", "roles.selection"),
      ("[roles]\nselection = { foreground = \"#ffffff\" }", "roles.selection.foreground"),
      ("[roles]\nselection = { attributes = [\"blink\"] }", "roles.selection.attributes"),
      ("[roles]\nselection = \"acccent\"", "roles.selection"),
      ("colours = 1", "colours"),
      ("inherits = \"nowhere\"", "inherits"),
      ("inherits = \"mist\"", "inherits"),
      ("colors = 4", "colors"),
      ("[roles]\ntext = { fg = { r = 1 } }", "roles.text.fg"),
    ])
  func broken(text: String, place: String) throws {
    let library = try library(["fog": text, "mist": "inherits = \"fog\""])
    let (theme, problem) = library.usableOrStandard("fog")
    #expect(theme == .standard)
    let error = try #require(problem)
    #expect(error.place == place, "\(error)")
    #expect(
      error.file.hasSuffix(place == "inherits" && text.contains("mist") ? "mist.toml" : "fog.toml"))
    #expect(error.description.hasSuffix("."))
  }

  @Test(
    "A broken file takes away neither the built-in theme of its name nor those that inherit from it",
    arguments: ["colours = 1", "[roles]\ntext = \"acccent\"", "inherits = \"nowhere\""])
  func brokenShadow(text: String) throws {
    let library = try library(["sumi": text, "rain": "[colors]\naccent = \"#004488\""])
    for name in ThemeLibrary(folder: nil).names {
      let (theme, problem) = library.usable(name)
      #expect(theme == (try ThemeLibrary(folder: nil).theme(name)), "\(name)")
      #expect(try #require(problem).file.hasSuffix("/sumi.toml"))
    }
    #expect(library.usable("rain").theme?[.title].foreground == CellColor(0, 0x44, 0x88))
  }

  @Test("A file that is far too large is no theme")
  func tooLarge() throws {
    let library = try library(["large": String(repeating: "#", count: (1 << 20) + 1)])
    #expect(library.usable("large").problem?.problem == .noTextFile)
  }

  @Test("What is no text file, or no theme at all, is said in one line")
  func unreadable() throws {
    let library = try library(["bytes": "x"])
    try Data([0xff, 0xfe, 0x00]).write(to: URL(filePath: folder / "bytes.toml"))
    try folder.addFolder("box.toml")
    for name in ["bytes", "box", "../fog", "", "a\u{1b}[2Jb"] {
      let problem = try #require(library.usableOrStandard(name).problem)
      #expect(!problem.description.contains { $0.isNewline || $0 == "\u{1b}" })
    }
  }

  @Test("No broken bytes stop the reader")
  func brokenBytes() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "themes")
    let sumi = Array(try Data(contentsOf: folder.appending(path: "sumi.toml")))
    var numbers = SeededNumbers(seed: 11)
    var refused = 0
    for _ in 0..<400 {
      var bytes = sumi
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      }
      do throws(ThemeError) {
        let file = try ThemeFile(String(decoding: bytes, as: UTF8.self), file: "sumi.toml")
        _ = try Theme(name: "sumi", files: [file])
      } catch {
        refused += 1
        #expect(!error.description.contains { $0.isNewline })
      }
    }
    #expect(refused > 50)
  }
}

extension CellStyle {
  /// The contrast of text and ground, 1…21 (WCAG 2.2); nil where the terminal decides.
  fileprivate var contrast: Double? {
    guard let front = RGBA(foreground), let back = RGBA(background) else { return nil }
    return front.contrast(to: back)
  }
}
