/// The lasting name of a drawing or a reference in a project: the name of its folder. The artist
/// calls it by its title, which may change.
public struct PictureID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether it can be a folder's name inside a project: 1 to 200 bytes, no path, nothing hidden, nothing
  /// that a terminal would obey.
  public var isSafe: Bool {
    !rawValue.isEmpty && rawValue.utf8.count <= 200 && !rawValue.hasPrefix(".")
      && rawValue.unicodeScalars.allSatisfy { scalar in
        scalar == "-" || scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
          || scalar.properties.numericType != nil || scalar.properties.generalCategory.isMark
      }
  }

  public static func < (a: PictureID, b: PictureID) -> Bool { a.rawValue < b.rawValue }
}

extension PictureID: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) { self.init(rawValue: name) }
}

extension Unicode.GeneralCategory {
  /// Accents and vowel signs, which letters of many scripts are written with.
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark }
}
