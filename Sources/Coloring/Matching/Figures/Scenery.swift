import Raster
import Regions

/// What stands behind the figure of a reference that is a scene: meadow and trees, a room, a street.
///
/// Idea: a scene goes on beyond the picture's edges, and the figure stands in front of it. So all that touches the sides or the
/// upper edge may be scenery, and so may what is apart from the figure without it (a sun, a window). What is still joined to
/// the figure, a lamp behind an arm or a rug under the feet, is told by the drawing: little of its figure falls there. None
/// of it is believed unless the drawing agrees better with what is left; a figure that the edges cut off does not pass.
/// Cost: nothing for a figure on one ground, else some alignments.
/// Not done: what is behind the figure and falls on the drawing's; ground of several colours that touches no side.
enum Scenery {
  /// The least share of the sides and the upper edge that is no ground.
  private static let leastAtEdges = 0.1
  /// The least gain in agreement by all scenery, and by a single thing that is joined to the figure.
  private static let leastGain: Float = 0.05
  private static let leastGainOfOne: Float = 0.005
  /// What is joined to the figure is tried from this share of the figure's area on, up to this share that the drawing's
  /// figure falls on, so many at once and so many times.
  private static let leastArea = 0.02
  private static let mostCovered = 0.8
  private static let mostAtOnce = 4
  private static let rounds = 3
  /// The distance from the drawing's figure up to which it falls on a place, in long sides of the reference's figure.
  private static let reach: Float = 0.01

  /// The reference as the matcher is to see it for a drawing: its scenery is ground.
  static func removed(
    from reference: RegionDescriptors, for drawing: RegionDescriptors, work: Work
  ) throws(Cancelled) -> RegionDescriptors {
    guard let scenery = atEdges(of: reference) else { return reference }
    let whole = try Matcher.align(drawing, to: reference, work: work)
    var figure = try reference.withGround(scenery, work: work)
    var laid = try Matcher.align(drawing, to: figure, work: work)
    for _ in 0..<rounds {
      let things = uncovered(of: figure, by: drawing, laid)
      var best: (figure: RegionDescriptors, laid: DenseAlignment)?
      for choice in things.count > 1 ? [things] + things.map({ [$0] }) : [things]
      where !choice.isEmpty {
        let less = try figure.withGround(
          RegionTable(figure.map) { choice.contains($0.label) }, work: work)
        let again = try Matcher.align(drawing, to: less, work: work)
        if again.agreement > best?.laid.agreement ?? (laid.agreement + leastGainOfOne) {
          best = (less, again)
        }
      }
      guard let best else { break }
      (figure, laid) = best
    }
    return laid.agreement > whole.agreement + leastGain ? figure : reference
  }

  /// What of the figure touches the sides or the upper edge, and what stands apart from it without that; nil where that
  /// is little, or everything.
  private static func atEdges(of reference: RegionDescriptors) -> RegionTable<Bool>? {
    let (map, picture) = (reference.map, reference.map.picture)
    let (sides, top) = (picture.y..<picture.maxY, picture.x..<picture.maxX)
    let edge =
      sides.flatMap { [map.labels[picture.x, $0], map.labels[picture.maxX - 1, $0]] }
      + top.map { map.labels[$0, picture.y] }
    let isGround = RegionTable(map) { $0.isBackground }
    let touching = edge.filter { !isGround[$0, ofNone: true] }
    guard Double(touching.count) > leastAtEdges * Double(edge.count) else { return nil }
    var result = isGround.mapValues { _ in false }
    for label in touching { result[label] = true }
    let figures = DrawnFigures(map: map.without(result), graph: reference.graph)
    for region in map.regions where figures.isApart[region.label] { result[region.label] = true }
    return map.regions.contains { !$0.isBackground && !result[$0.label] } ? result : nil
  }

  /// The larger regions of a reference's figure on which little of the drawing's falls, the most of it bare first.
  private static func uncovered(
    of reference: RegionDescriptors, by drawing: RegionDescriptors, _ alignment: DenseAlignment
  ) -> [UInt16] {
    let (own, labels) = (drawing.view.levels[0].figure, reference.view.labels)
    let reach = max(2, Int(reference.view.figureSide * Self.reach))
    var isCovered = Plane(width: labels.width, height: labels.height, repeating: false)
    for y in stride(from: 0, to: own.height, by: 2) {
      for x in stride(from: 0, to: own.width, by: 2) where own[x, y] > 0 {
        let place = alignment.place(of: SIMD2(Float(x), Float(y)))
        let (u, v) = (Int(place.x.rounded()), Int(place.y.rounded()))
        for row in v - reach...v + reach where (0..<labels.height).contains(row) {
          for column in u - reach...u + reach where (0..<labels.width).contains(column) {
            isCovered[column, row] = true
          }
        }
      }
    }
    var cells = RegionTable(repeating: 0, count: reference.map.regions.count)
    var bare = cells
    for (label, isCovered) in zip(labels.elements, isCovered.elements) where label != 0 {
      cells[label] += 1
      if !isCovered { bare[label] += 1 }
    }
    let least = leastArea * Double(RegionShape.figureArea(of: reference.map))
    let found = reference.map.regions.filter { region in
      !region.isBackground && Double(region.area) >= least
        && Double(bare[region.label]) > (1 - mostCovered) * Double(cells[region.label])
    }
    return found.map(\.label).sorted { (bare[$1], $0) < (bare[$0], $1) }.prefix(mostAtOnce).map(
      \.self)
  }
}
