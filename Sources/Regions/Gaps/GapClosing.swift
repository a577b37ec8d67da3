import Raster

/// Closing the gaps of line art.
///
/// Idea: strokes' ends are joined, the best candidates first, each end once: first end to end, then what is left
/// to a stroke's side (or a closing just made). What the closings divide is reviewed afterwards: `ClosingReview`.
/// After Fourey, Tschumperlé and Revoy (2018), but with skeletons for ends, bending for angles, and the
/// review instead of thresholds.
/// Not done: to close openings wider than `gap`, or between strokes that have no end there.
struct GapClosing {
  let strokes: BitPlane
  let strokeWidth: Double
  /// The widest opening to close, in pixels; 0 closes none.
  let gap: Double

  /// The settings that suit the drawing: a wider `gap` also joins ink that floats to other strokes' sides more boldly.
  let ownGap: Double

  /// The distance from a side at which ink may float and still meet it, as a share of its own extent: the more the wider the gaps that
  /// were asked for. It grows with the gap and does not jump, so that a slider that closes more closes what it closed.
  var floatingShare: Double { min(0.35, 0.15 * max(1, gap / ownGap)) }

  /// The pixels by which an opening may be wider than `gap` and still be closed: ends are known no better than to a pixel
  /// or two, and broad ones less.
  static func tolerance(of gap: Double) -> Double { gap * 0.12 + 2 }

  /// The closings that were made.
  struct Result: Sendable {
    /// Best first.
    var closings: [Closing] = []
    /// Those of them that a network called for.
    var learned: [Closing] = []
    /// A pixel of each splinter of paper between a closing and the ink, to be no region.
    var splinters: [Point] = []
    /// The closings that the artist rejected and that were not found.
    var orphans: [Closing] = []
  }

  /// Draws the closings worth having.
  ///
  /// - Parameters:
  ///   - barriers: ink, trace lines and the artist's cuts and closings.
  ///   - edits: what is `opened` in them stays open.
  func close(on barriers: inout BitPlane, edits: RegionEdits, work: Work) throws(Cancelled)
    -> Result
  {
    guard gap > 0 else { return Result(orphans: edits.opened) }
    var crowded = barriers
    let found = try candidates(addedTo: &crowded, work: work)
    let rejected = edits.openedIndices(
      among: found.map(\.closing), strokeWidth: strokeWidth)
    let chosen = found.indices.filter { !rejected.indices.contains($0) }.map { found[$0] }
    if !rejected.indices.isEmpty {
      crowded = barriers
      for candidate in chosen { candidate.path.draw(on: &crowded) }
    }
    var review = try ClosingReview(of: chosen, barriers: crowded, work: work)
    let isKept = review.kept(of: chosen)
    let kept = zip(chosen, isKept).filter(\.1).map(\.0)
    for candidate in kept { candidate.path.draw(on: &barriers) }
    return Result(
      closings: kept.map(\.closing), splinters: review.splinters(of: chosen, kept: isKept),
      orphans: rejected.orphans)
  }

  /// Candidates that do not cross ink or one another, best first.
  ///
  /// - Parameter barriers: ink and trace lines; the candidates are added.
  private func candidates(addedTo barriers: inout BitPlane, work: Work) throws(Cancelled)
    -> [ClosingCandidate]
  {
    let rounds = max(8, Int(strokeWidth * 2))
    let skeleton = try strokes.thinned(rounds: rounds, work: work)
    let ends = try StrokeEndFinder(
      strokes: strokes, strokeWidth: strokeWidth
    ).ends(of: skeleton, work: work)
    let candidates = ClosingCandidates(
      strokes: strokes, ends: ends, gap: gap, floatingShare: floatingShare)
    var isUsed = [Bool](repeating: false, count: ends.count)
    var chosen: [ClosingCandidate] = []
    var ranked = try candidates.pairs(work: work)
    for index in ends.indices {
      if index & 63 == 0 { try work.checkCancelled() }
      if let side = candidates.side(from: index, barriers: barriers) { ranked.append(side) }
    }
    // Of equals the first found: neither the order nor the sort depends on anything but the drawing.
    let order = ranked.indices.sorted { (ranked[$0].cost, $0) < (ranked[$1].cost, $1) }
    for index in order {
      let candidate = ranked[index]
      if isUsed[candidate.first] || candidate.second.map({ isUsed[$0] }) ?? false { continue }
      guard candidate.isClear(of: barriers) else { continue }
      choose(candidate)
    }
    for index in ends.indices where !isUsed[index] {
      if index & 63 == 0 { try work.checkCancelled() }
      if let side = candidates.side(from: index, barriers: barriers), side.isClear(of: barriers) {
        choose(side)
      }
    }
    return chosen

    func choose(_ candidate: ClosingCandidate) {
      isUsed[candidate.first] = true
      if let second = candidate.second {
        isUsed[second] = true
      } else {
        // A closing that meets a stroke's side just at its end has joined that end too.
        candidates.forEachEnd(near: candidate.to) { index in
          let distance = (PixelVector(ends[index].tip) - PixelVector(candidate.to)).length
          if distance < ends[index].radius + 2 { isUsed[index] = true }
        }
      }
      candidate.path.draw(on: &barriers)
      chosen.append(candidate)
    }
  }
}

extension ClosingCandidate {
  /// Its name.
  var closing: Closing { Closing(from: from, to: to) }

  /// Whether the path leaves ink once, at its start, and meets it again once, at its end; close to
  /// either end its own stroke does not count.
  func isClear(of barriers: BitPlane) -> Bool {
    var transitions = 0
    var wasSet = true
    var last = from
    for pixel in path.pixels {
      let isSet =
        (PixelVector(pixel) - PixelVector(from)).length <= clearance.from
        || (PixelVector(pixel) - PixelVector(to)).length <= clearance.to || barriers[pixel]
        || pixel.x != last.x && pixel.y != last.y && barriers[pixel.x, last.y]
          && barriers[last.x, pixel.y]
      if isSet != wasSet { transitions += 1 }
      wasSet = isSet
      last = pixel
    }
    return transitions <= 2
  }
}

extension LineArt {
  /// The widest opening that is closed when nobody says, in pixels: a sixtieth of the drawing's side, more
  /// for broad strokes.
  public var defaultGap: Double {
    let side = (Double(width) * Double(height)).squareRoot()
    return max(side / 60, strokeWidth * 4)
  }

  /// The pixels by which an opening may be wider than the widest to close and still be closed.
  public static func gapTolerance(of gap: Double) -> Double { GapClosing.tolerance(of: gap) }
}
