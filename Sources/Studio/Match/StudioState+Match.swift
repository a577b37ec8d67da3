internal import Coloring
public import Projects
internal import Raster
public import Regions
internal import TerminalUI

// The values that the match screen is made from, beside `MatchState`.
extension StudioState {
  /// The matches as they stand now; nil while there is no analysis.
  public var correspondences: Correspondences? {
    guard let analysis, let flats else { return nil }
    return Correspondences(flats, settled: settlements(in: analysis), doubtful: doubtful)
  }

  /// The match of the selected region.
  public var correspondence: Correspondence? {
    guard let region else { return nil }
    return correspondences?[region.label]
  }

  /// The references of the drawing, in the artist's order.
  public var drawingReferences: [Picture] {
    guard let drawing, let project = desk.project else { return [] }
    return project.state.references(for: drawing.id)
  }

  /// The reference beside the drawing: the one turned to, or else where the selected region's counterpart is.
  public var shownReference: Picture? {
    let references = drawingReferences
    if let id = match.reference, let turned = references.first(where: { $0.id == id }) {
      return turned
    }
    if let counterpart = correspondence?.counterpart,
      let id = analysis?.order.references[counterpart.reference],
      let picture = references.first(where: { $0.id == id })
    {
      return picture
    }
    return references.first
  }

  /// Its place in `Analysis.references`; nil where the analysis was made without it.
  public var shownReferenceIndex: Int? {
    guard let shownReference else { return nil }
    return analysis?.order.references.firstIndex(of: shownReference.id)
  }

  /// The region selected in the shown reference.
  public var referenceRegion: Region? {
    guard let index = shownReferenceIndex, let place = match.place,
      let map = analysis?.result.references[index].map, map.labels.contains(place)
    else { return nil }
    return map[map.labels[place]]
  }

  /// The same as a counterpart.
  public var referencePlace: Counterpart? {
    guard let index = shownReferenceIndex, let referenceRegion else { return nil }
    return Counterpart(index, referenceRegion.label)
  }
}
