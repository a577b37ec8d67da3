public import Raster

/// The layers of a coloured drawing that are looked at.
public struct LayerSelection: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The ink, and trace lines where they are kept.
  public static let lines = LayerSelection(rawValue: 1)
  public static let shadows = LayerSelection(rawValue: 2)
  public static let highlights = LayerSelection(rawValue: 4)
  /// Without them shadows and highlights lie on white.
  public static let flats = LayerSelection(rawValue: 8)
  public static let background = LayerSelection(rawValue: 16)

  public static let all: LayerSelection = [.lines, .shadows, .highlights, .flats, .background]
}

extension ColoringResult {
  /// The picture with some of its layers, on another ground.
  ///
  /// - Parameter background: takes the place of the settings'.
  /// - Returns: with all layers, what `Coloring.run` makes with this background.
  /// - Complexity: O(pixels), as the stage `layers`; nothing before it is computed again.
  public func composed(
    of layers: LayerSelection, on background: ColoringSettings.Background, work: Work
  ) throws(Cancelled) -> Image {
    try assembly.on(background.colour(behind: references.first)).composed(of: layers, work: work)
  }

  /// The picture in layers on another ground; its composed picture is `composed(of: .all, …)`.
  public func layered(on background: ColoringSettings.Background, work: Work) throws(Cancelled)
    -> LayeredImage
  {
    try assembly.on(background.colour(behind: references.first)).layered(work: work)
  }
}
