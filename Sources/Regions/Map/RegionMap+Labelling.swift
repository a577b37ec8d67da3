public import Raster

/// From line art to regions: close the gaps, find the connected areas of paper, divide the ink between
/// them, and describe each.
///
/// Cost at 1600×1600 on two cores: see `benchmarks regions`. Memory: some 8 bytes a pixel beside the line art.
extension RegionMap {
  /// Divides line art into regions.
  ///
  /// Regions are the 4-connected areas of paper between ink, trace lines and closed gaps. Specks of paper
  /// inside a stroke are part of the stroke. Ink goes to the nearest region, so that neighbours
  /// meet in the middle of the line. Line art without paper has no regions: its labels are all 0.
  ///
  /// - Parameters:
  ///   - lineArt: the drawing.
  ///   - gap: the widest opening to close, in pixels; 0 closes none; nil is
  ///     `LineArt.defaultGap`. A wider one than that also joins ink that floats more boldly.
  ///   - chances: where the ground is, as a network sees it; with them the figure is kept apart from the ground where lines
  ///     leave it open. None are used where `gap` is 0.
  ///   - seen: the parts that a network sees; with them regions that show two are divided where nobody drew a border. None
  ///     are used where `gap` is 0.
  ///   - edits: the artist's; what finds no place is in `orphans`.
  ///   - work: the threads to use; the result does not depend on them.
  /// - Complexity: O(W · H).
  public init(
    _ lineArt: LineArt, gap: Double? = nil, chances: GroundChances? = nil,
    seen: SeenParts? = nil, edits: RegionEdits = RegionEdits(), work: Work
  ) throws(Cancelled) {
    var strokes = try lineArt.strokeBits(work: work)
    let ruled = RuledLines(in: strokes, strokeWidth: lineArt.strokeWidth)
    let frame = RuledFrame(ruled)
    ruled.erasePassing(from: &strokes, within: frame?.inside ?? lineArt.strokes.bounds)
    var barriers = strokes
    let dividing = DividingEdits(edits, on: &barriers)
    let closing = GapClosing(
      strokes: strokes, strokeWidth: lineArt.strokeWidth,
      gap: gap ?? lineArt.defaultGap, ownGap: lineArt.defaultGap)
    var closed = try closing.close(on: &barriers, edits: edits, work: work)
    var components = try RunComponents(of: barriers, where: false, work: work)
    var border: GroundBorder?
    if let chances, gap != 0 {
      border = try GroundBorder(
        chances, lineArt: lineArt, barriers: barriers, components: components, frame: frame,
        work: work)
    }
    if let border {
      closed.add(border.pieces, on: &barriers, strokeWidth: lineArt.strokeWidth)
      components = try RunComponents(of: barriers, where: false, work: work)
    }
    if let seen, gap != 0 {
      let learned = try LearnedBorders(
        seen, lineArt: lineArt, barriers: barriers, components: components,
        isGround: Self.areGround(components, barriers: barriers, frame: frame, border), work: work)
      closed.add(learned.pieces, on: &barriers, strokeWidth: lineArt.strokeWidth)
      if !learned.pieces.isEmpty {
        components = try RunComponents(of: barriers, where: false, work: work)
      }
    }
    let componentStatistics = components.statistics()
    let kept = Self.kept(
      componentStatistics, without: Set(closed.splinters.compactMap(components.component)),
      strokeWidth: lineArt.strokeWidth)
    barriers.set(components) { kept.labels[$0] == 0 }

    var labels = try components.painted(kept.labels, work: work)
    try labels.growNearest(over: barriers, work: work)
    var statistics = RegionTable(kept.components.map { componentStatistics[$0] })
    let joined = edits.joinedLabels(of: labels, count: statistics.count)
    try labels.relabel(by: joined.table, work: work)
    statistics = RunStatistics.joined(statistics, by: joined.table)

    let circles = RegionTable(
      try labels.inscribedCircles(count: statistics.count, between: barriers, work: work))
    let corners = Self.background(
      labels: labels, boxes: statistics.mapValues(\.box), barriers: barriers, frame: frame)
    let regions = corners.labels.map { label in
      let (counts, circle) = (statistics[label], circles[label])
      return Region(
        label: label, area: counts.area, box: counts.box, centroid: counts.centroid,
        inside: circle.center, insideRadius: circle.radius,
        isBackground: border?.isGround(at: circle.center) ?? corners[label])
    }
    let cuts = dividing.orphanedCuts { point in
      components.component(at: point).map { kept.labels[$0] } ?? 0
    }
    self.init(
      labels: labels, regions: regions, closings: closed.closings + dividing.placedClosings,
      learned: closed.learned,
      orphans: RegionEdits(
        cuts: cuts, joins: joined.orphans, closed: dividing.orphanedClosings,
        opened: closed.orphans),
      frame: frame, warnings: kept.warnings)
  }

