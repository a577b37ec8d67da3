import Raster

/// The artist's cuts and closed gaps, drawn among a drawing's barriers.
///
/// All of them are drawn before paper is divided; only afterwards can be told which of them found a
/// place: a closing that lies on paper at all, a cut with different regions on its sides.
struct DividingEdits {
  private let edits: RegionEdits
  /// The pixels of each cut, and of each closing, that were paper before any edit was drawn.
  private let cuts: [[Point]]
  private let closings: [[Point]]

  /// Draws the cuts and closed gaps of `edits` on `barriers`.
  ///
  /// - Complexity: O(edits · (width + height)).
  init(_ edits: RegionEdits, on barriers: inout BitPlane) {
    let bare = barriers
    let cuts = edits.cuts.map { cut in
      cut.points.indices.dropFirst().flatMap { index in
        bare.line(from: cut.points[index - 1], to: cut.points[index]).filter { !bare[$0] }
      }
    }
    let closings = edits.closed.map { closing in
      bare.line(from: closing.from, to: closing.to).filter { !bare[$0] }
    }
    for point in cuts.joined() { barriers[point] = true }
    for point in closings.joined() { barriers[point] = true }
    self.edits = edits
    self.cuts = cuts
    self.closings = closings
  }

  /// The closed gaps that found paper to close.
  var placedClosings: [Closing] {
    edits.closed.indices.filter { !closings[$0].isEmpty }.map { edits.closed[$0] }
  }

  /// The closed gaps that found none.
  var orphanedClosings: [Closing] {
    edits.closed.indices.filter { closings[$0].isEmpty }.map { edits.closed[$0] }
  }

  /// The cuts that divide nothing: no piece of them on paper has two regions beside it.
  ///
  /// - Parameter label: the region of a paper pixel; 0 for none.
  func orphanedCuts(label: (Point) -> UInt16) -> [Cut] {
    edits.cuts.indices.filter { !divides(cuts[$0], label) }.map { edits.cuts[$0] }
  }

  private func divides(_ pixels: [Point], _ label: (Point) -> UInt16) -> Bool {
    var previous: Point?
    /// The region beside the current piece of the cut.
    var beside: UInt16 = 0
    for pixel in pixels {
      if let previous, previous.squaredDistance(to: pixel) > 1 { beside = 0 }
      previous = pixel
      for neighbour in [
        Point(pixel.x, pixel.y - 1), Point(pixel.x - 1, pixel.y), Point(pixel.x + 1, pixel.y),
        Point(pixel.x, pixel.y + 1),
      ] {
        let found = label(neighbour)
        if found != 0 && beside != 0 && found != beside { return true }
        if found != 0 { beside = found }
      }
    }
    return false
  }
}
