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
