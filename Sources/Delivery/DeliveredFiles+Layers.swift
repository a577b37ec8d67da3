public import ImageFormats

extension DeliveredFiles {
  /// Takes the layered file out where its format cannot hold the picture, so that the other files are written all the same.
  ///
  /// - Returns: why it was taken out; nil where it was not.
  public mutating func dropLayers(width: Int, height: Int) -> ImageError? {
    guard let path = layers, let format = LayeredFormat(ofFile: path),
      let error = format.refusal(width: width, height: height, file: path)
    else { return nil }
    layers = nil
    return error
  }
}
