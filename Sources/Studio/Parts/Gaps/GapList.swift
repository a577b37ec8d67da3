public import Projects
public import Regions

/// The list of a drawing's gaps, and the slider of the widest that is closed.
public struct GapList: Sendable {
  /// A limit that the artist is still moving.
  public struct Pending: Hashable, Sendable {
    /// Nil for the drawing's own.
    public var pixels: Double?
    /// When it goes into the journal, on the clock of `StudioState.now`.
    public var due: Int
  }

  /// The division of a drawing that a limit gives.
  public struct Counts: Hashable, Sendable {
    public var regions: Int
    public var closings: Int
  }

  /// The selected gap, by its ends: it outlasts the list around it.
  public var selected: Closing?
  public var pending: Pending?
  /// The division before the limit was moved.
  public var before: Counts?
  /// The division by the present limit, where the engine has not come to it yet.
  public var trial: (order: DivisionOrder, map: RegionMap)?
  /// The order that was given and is not answered yet.
  var trying: DivisionOrder?

  /// Between the last press and the line in the journal, in milliseconds: one line a pause.
  static let pause = 300
}

/// The order to divide a drawing, alone: enough to show its gaps long before it is coloured.
public struct DivisionOrder: Sendable, Hashable {
  public var drawing: PictureID
  /// The widest gap that is closed, in pixels; nil for the drawing's own.
  public var gap: Double?
  public var edits: RegionEdits
}

extension GapList.Counts {
  /// The regions of the figure are counted, as everywhere.
  public init(_ map: RegionMap) {
    self.init(
      regions: map.regions.count { !$0.isBackground }, closings: map.closings.count)
  }
}
