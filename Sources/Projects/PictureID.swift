/// The lasting name of a drawing or a reference in a project: the name of its folder. What the artist
/// calls it is its title, which may change.
public struct PictureID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static func < (a: PictureID, b: PictureID) -> Bool { a.rawValue < b.rawValue }
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

  public init(id: PictureID, kind: Kind, title: String, width: Int, height: Int) {
    self.id = id
    self.kind = kind
    self.title = title
    self.width = width
    self.height = height
  }
}
