public import Projects
public import Raster
import Regions

/// The regions that the next gesture is done to, where it is to be more than the selected one. They are marked on the
/// screen of parts or on that of matches, and hold on both.
public struct RegionMarks: Sendable {
  /// Points of the regions that are marked, in each picture, in the order they were marked.
  public var points: [PictureID: [Point]] = [:]
  /// Whether each region that is gone to is marked.
  public var isRanging = false
  /// Whether the marks have been used: they go with the next move.
  public var areSpent = false

  public init() {}
}

extension StudioState {
  /// The picture whose regions can be marked on this screen; nil where none can.
  public var markSubject: PartsSubject? { screen.subject(self) }

  /// The labels of the subject's marked regions, each once, in the order they were marked.
  public var markedLabels: [UInt16] {
    guard let subject = markSubject, let points = desk.marks.points[subject.picture.id] else {
      return []
    }
    var seen: Set<UInt16> = []
    return points.compactMap { subject.region(at: $0)?.label }.filter { seen.insert($0).inserted }
  }

  /// The selected one of the regions that can be marked.
  var markRegion: Region? { markSubject.flatMap { $0.region(at: focus(in: $0)) } }

  /// The regions that a gesture is for: the marked ones, or else the selected one.
  public var chosenLabels: [UInt16] {
    let marked = markedLabels
    if !marked.isEmpty { return marked }
    return markRegion.map { [$0.label] } ?? []
  }

  /// Lets go of the marks in a picture.
  ///
  /// - Returns: false where there are none.
  mutating func dropMarks(in subject: PartsSubject) -> Bool {
    guard desk.marks.isRanging || !markedLabels.isEmpty else { return false }
    desk.marks.isRanging = false
    desk.marks.points[subject.picture.id] = []
    return true
  }
}
