import ImageFormats
import Raster

/// Layered pictures, in the format that the file's ending names.
enum LayerFile: String, CaseIterable {
  case psd
  case ora

  /// The format of a file; nil for an ending that names none.
  init?(_ path: String) {
    let name = path.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = format
  }

  /// - Parameter merged: the composed picture, which viewers show.
  func write(
    _ layers: LayeredImage, merged: Image, to path: String, overwriting: Bool,
    resolution: Resolution?, work: Work
  ) throws {
    switch self {
    case .psd:
      try PSD.write(
        layers, to: path, overwriting: overwriting, merged: merged, resolution: resolution,
        work: work)
    case .ora:
      try OpenRaster.write(
        layers, to: path, overwriting: overwriting, merged: merged, resolution: resolution,
        work: work)
    }
  }
}
