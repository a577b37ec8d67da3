import ImageFormats

/// The files that a coloured drawing is to be written to.
public struct DeliveredFiles: Sendable {
  /// A PNG.
  public var picture: String?
  /// A layered file; the end of its name tells which.
  public var layers: String?
  /// A PNG of the regions' labels.
  public var labels: String?

  /// - Precondition: the name of `layers` ends as a `LayeredFormat` does.
  public init(picture: String? = nil, layers: String? = nil, labels: String? = nil) {
    precondition(
      layers.map { LayeredFormat(ofFile: $0) != nil } ?? true,
      "\(layers ?? "") ends as no layered format does")
    self.picture = picture
    self.layers = layers
    self.labels = labels
  }

  /// One file: the picture, or its layers where the end of the name says so.
  public init(_ file: String) {
    if LayeredFormat(ofFile: file) != nil {
      self.init(layers: file)
    } else {
      self.init(picture: file)
    }
  }

  public var all: [String] { [picture, layers, labels].compactMap(\.self) }
}
