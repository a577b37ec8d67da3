/// Why a theme cannot be used.
public struct ThemeError: Error, Hashable, CustomStringConvertible {
  /// The file, or for a built-in theme its name.
  public let file: String
  /// The place in the file: `line 4`, `roles.text.fg`; empty for all of it.
  public let place: String
  /// The fault that is there.
  public let problem: Problem

  init(_ problem: Problem, file: String, place: String = "") {
    self.problem = problem
    self.file = file
    self.place = place
  }

  /// The faults that a theme can have.
  public enum Problem: Hashable, Sendable {
    /// The system's reason.
    case unreadable(String)
    /// No file, or one far too large.
    case noTextFile
    case noUnicode
    /// The words of the reader of TOML.
    case syntax(String)
    /// The value is of another kind.
    case wanted(Wanted)
    /// The names that would be known in its place.
    case unknownKey([String])
    case unknownAttribute([String])
    case unknownRole
    case unknownColour(String)
    case inheritsItself(through: String)
    /// The themes that there are.
    case noTheme(String, known: [String])
  }

  /// The kind of value that has to stand there instead.
  public enum Wanted: Hashable, Sendable, CaseIterable {
    case flag, themeName, colours, colour, roles, colourName, look, list
  }

  /// A sentence for a terminal, ready to be shown.
  public var description: String { "\(whereabouts): \(sentence).".withoutControls }

  /// The file, and the place in it where there is one; not escaped.
  public var whereabouts: String { place.isEmpty ? file : "\(file), \(place)" }

  private var sentence: String {
    switch problem {
    case .unreadable(let reason): "it cannot be read (\(reason)); check its permissions"
    case .noTextFile: "this is no theme; a text file is wanted"
    case .noUnicode: "it cannot be read as text in UTF-8"
    case .syntax(let reason): reason
    case .wanted(let wanted): wanted.sentence
    case .unknownKey(let known):
      "there is no such key; known are \(known.joined(separator: ", "))"
    case .unknownAttribute(let known): "known are \(known.joined(separator: ", "))"
    case .unknownRole: "there is no such role"
    case .unknownColour(let name):
      "there is no colour \"\(name)\"; name it under [colors], or write \"#rrggbb\""
    case .inheritsItself(let name): "it inherits from itself through \"\(name)\""
    case .noTheme(let name, let known):
      "there is no theme \"\(name)\"; there are \(known.joined(separator: ", "))"
    }
  }
}

extension ThemeError.Wanted {
  fileprivate var sentence: String {
    switch self {
    case .flag: "true or false is wanted"
    case .themeName: "a theme's name is wanted"
    case .colours: "a table of colours is wanted"
    case .colour: "a colour is wanted: \"#rrggbb\" or \"terminal\""
    case .roles: "a table of roles is wanted"
    case .colourName: "a colour is wanted"
    case .look: "a colour is wanted, or { fg, bg, attributes }"
    case .list: "a list is wanted"
    }
  }
}

extension String {
  /// With a `?` for each control: names and values come from files.
  fileprivate var withoutControls: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory)
      scalars.append(isControl ? "?" : scalar)
    }
    return String(scalars)
  }
}
