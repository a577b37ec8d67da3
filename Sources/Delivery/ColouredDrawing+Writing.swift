public import Coloring
import ImageFormats
public import Raster
import Regions

extension ColouredDrawing {
  /// Writes it; the picture comes last, so that who finds it finds the others too.
  ///
  /// - Parameters:
  ///   - background: takes the place of the settings'.
  ///   - overwriting: whether files that exist may be replaced.
  /// - Throws: `ImageError`, `Cancelled`; each file is whole or not there.
  /// - Complexity: O(pixels); for layers some 4 bytes a pixel for each of about four full ones.
  public func write(
    to files: DeliveredFiles, on background: ColoringSettings.Background? = nil, overwriting: Bool,
    work: Work
  ) throws {
    var settings = settings
    settings.background = background ?? settings.background
    let metadata = PictureMetadata(ofDrawing: resolution, settings: settings)
    let image =
      settings.background == self.settings.background
      ? result.image : try result.composed(of: .all, on: settings.background, work: work)
    var refusal: ImageError?
    if let path = files.layers, let format = LayeredFormat(ofFile: path) {
      do {
        try format.write(
          result.layered(on: settings.background, work: work), to: path, overwriting: overwriting,
          merged: image, metadata: metadata, work: work)
      } catch let error as ImageError where error.isOfFormat {
        // The other files can be written all the same.
        refusal = error
      }
    }
    if let path = files.labels {
      try writeLabels(
        result.map.labels, to: path, overwriting: overwriting, metadata: metadata, work: work)
    }
    if let path = files.picture {
      try PNG.write(image, to: path, overwriting: overwriting, metadata: metadata, work: work)
    }
    if let refusal { throw refusal }
  }
}

extension ImageError {
  /// Whether the fault is the format's, not the disk's.
  fileprivate var isOfFormat: Bool {
    if case .tooLargeForFormat = problem { true } else { false }
  }
}
