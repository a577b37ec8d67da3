import Coloring
import Projects
import Raster
public import Regions

extension StudioState {
  /// The list of gaps, while it is the tool in use.
  public var gapList: GapList? {
    get { if case .gaps(let list)? = parts.tool?.kind { list } else { nil } }
    set { if let newValue, gapList != nil { parts.tool?.kind = .gaps(newValue) } }
  }

  /// The widest gap that is closed, as the artist sees it: also where the journal has not got it yet.
  public var gapLimit: (pixels: Double, isOwn: Bool)? {
    guard let analysis, let project = desk.project, let drawing else { return nil }
    let asked: Double?
    if let pending = gapList?.pending {
      asked = pending.pixels
    } else {
      asked = project.state.gaps[drawing.id]
    }
    return (asked ?? analysis.result.lineArt.defaultGap, asked == nil)
  }

  /// The newest division of the drawing that there is, what it was made with, and whether it is the one that limit and
  /// edits lead to.
  public var division: (map: RegionMap, order: DivisionOrder, isFresh: Bool)? {
    guard let analysis, let wanted = wantedOrder else { return nil }
    let order = DivisionOrder(
      drawing: wanted.drawing, gap: analysis.order.settings.gap,
      edits: analysis.order.corrections.regions)
    if order.gap != wanted.gap, let trial = gapList?.trial, trial.order.gap == wanted.gap,
      trial.order.drawing == wanted.drawing
    {
      return (trial.map, trial.order, trial.order == wanted)
    }
    return (analysis.result.map, order, order == wanted)
  }

  /// The division that limit and edits lead to.
  var wantedOrder: DivisionOrder? {
    guard let drawing, let project = desk.project, let limit = gapLimit else { return nil }
    return DivisionOrder(
      drawing: drawing.id, gap: limit.isOwn ? nil : limit.pixels,
      edits: project.state.regionEdits[drawing.id] ?? RegionEdits())
  }

  /// Asks for the gaps at a limit that is being moved.
  mutating func wantedDivision() -> [Effect] {
    guard gapList?.pending != nil, activeTool != nil, let analysis, let wanted = wantedOrder,
      let division, division.order.gap != wanted.gap, gapList?.trying != wanted
    else { return [] }
    gapList?.trying = wanted
    return [.divide(wanted, analysis.result.lineArt)]
  }

  mutating func take(_ map: RegionMap, for order: DivisionOrder) -> [Effect] {
    let effects = reportLine(map, for: order)
    guard gapList?.trying == order else { return effects }
    gapList?.trying = nil
    gapList?.trial = (order, map)
    return effects
  }

  /// Every gap of the drawing, the longest first.
  ///
  /// - Complexity: O(gaps · log gaps + their pixels).
  public var gaps: [Gap] {
    guard let division, let drawing, let project = desk.project, let analysis else { return [] }
    return Gap.list(
      in: division.map, of: analysis.result.lineArt, madeWith: division.order.edits,
      now: project.state.regionEdits[drawing.id] ?? RegionEdits())
  }
}

extension StudioState {
  /// The regions that a gap lies between, largest first: two where it keeps them apart, one where it does not.
  ///
  /// - Complexity: O(length of the gap).
  public func regions(beside gap: Gap) -> [Region] {
    guard let map = division?.map else { return [] }
    let (from, to) = (gap.closing.from, gap.closing.to)
    let steps = max(1, abs(to.x - from.x), abs(to.y - from.y))
    var counts: [UInt16: Int] = [:]
    // The middle half: the ends lie on strokes, which other regions border on too.
    for step in steps / 4...max(steps / 4, steps * 3 / 4) {
      let x = from.x + (to.x - from.x) * step / steps
      let y = from.y + (to.y - from.y) * step / steps
      for neighbour in 0..<49 {
        let pixel = Point(x + neighbour % 7 - 3, y + neighbour / 7 - 3)
        guard map.labels.contains(pixel), map.labels[pixel] != 0 else { continue }
        counts[map.labels[pixel], default: 0] += 1
      }
    }
    let labels = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(2).map(\.key)
    return labels.map { map[$0] }.sorted { ($0.area, $1.label) > ($1.area, $0.label) }
  }
}

extension StudioState {
  /// The parts on the two sides of a gap, each once, as far as they are known; the larger region's first.
  public func parts(beside gap: Gap) -> [String] {
    guard let map = analysis?.result.map, let parts = flats?.parts else { return [] }
    var seen: Set<String> = []
    // The gap's own division may be newer than what is known of parts.
    return regions(beside: gap).compactMap { region -> String? in
      guard let label = map.resolve(RegionName(inside: region.inside)) else { return nil }
      return parts[label]?.part
    }.filter { seen.insert($0).inserted }
  }
}

extension GapList {
  /// The place of the selected gap in `gaps`: where it is gone, that of the nearest one; nil where there is none.
  public func index(in gaps: [Gap]) -> Int? {
    guard let selected else { return gaps.isEmpty ? nil : 0 }
    if let index = gaps.firstIndex(where: { $0.closing == selected }) { return index }
    func distance(_ gap: Gap) -> Double {
      let way = gap.closing.middle - selected.middle
      return (way * way).sum()
    }
    return gaps.indices.min { distance(gaps[$0]) < distance(gaps[$1]) }
  }
}
