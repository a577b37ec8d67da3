public import Coloring
public import ImageFormats
public import Raster

/// A coloured drawing, with what its files say beside their pixels.
public struct ColouredDrawing: Sendable {
  public let result: ColoringResult
  /// The settings that it was coloured with.
  public let settings: ColoringSettings
  /// The size on paper that the drawing's file states, if any.
  public let resolution: Resolution?

  /// Colours a drawing.
  ///
  /// - Parameters: `resolution` is that of the drawing's file; of the engines the settings' is taken; the others are those of
  ///   `Coloring.run`.
  /// - Throws: as `Coloring.run`.
  /// - Complexity: that of `Coloring.run`.
  public init(
    _ inputs: consuming ColoringInputs, resolution: Resolution?, engines: Engines,
    cache: some StageCache, work: Work,
    progress: @escaping @Sendable (ColoringProgress) -> Void = { _ in }
  ) throws {
    let settings = inputs.settings
    self.init(
      try Coloring.run(
        consume inputs, engine: engines.engine(for: settings), cache: cache, work: work,
        progress: progress),
      settings: settings, resolution: resolution)
  }

  /// One that was coloured before.
  public init(_ result: ColoringResult, settings: ColoringSettings, resolution: Resolution?) {
    self.result = result
    self.settings = settings
    self.resolution = resolution
  }
}
