internal import Raster

extension ColoringSettings.Background {
  /// The canvas's colour; nil where it stays transparent.
  func colour(behind reference: Reference?) -> RGBA? {
    switch self {
    case .none: nil
    case .colour(let colour): colour
    case .reference: reference?.ground
    }
  }
}
