internal import Projects
public import Raster

/// The things that all screens look at: the project, what the engine found in its drawings, and where in it the artist is.
public struct Desk: Sendable {
  public var project: OpenProject?
  /// The engine's results for the drawings seen last, the newest last.
  public var analyses: [Analysis] = []
  /// A point of the drawing in the selected region.
  public var focus: Point?
  public var marks = RegionMarks()
  /// The regions that the last gesture could go on to.
  var offer: SpreadOffer?
  /// The artist's way through the queue of doubtful regions.
  var doubtTrail: DoubtTrail?
}
