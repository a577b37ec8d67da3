import Coloring
public import Projects
public import Raster
public import Regions

/// The picture whose parts are looked at: the drawing, or one of its references.
public struct PartsSubject: Sendable {
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
  /// The subject of the Parts screen; nil before the engine has found the regions.
  public var partsSubject: PartsSubject? {
    guard let drawing, let analysis else { return nil }
    if parts.reference?.drawing == drawing.id, let reference = parts.reference?.index,
      analysis.order.references.indices.contains(reference),
      let picture = desk.project?.state[analysis.order.references[reference]]
    {
      let found = analysis.result.references[reference]
      return PartsSubject(
        picture: picture, map: found.map, graph: found.graph, reference: reference)
    }
    return drawingSubject
  }

  /// The drawing with its regions; nil before the engine has found them.
  var drawingSubject: PartsSubject? {
    guard let drawing, let result = analysis?.result else { return nil }
    return PartsSubject(picture: drawing, map: result.map, graph: result.graph, reference: nil)
  }

  /// Whether the Parts screen shows a reference in place of the drawing.
  public var isReferenceShown: Bool { partsSubject?.reference != nil }

  /// The picture that the Parts screen shows, also while its regions are not known.
  public var partsPicture: Picture? { partsSubject?.picture ?? drawing }

  /// The selected region of the subject.
  public var partsRegion: Region? {
    guard let subject = partsSubject else { return nil }
    return subject.region(at: focus(in: subject))
  }

  /// The point by which the subject's region is selected.
  public var partsFocus: Point? { partsSubject.flatMap { focus(in: $0) } }

  func focus(in subject: PartsSubject) -> Point? {
    subject.reference == nil ? desk.focus : parts.referenceFocus[subject.picture.id]
  }

  mutating func setFocus(_ point: Point, in subject: PartsSubject) {
    if subject.reference == nil {
      desk.focus = point
    } else {
      parts.referenceFocus[subject.picture.id] = point
    }
  }
}
