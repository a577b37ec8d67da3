public import Coloring
public import Raster

/// The progress of a task.
public struct TaskProgress: Sendable {
  /// The stage that a colouring is at; nil for other kinds of jobs.
  public let stage: StageKind?
  /// 0…1 of this stage.
  public let share: Double
  /// 0…1 of the whole task.
  public let overall: Double
  /// The picture so far, no side longer than the given number of pixels; nil where nothing new can be shown.
  public let preview: (@Sendable (_ longestSide: Int) -> Image)?

  /// The progress of a task without stages.
  public init(
    overall: Double, preview: (@Sendable (_ longestSide: Int) -> Image)? = nil
  ) {
    stage = nil
    share = overall
    self.overall = overall
    self.preview = preview
  }

  init(_ progress: ColoringProgress) {
    stage = progress.stage
    share = progress.share
    overall = progress.overall
    preview = progress.preview
  }
}
