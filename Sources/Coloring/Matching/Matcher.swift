public import Raster
public import Regions

/// Matches the regions of a drawing with those of one or several references.
///
/// Each region votes through its pixels for the regions that lie at the same place of the other figure.
/// Cost: O(cells of the view) a reference.
public enum Matcher {
  /// The most candidates that a match lists.
  public static let candidateLimit = 9

  /// Matches every region of the drawing.
  ///
  /// - Parameters:
  ///   - pins: matches set by hand; they win, and the last of two for one region.
  ///   - unlinks: regions that have no counterpart; a pin wins over them.
  public static func match(
    drawing: RegionDescriptors, references: [RegionDescriptors], pins: [Pin] = [],
    unlinks: [RegionName] = [], work: Work
  ) throws(Cancelled) -> Matching {
    let regionCount = drawing.map.regions.count
    var votes = [[Int: Double]](repeating: [:], count: regionCount + 1)
    var alignments: [Alignment] = []
    for (index, reference) in references.enumerated() {
      try work.checkCancelled()
      let alignment = boxAlignment(from: drawing.view, to: reference.view)
      alignments.append(alignment)
      for cell in drawing.view.labels.elements.indices {
        let place = alignment.nodes.elements[cell]
        let x = min(max(Int(place.x.rounded()), 0), reference.map.width - 1)
        let y = min(max(Int(place.y.rounded()), 0), reference.map.height - 1)
        let label = reference.map.labels.elements[y * reference.map.width + x]
        votes[Int(drawing.view.labels.elements[cell])][index << 16 | Int(label), default: 0] += 1
      }
    }
    var origins = [MatchOrigin](repeating: .automatic, count: regionCount + 1)
    var orphanedUnlinks: [RegionName] = []
    for name in unlinks {
      guard let label = drawing.label(of: name) else {
        orphanedUnlinks.append(name)
        continue
      }
      origins[Int(label)] = .unlinked
    }
    var pinned = [Candidate?](repeating: nil, count: regionCount + 1)
    var orphanedPins: [Pin] = []
    for pin in pins {
      guard let label = drawing.label(of: pin.region), references.indices.contains(pin.reference),
        let counterpart = references[pin.reference].label(of: pin.counterpart)
      else {
        orphanedPins.append(pin)
        continue
      }
      origins[Int(label)] = .pinned
      pinned[Int(label)] = Candidate(
        reference: pin.reference, label: counterpart, score: 1, reasons: [:])
    }
    let matches = (1..<regionCount + 1).map { label in
      let total = votes[label].values.reduce(0, +)
      let candidates = votes[label].sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(candidateLimit).map { key, count in
          Candidate(
            reference: key >> 16, label: UInt16(key & 0xffff), score: count / total,
            reasons: [.position: count / total])
        }
      return match(
        UInt16(label), origin: origins[label], pinned: pinned[label], candidates: candidates)
    }
    return Matching(
      matches: matches, alignments: alignments, orphanedPins: orphanedPins,
      orphanedUnlinks: orphanedUnlinks)
  }

  private static func match(
    _ label: UInt16, origin: MatchOrigin, pinned: Candidate?, candidates: [Candidate]
  ) -> Match {
    switch origin {
    case .pinned:
      return Match(
        label: label, origin: .pinned, chosen: pinned, candidates: candidates, confidence: 1)
    case .unlinked:
      return Match(
        label: label, origin: .unlinked, chosen: nil, candidates: candidates, confidence: 1)
    case .automatic, .unmatched:
      return Match(
        label: label, origin: candidates.isEmpty ? .unmatched : .automatic,
        chosen: candidates.first, candidates: candidates, confidence: candidates.first?.score ?? 0)
    }
  }

  /// The figure's box laid over the other figure's box.
  private static func boxAlignment(from drawing: FigureView, to reference: FigureView) -> Alignment
  {
    let from = drawing.figure
    let to = reference.figure
    let scaleX = Float(to.width) / Float(from.width)
    let scaleY = Float(to.height) / Float(from.height)
    var nodes = Plane(
      width: drawing.labels.width, height: drawing.labels.height, repeating: SIMD2<Float>(0, 0))
    for y in 0..<nodes.height {
      for x in 0..<nodes.width {
        let cell = SIMD2(
          (Float(x - from.x) + 0.5) * scaleX + Float(to.x),
          (Float(y - from.y) + 0.5) * scaleY + Float(to.y))
        nodes.elements[y * nodes.width + x] = cell * Float(reference.cell) - 0.5
      }
    }
    return Alignment(nodes: nodes, cell: drawing.cell)
  }
}