  /// Whether each component of paper is ground.
  private static func areGround(
    _ components: RunComponents, barriers: BitPlane, frame: RuledFrame?, _ border: GroundBorder?
  ) -> [Bool] {
    let corners = atCorners(
      width: barriers.width, height: barriers.height, barriers: barriers, frame: frame
    ) { components.component(at: Point($0, $1)) }
    var areGround = (0..<components.count).map { corners.contains($0) }
    guard let border else { return areGround }
    var isKnown = areGround.map { _ in false }
    for y in 0..<barriers.height {
      for index in components.rowRuns(y) {
        let run = components.runs[index]
        let component = Int(run.component)
        if isKnown[component] { continue }
        isKnown[component] = true
        if let isGround = border.isGround(at: Point(run.columns.lowerBound, y)) {
          areGround[component] = isGround
        }
      }
    }
    return areGround
  }

  /// The components that become regions, and their labels.
  ///
  /// - Parameter splinters: components that are to be none.
  /// - Returns: for each component its label, 0 where it is none; the components by label; warnings.
  private static func kept(
    _ statistics: [RunStatistics], without splinters: Set<Int>, strokeWidth: Double
  ) -> (labels: [UInt16], components: [Int], warnings: [Warning]) {
    let smallest = max(4, strokeWidth * strokeWidth / 2)
    var components = statistics.indices.filter {
      Double(statistics[$0].area) >= smallest && !splinters.contains($0)
    }
    if components.isEmpty,
      let largest = statistics.indices.max(by: { statistics[$0].area < statistics[$1].area })
    {
      components = [largest]
    }
    var warnings: [Warning] = []
    let limit = RegionMap.mostRegions
    if components.count > limit {
      warnings.append(Warning(found: components.count))
      components.sort { (statistics[$0].area, $1) > (statistics[$1].area, $0) }
      components.removeLast(components.count - limit)
      components.sort()
    }
    var labels = [UInt16](repeating: 0, count: statistics.count)
    for (index, component) in components.enumerated() { labels[component] = UInt16(index + 1) }
    return (labels, components, warnings)
  }
}

extension LineArt {
  /// Everything that parts regions: ink and trace lines.
  fileprivate func strokeBits(work: Work) throws(Cancelled) -> BitPlane {
    // Word by word: a question a pixel would be a call a pixel, across modules.
    try BitPlane(width: width, height: height, work: work) { y, columns in
      let row = strokes.elements.span.extracting(y * width..<(y + 1) * width)
      var word: UInt64 = 0
      for x in columns where row[x].isBarrier { word |= 1 << UInt64(x - columns.lowerBound) }
      return word
    }
  }
}

extension RunStatistics {
  /// The statistics of regions that joins made of others: `table` has the new label of each old region.
  fileprivate static func joined(
    _ statistics: RegionTable<RunStatistics>, by table: RegionTable<UInt16>
  ) -> RegionTable<RunStatistics> {
    var result = RegionTable(repeating: RunStatistics(), count: Int(table.max() ?? 0))
    for (old, label) in zip(statistics, table) { result[label].add(old) }
    return result
  }
}

extension Plane where Element == UInt16 {
  /// Replaces each label by its entry in `table`, and leaves 0; does nothing where no label changes.
  fileprivate mutating func relabel(by table: RegionTable<UInt16>, work: Work) throws(Cancelled) {
    if zip(table.labels, table).allSatisfy({ $0 == $1 }) { return }
    try work.forEachRow(of: &self) { _, row in
      for x in row.indices { row[x] = table[row[x], ofNone: 0] }
    }
  }
}
