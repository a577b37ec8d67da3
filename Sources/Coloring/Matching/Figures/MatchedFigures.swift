import Raster
import Regions

/// The matches of a drawing, figure by figure where it shows several and each by itself agrees better with the references.
struct MatchedFigures {
  /// The gain in agreement from which on figures are matched one by one.
  private static let leastGain: Float = 0.03

  let matches: RegionTable<Match>
  /// As `CorrectedMatches.groundShares`.
  let groundShares: RegionTable<Double>
  /// The figure of each region, an index into `figures`; nil for the ground.
  let owners: RegionTable<Int?>
  let figures: [MatchedFigure]

  init(_ whole: LaidReferences, _ references: [RegionDescriptors], work: Work) throws(Cancelled) {
    let map = whole.drawing.map
    let drawn = DrawnFigures(map: map, graph: whole.drawing.graph)
    var (laid, own) = ([whole], drawn.owners.mapValues { $0 == nil ? nil : 0 })
    if drawn.count > 1 {
      var parts: [LaidReferences] = []
      for figure in 0..<drawn.count {
        let others = RegionTable(map) { region in
          drawn.owners[region.label] != figure || drawn.isApart[region.label]
        }
        parts.append(
          try LaidReferences(
            try whole.drawing.without(others, work: work), references, work: work))
      }
      let areas = (0..<drawn.count).map { figure in
        map.regions.reduce(0) { $0 + (drawn.owners[$1.label] == figure ? Float($1.area) : 0) }
      }
      let mean = zip(parts, areas).reduce(0) { $0 + $1.0.agreement * $1.1 } / areas.reduce(0, +)
      if mean > whole.agreement + Self.leastGain { (laid, own) = (parts, drawn.owners) }
    }
    for figure in laid.indices {
      guard
        let touching = try TouchingFigures.found(
          in: laid[figure].drawing, references, agreement: laid[figure].agreement, work: work)
      else { continue }
      for region in map.regions where own[region.label] == figure {
        guard let part = touching.owners[region.label], part > 0 else { continue }
        own[region.label] = laid.count + part - 1
      }
      let parts = try touching.figures.map { drawing, alignments throws(Cancelled) in
        try LaidReferences(drawing, references, alignments: alignments, work: work)
      }
      laid[figure] = parts[0]
      laid += parts.dropFirst()
    }
    for figure in laid.indices {
      laid[figure].ofOthers = Set(laid.map(\.best)).subtracting([laid[figure].best])
    }
    owners = own
    figures = laid.map(MatchedFigure.init)
    var found: [RegionTable<Match>] = []
    var shares: [RegionTable<Double>] = []
    for laid in laid {
      found.append(try laid.matches(references, work: work))
      shares.append(laid.groundShares(references))
    }
    let owners = owners
    matches = RegionTable(map) { found[owners[$0.label] ?? 0][$0.label] }
    groundShares = RegionTable(map) { shares[owners[$0.label] ?? 0][$0.label] }
  }
}
