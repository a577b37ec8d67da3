import Raster
import TOMLKit

/// What one theme file says, before what it inherits is added. themes/sumi.toml describes the format.
struct ThemeFile {
  /// A role's look; what is nil is as in text.
  struct Look {
    var foreground: String?
    var background: String?
    var attributes: CellStyle.Attributes = []
  }

  /// How errors name it.
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
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeError(
        file: file, place: "line \(error.source.begin.line)", reason: "\(error.description).")
    } catch {
      throw ThemeError(file: file, reason: "\(error).")
    }
    for key in table.keys.sorted() {
      guard let value = table[key] else { continue }
      switch key {
      case "dark":
        guard let flag = value.bool else { throw wrong(key, "true or false is wanted") }
        isDark = flag
      case "inherits":
        guard let name = value.string else { throw wrong(key, "a theme's name is wanted") }
        inherits = name
      case "colors": colors = try readColors(value, key)
      case "parts": parts = try readColors(value, key)
      case "roles": try readRoles(value)
      default:
        throw wrong(key, "there is no such key; known are dark, inherits, colors, roles and parts")
      }
    }
  }

  private func readColors(_ value: any TOMLValueConvertible, _ key: String) throws(ThemeError)
    -> [String: CellColor]
  {
    guard let table = value.table else { throw wrong(key, "a table of colours is wanted") }
    var colors: [String: CellColor] = [:]
    for name in table.keys.sorted() {
      guard let text = table[name]?.string, let color = CellColor(text) else {
        throw wrong("\(key).\(name)", "a colour is wanted: \"#rrggbb\" or \"terminal\"")
      }
      colors[name] = color
    }
    return colors
  }

  private mutating func readRoles(_ value: any TOMLValueConvertible) throws(ThemeError) {
    guard let table = value.table else { throw wrong("roles", "a table of roles is wanted") }
    for name in table.keys.sorted() {
      guard let role = Role(rawValue: name) else {
        throw wrong("roles.\(name)", "there is no such role")
      }
      guard let value = table[name] else { continue }
      if let color = value.string {
        looks[role] = Look(foreground: color)
      } else if let fields = value.table {
        looks[role] = try readLook(fields, "roles.\(name)")
      } else {
        throw wrong("roles.\(name)", "a colour is wanted, or { fg, bg, attributes }")
      }
    }
  }

  private func readLook(_ table: TOMLTable, _ key: String) throws(ThemeError) -> Look {
    var look = Look()
    for field in table.keys.sorted() {
      let place = "\(key).\(field)"
      switch field {
      case "fg", "bg":
        guard let color = table[field]?.string else { throw wrong(place, "a colour is wanted") }
        if field == "fg" { look.foreground = color } else { look.background = color }
      case "attributes":
        guard let list = table[field]?.array else { throw wrong(place, "a list is wanted") }
        for item in list {
          guard let name = item.string, let attribute = Self.attributes[name] else {
            throw wrong(place, "known are bold, dim, italic, underline and reverse")
          }
          look.attributes.insert(attribute)
        }
      default: throw wrong(place, "there is no such key; known are fg, bg and attributes")
      }
    }
    return look
  }

  private static let attributes: [String: CellStyle.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  private func wrong(_ place: String, _ reason: String) -> ThemeError {
    ThemeError(file: file, place: place, reason: reason + ".")
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
