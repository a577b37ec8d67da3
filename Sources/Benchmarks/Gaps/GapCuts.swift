import Raster

/// Where gaps are cut.
enum GapKind: String, CaseIterable {
  /// Through the middle of a stroke; both ends stay blunt.
  case inside
  /// The same, both ends thinning out towards the gap.
  case tapered
  /// Between a stroke's end and the side it should meet.
  case tee
  /// Around a corner where two strokes should meet.
  case corner
}

extension GapScene {
  /// The scene with gaps cut into it.
  ///
  /// Gaps keep their distance from each other and, but for what they are cut at, from other strokes.
  ///
  /// - Parameters:
  ///   - gap: the open length in pixels, between the strokes' round ends.
  ///   - count: how many to cut at most, the kinds in turn.
  func cut(gap: Double, count: Int, seed: UInt64) -> (scene: GapScene, cuts: Int) {
    var numbers = SeededNumbers(seed: seed)
    var pieces = strokes
    var centres: [Vector] = []
    var kinds = GapKind.allCases
    var failures = 0
    while centres.count < count, failures < 400 {
      let kind = kinds.removeFirst()
      kinds.append(kind)
      let done =
        kind == .corner
        ? Self.cutCorner(&pieces, gap: gap, centres: &centres, using: &numbers)
        : Self.cutStroke(&pieces, kind, gap: gap, centres: &centres, using: &numbers)
      if !done { failures += 1 }
    }
    var scene = self
    scene.strokes = pieces
    return (scene, centres.count)
  }

  /// Whether a gap may lie here: away from the other gaps and clear of other strokes.
  private static func isClear(
    _ place: Vector, gap: Double, centres: [Vector], strokes: [DrawnStroke], except: Set<Int>
  ) -> Bool {
    if centres.contains(where: { ($0 - place).length < gap * 2 + 40 }) { return false }
    for (index, stroke) in strokes.enumerated() where !except.contains(index) {
      for point in stroke.points where (point - place).length < gap / 2 + 14 { return false }
    }
    return true
  }

  private static func cutStroke(
    _ strokes: inout [DrawnStroke], _ kind: GapKind, gap: Double, centres: inout [Vector],
    using numbers: inout SeededNumbers
  ) -> Bool {
    let index = Int.random(in: strokes.indices, using: &numbers)
    let stroke = strokes[index]
    let arc = stroke.arcLengths
    guard let total = arc.last else { return false }
    // The middle line is cut longer, so that the round ends leave `gap` open.
    let blunt = kind == .tapered ? 0 : stroke.radius
    let range: ClosedRange<Double>
    if kind == .tee {
      guard stroke.start == .tee || stroke.end == .tee, total > gap + 60 else { return false }
      guard
        let bar = strokes.enumerated().filter({ $0.offset != index }).map(\.element).min(by: {
          let tip = stroke.start == .tee ? stroke.points[0] : stroke.points[stroke.points.count - 1]
          return $0.distance(to: tip) < $1.distance(to: tip)
        })
      else { return false }
      let cut = gap + bar.radius + blunt
      range = stroke.start == .tee ? -1...cut : total - cut...total + 1
      let place = stroke.points[stroke.start == .tee ? 0 : stroke.points.count - 1]
      guard !centres.contains(where: { ($0 - place).length < gap * 2 + 40 }) else { return false }
      centres.append(place)
    } else {
      let reach = gap / 2 + blunt
      guard total > gap + 60 else { return false }
      let middle = Double.random(in: reach + 15...total - reach - 15, using: &numbers)
      range = middle - reach...middle + reach
      guard let at = arc.firstIndex(where: { $0 >= middle }) else { return false }
      let place = stroke.points[at]
      guard isClear(place, gap: gap, centres: centres, strokes: strokes, except: [index]) else {
        return false
      }
      centres.append(place)
    }
    let before = arc.indices.filter { arc[$0] < range.lowerBound }
    let after = arc.indices.filter { arc[$0] > range.upperBound }
    let taper = kind == .tapered ? 26.0 : 0
    strokes.remove(at: index)
    if before.count > 1 {
      strokes.append(
        DrawnStroke(
          points: before.map { stroke.points[$0] }, radius: stroke.radius, start: stroke.start,
          end: .free, startTaper: stroke.startTaper, endTaper: taper))
    }
    if after.count > 1 {
      strokes.append(
        DrawnStroke(
          points: after.map { stroke.points[$0] }, radius: stroke.radius, start: .free,
          end: stroke.end, startTaper: taper, endTaper: stroke.endTaper))
    }
    return true
  }

  private static func cutCorner(
    _ strokes: inout [DrawnStroke], gap: Double, centres: inout [Vector],
    using numbers: inout SeededNumbers
  ) -> Bool {
    let index = Int.random(in: strokes.indices, using: &numbers)
    let isStart = strokes[index].start == .corner
    guard isStart || strokes[index].end == .corner else { return false }
    let points = strokes[index].points
    let corner = isStart ? points[0] : points[points.count - 1]
    var touching: [(index: Int, isStart: Bool)] = []
    for (other, stroke) in strokes.enumerated() {
      if (stroke.points[0] - corner).length < 6 { touching.append((other, true)) }
      if (stroke.points[stroke.points.count - 1] - corner).length < 6 {
        touching.append((other, false))
      }
    }
    guard touching.count == 2, touching[0].index != touching[1].index,
      touching.allSatisfy({ (strokes[$0.index].arcLengths.last ?? 0) > gap + 60 }),
      isClear(
        corner, gap: gap, centres: centres, strokes: strokes, except: Set(touching.map(\.index)))
    else { return false }
    centres.append(corner)
    for (other, isStart) in touching {
      let stroke = strokes[other]
      let arc = stroke.arcLengths
      let total = arc[arc.count - 1]
      let cut = gap / 2 + stroke.radius
      let kept = arc.indices.filter { isStart ? arc[$0] > cut : arc[$0] < total - cut }
      strokes[other].points = kept.map { stroke.points[$0] }
      if isStart { strokes[other].start = .free } else { strokes[other].end = .free }
    }
    return true
  }
}

extension DrawnStroke {
  /// The distance of the middle line to a place.
  func distance(to place: Vector) -> Double {
    points.reduce(.infinity) { min($0, ($1 - place).length) }
  }
}
