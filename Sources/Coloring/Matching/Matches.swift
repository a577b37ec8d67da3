import Raster
import Regions

/// The product of the stage `matches`: what the matcher found by itself. What the artist pins or unlinks is laid over it, which
/// takes a millisecond, so that a corrected match costs no matching.
struct Matches: Sendable {
  /// One for each region of the drawing.
  let matches: RegionTable<Match>
  /// As `CorrectedMatches.groundShares`.
  let groundShares: RegionTable<Double>
  /// One for each reference.
  let alignments: [DenseAlignment]
  /// The drawing's view, and the long side of its figure in cells.
  let frame: MatchingFrame
  let figureSide: Float

  /// The matching as the artist wants it.
  ///
  /// - Parameters:
  ///   - map: the drawing's regions.
  ///   - references: those that it was matched with.
  ///   - pins: matches set by hand; they win, the last of two for one region.
  ///   - unlinks: regions that have no counterpart; a pin wins over them.
  /// - Complexity: O(regions + nodes of the alignments · pins).
  func corrected(
    pins: [Pin], unlinks: [RegionName], map: RegionMap, references: [RegionDescriptors]
  ) -> CorrectedMatches {
    let wishes = Wishes(
      drawing: map, references: references.map(\.map), pins: pins, unlinks: unlinks)
    return CorrectedMatches(
      matches: matches.mapValues { wishes.granted($0) }, groundShares: groundShares,
      alignments: alignments(draggedBy: wishes, map: map, references: references),
      orphanedPins: wishes.orphanedPins, orphanedUnlinks: wishes.orphanedUnlinks)
  }

  /// The places in each reference of the drawing's places, as pins drag them.
  ///
  /// - Complexity: O(nodes of the alignments · pins).
  func alignments(draggedBy wishes: Wishes, map: RegionMap, references: [RegionDescriptors])
    -> [Alignment]
  {
    zip(alignments, references).enumerated().map { index, pair in
      var (alignment, reference) = pair
      let view = reference.view
      alignment.anchors = wishes.pinned.sorted { $0.key < $1.key }
        .filter { $0.value.reference == index }.map { label, pin in
          Anchor(
            map[label], to: reference.map[pin.label], alignment: alignment, from: frame,
            figureSide: figureSide, to: view.frame)
        }
      return Alignment(
        alignment, from: frame, to: view.frame, width: map.width, height: map.height)
    }
  }
}

extension Wishes {
  /// A match as the artist wants it; its candidates stay those that were found.
  func granted(_ match: Match) -> Match {
    if let pin = pinned[match.label] {
      return Match(
        label: match.label, origin: .pinned,
        chosen: Candidate(reference: pin.reference, label: pin.label, score: 1, reasons: [:]),
        candidates: match.candidates, confidence: 1)
    }
    if unlinked.contains(match.label) {
      return Match(
        label: match.label, origin: .unlinked, chosen: nil, candidates: match.candidates,
        confidence: 1)
    }
    return match
  }
}

extension Matches: Storable {
  init(_ known: Matches?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    matches = try bytes.pass(known, \.matches)
    groundShares = try bytes.pass(known, \.groundShares)
    alignments = try bytes.pass(known, \.alignments)
    frame = try bytes.pass(known, \.frame)
    figureSide = try bytes.pass(known, \.figureSide)
    guard groundShares.count == matches.count else { throw BrokenBytes() }
  }
}
