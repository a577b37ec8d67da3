import Coloring
import ImageFormats

extension PictureMetadata {
  /// The metadata of every file that is made from a drawing: never the name of a file.
  ///
  /// - Parameters:
  ///   - resolution: that of the drawing's file.
  ///   - settings: nil for what no settings of colouring have a part in.
  init(ofDrawing resolution: Resolution?, settings: ColoringSettings?) {
    self.init(resolution: resolution, text: [("Software", Software.nameInFiles)])
    if let settings { text.append(("Settings", settings.typed)) }
  }
}
