import Coloring
public import Projects
public import Raster
public import Regions

/// The picture whose parts are looked at: the drawing, or one of its references.
public struct MasksSubject: Sendable {
  public let picture: Picture
  public let map: RegionMap
  public let graph: RegionGraph
  /// The reference's place among the drawing's; nil for the drawing.
  public let reference: Int?

  /// The region that a point lies in.
  public func region(at point: Point?) -> Region? {
    guard let point, map.labels.contains(point) else { return nil }
    return map[map.labels[point]]
  }
}

extension StudioState {
  /// What the Masks screen shows; nil before the engine has found the regions.
  public var masksSubject: MasksSubject? {
    guard let drawing, let analysis else { return nil }
    if masks.reference?.drawing == drawing.id, let reference = masks.reference?.index,
      analysis.order.references.indices.contains(reference),
      let picture = project?.state[analysis.order.references[reference]]
    {
      let found = analysis.result.references[reference]
      return MasksSubject(
        picture: picture, map: found.map, graph: found.graph, reference: reference)
    }
    return drawingSubject
  }

  /// The drawing with its regions; nil before the engine has found them.
  var drawingSubject: MasksSubject? {
    guard let drawing, let result = analysis?.result else { return nil }
    return MasksSubject(picture: drawing, map: result.map, graph: result.graph, reference: nil)
  }

  /// Whether the Masks screen shows a reference in place of the drawing.
  public var isReferenceShown: Bool { masksSubject?.reference != nil }

  /// The picture that the Masks screen shows, also while its regions are not known.
  public var masksPicture: Picture? { masksSubject?.picture ?? drawing }

  /// The selected region of the subject.
  public var masksRegion: Region? {
    guard let subject = masksSubject else { return nil }
    return subject.region(at: focus(in: subject))
  }

  func focus(in subject: MasksSubject) -> Point? {
    subject.reference == nil ? focus : masks.referenceFocus[subject.picture.id]
  }

  mutating func setFocus(_ point: Point, in subject: MasksSubject) {
    if subject.reference == nil {
      focus = point
    } else {
      masks.referenceFocus[subject.picture.id] = point
    }
  }
}
