public import Raster

/// Drawing a line that cuts regions, or that closes a gap.
public struct LineTool: Sendable {
  public enum Purpose: Sendable {
    case cut
    /// Drawn from the list of gaps, which has the keys again afterwards.
    case closing(GapList)
  }

  public let purpose: Purpose
  /// The place where keys set the next corner, in pixels of the drawing.
  public var cursor: Point
  /// The corners set so far, in pixels.
  public var corners: [Point] = []
  /// The mouse's way while its button is down, in pixels.
  public var stroke: [Point] = []

  /// The line drawn so far, up to the cursor.
  public var preview: [Point] {
    stroke.isEmpty ? (corners.isEmpty ? [] : corners + [cursor]) : corners + stroke
  }
}

extension LineTool {
  /// Of what is drawn so far, in pixels.
  public var length: Double { preview.length }
}

/// A line that was drawn and whose effect is not known yet.
struct AwaitedLine: Sendable {
  /// The edits that the regions are asked to be divided by.
  var order: DivisionOrder
  var points: [Point]
  var isCut: Bool
  /// The number of its line in the journal.
  var number: Int
}
