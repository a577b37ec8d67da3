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
  /// The artist's file that it was read from, as that was then; nil where that is not known.
  public var source: PictureSource?

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

/// A file of the artist's, as it was when it was read.
public struct PictureSource: Hashable, Sendable, Codable {
  /// Absolute.
  public var path: String
  /// Nanoseconds since the beginning of 1970, by the file system's clock.
  public var changed: Int
  public var bytes: Int

  /// Nil where there is no such file.
  public init?(_ path: String) {
    let path = UserPath.absolute(path)
    guard let status = FileStatus(path), status.isRegular else { return nil }
    self.path = path
    changed = status.changed
    bytes = status.bytes
  }
}
