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

/// A picture of a project.
public struct Picture: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    case drawing
    case reference
  }

  public var id: PictureID
  public var kind: Kind
  /// As the artist reads it; from the file's name at first.
  public var title: String
  public var width: Int
  public var height: Int
  /// Of a reference that was made in the project: the drawing whose result it is.
  public var result: PictureID?

  /// - Parameters:
  ///   - width: in pixels, as `height`.
  ///   - result: the drawing whose result it is; nil for one that was imported.
  public init(
    id: PictureID, kind: Kind, title: String, width: Int, height: Int, result: PictureID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.width = width
    self.height = height
    self.result = result
  }
}

extension Unicode.GeneralCategory {
  /// Accents and vowel signs, which letters of many scripts are written with.
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark }
}
