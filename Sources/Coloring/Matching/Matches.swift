import Raster
import Regions

/// The product of the stage `matches`: what the matcher found by itself. What the artist pins or unlinks is laid over it, which
/// takes a millisecond, so that a corrected match costs no matching.
struct Matches: Sendable {
  /// One for each region of the drawing.
  let matches: RegionTable<Match>
  /// As `CorrectedMatches.groundShares`.
  let groundShares: RegionTable<Double>
  /// What the engine's features show of each region as a whole.
  let traits: RegionTable<RegionTraits>
  /// The chance of each region to be outside of the figure, 0…1, though it is no ground by its lines; mostly 0.
  let outside: RegionTable<Double>
  /// The figure of each region, an index into `figures`; nil for the ground.
  let owners: RegionTable<Int?>
  /// Mostly one: the whole drawing.
  let figures: [MatchedFigure]

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
    (figures.isEmpty ? 0..<0 : references.indices).map { index in
      let figures = figures.indices.map { figure in
        alignment(of: figure, with: index, draggedBy: wishes, map: map, references: references)
      }
      return figures.count == 1 ? figures[0] : joined(figures, map: map)
    }
  }

  /// One figure's places in a reference.
  private func alignment(
    of figure: Int, with index: Int, draggedBy wishes: Wishes, map: RegionMap,
    references: [RegionDescriptors]
  ) -> Alignment {
    let own = figures[figure]
    var alignment = own.alignments[index]
    let (reference, view) = (references[index], references[index].view)
    alignment.anchors = wishes.pinned.sorted { $0.key < $1.key }
      .filter { $0.value.reference == index && (owners[$0.key] ?? figure) == figure }
      .map { label, pin in
        Anchor(
          map[label], to: reference.map[pin.label], alignment: alignment, from: own.frame,
          figureSide: own.figureSide, to: view.frame)
      }
    return Alignment(
      alignment, from: own.frame, to: view.frame, width: map.width, height: map.height)
  }

  /// The places of all figures: each place goes where its figure does, and the ground's where the nearest does.
  private func joined(_ alignments: [Alignment], map: RegionMap) -> Alignment {
    let cell = alignments.map(\.cell).min() ?? 1
    var nodes = Plane(
      width: max(1, Int((Double(map.width) / cell).rounded(.up))),
      height: max(1, Int((Double(map.height) / cell).rounded(.up))), repeating: SIMD2<Float>.zero)
    for j in 0..<nodes.height {
      for i in 0..<nodes.width {
        let (x, y) = ((Double(i) + 0.5) * cell - 0.5, (Double(j) + 0.5) * cell - 0.5)
        let pixel = Point(
          min(max(0, Int(x)), map.width - 1), min(max(0, Int(y)), map.height - 1))
        let figure =
          owners[map.labels[pixel.x, pixel.y], ofNone: nil]
          ?? figures.indices.min {
            figures[$0].box.squaredDistance(to: pixel) < figures[$1].box.squaredDistance(to: pixel)
          } ?? 0
        let place = alignments[figure].place(x: x, y: y)
        nodes[i, j] = SIMD2(Float(place.x), Float(place.y))
      }
    }
    return Alignment(nodes: nodes, cell: cell)
  }
}

extension Box {
  /// The square of the distance to a pixel, 0 inside.
  fileprivate func squaredDistance(to point: Point) -> Int {
    let dx = max(0, x - point.x, point.x - maxX + 1)
    let dy = max(0, y - point.y, point.y - maxY + 1)
    return dx * dx + dy * dy
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
    traits = try bytes.pass(known, \.traits)
    outside = try bytes.pass(known, \.outside)
    owners = try bytes.pass(known, \.owners)
    figures = try bytes.pass(known, \.figures)
    guard groundShares.count == matches.count, outside.count == matches.count,
      traits.count == matches.count, owners.count == matches.count,
      owners.allSatisfy({ $0.map(figures.indices.contains) ?? true })
    else { throw BrokenBytes() }
  }
}
