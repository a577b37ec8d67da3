import Raster
import TOMLKit
import TOMLText

/// The contents of one theme file, before what it inherits is added. themes/sumi.toml describes the format.
struct ThemeFile {
  /// A role's look; what is nil is as in text.
  struct Look {
    var foreground: String?
    var background: String?
    var attributes: CellStyle.Attributes = []
  }

  /// Its name in errors.
  let file: String
  private(set) var isDark: Bool?
  private(set) var inherits: String?
  private(set) var colors: [String: CellColor] = [:]
  private(set) var looks: [Role: Look] = [:]
  private(set) var parts: [String: CellColor] = [:]

  /// Reads a file's text; every value is checked.
  init(_ text: String, file: String) throws(ThemeError) {
    self.file = file
    let table: TOMLTable
    do {
      table = try TOMLTable(text: text)
    } catch {
      throw ThemeError(.syntax(error.detail), file: file, place: "line \(error.line)")
    }
    for key in table.keys.sorted() {
      guard let value = table[key] else { continue }
      switch key {
      case "dark":
        guard let flag = value.bool else { throw wrong(key, .wanted(.flag)) }
        isDark = flag
      case "inherits":
        guard let name = value.string else { throw wrong(key, .wanted(.themeName)) }
        inherits = name
      case "colors": colors = try readColors(value, key)
      case "parts": parts = try readColors(value, key)
      case "roles": try readRoles(value)
      default:
        throw wrong(key, .unknownKey(["dark", "inherits", "colors", "roles", "parts"]))
      }
    }
  }

  private func readColors(_ value: any TOMLValueConvertible, _ key: String) throws(ThemeError)
    -> [String: CellColor]
  {
    guard let table = value.table else { throw wrong(key, .wanted(.colours)) }
    var colors: [String: CellColor] = [:]
    for name in table.keys.sorted() {
      guard let text = table[name]?.string, let color = CellColor(text) else {
        throw wrong("\(key).\(name)", .wanted(.colour))
      }
      colors[name] = color
    }
    return colors
  }

  private mutating func readRoles(_ value: any TOMLValueConvertible) throws(ThemeError) {
    guard let table = value.table else { throw wrong("roles", .wanted(.roles)) }
    for name in table.keys.sorted() {
      guard let role = Role(rawValue: name) else {
        throw wrong("roles.\(name)", .unknownRole)
      }
      guard let value = table[name] else { continue }
      if let color = value.string {
        looks[role] = Look(foreground: color)
      } else if let fields = value.table {
        looks[role] = try readLook(fields, "roles.\(name)")
      } else {
        throw wrong("roles.\(name)", .wanted(.look))
      }
    }
  }

  private func readLook(_ table: TOMLTable, _ key: String) throws(ThemeError) -> Look {
    var look = Look()
    for field in table.keys.sorted() {
      let place = "\(key).\(field)"
      switch field {
      case "fg", "bg":
        guard let color = table[field]?.string else { throw wrong(place, .wanted(.colourName)) }
        if field == "fg" { look.foreground = color } else { look.background = color }
      case "attributes":
        guard let list = table[field]?.array else { throw wrong(place, .wanted(.list)) }
        for item in list {
          guard let name = item.string, let attribute = Self.attributes[name] else {
            throw wrong(place, .unknownAttribute(Self.attributes.keys.sorted()))
          }
          look.attributes.insert(attribute)
        }
      default: throw wrong(place, .unknownKey(["fg", "bg", "attributes"]))
      }
    }
    return look
  }

  private static let attributes: [String: CellStyle.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  private func wrong(_ place: String, _ problem: ThemeError.Problem) -> ThemeError {
    ThemeError(problem, file: file, place: place)
  }
}

extension CellColor {
  /// `#rrggbb`, or `terminal` for the terminal's own; nil for anything else.
  init?(_ text: String) {
    if text == "terminal" {
      self = .terminal
      return
    }
    guard let color = RGBA(hex: text) else { return nil }
    self.init(color.r, color.g, color.b)
  }
}
