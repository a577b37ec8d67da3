/// The metadata of a written file, as far as its format can hold it.
public struct PictureMetadata: Sendable {
  /// Size on paper; the source's is kept by passing it on.
  public var resolution: Resolution?
  /// Keys (1 to 79 printable ASCII characters, as "Software") and values of any Unicode.
  public var text: [(key: String, value: String)]

  public init(resolution: Resolution? = nil, text: [(key: String, value: String)] = []) {
    self.resolution = resolution
    self.text = text
  }
}
