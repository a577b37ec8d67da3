/// The mark that a pen leaves on the page when it follows a line: closed areas ready to be filled.
///
/// The line is resampled, given a width at each point and offset to both sides; corners get a disc.
/// Slow noise makes the width breathe. Gaps are left out piece by piece, so each piece keeps its
/// width up to the gap.
enum StrokeShape {
  /// - Parameter seed: the line's own; without gaps it only steers the width's slow variation.
  static func areas(of line: Line, style: LineStyle, seed: Seed) -> [Curve] {
    guard line.curve.points.count > 1 else { return [] }
    let curve = line.curve.resampled(step: 2)
    let lengths = curve.lengths
    guard let total = lengths.last, total > 0.5 else { return [] }
    let unit: Double
    let taper: Double
    switch line.measure {
    case .pen(let weight):
      unit = weight * style.width
      taper = style.taper
    case .pixels(let width):
      unit = width
      taper = 1
    }
    let noise = Noise(seed: seed)
    let profile = line.profile
    let halves = lengths.map { along -> Double in
      let place = along / total * Double(profile.count - 1)
      let index = min(profile.count - 2, Int(place))
      let share = place - Double(index)
      let drawn = profile[index] + (profile[index + 1] - profile[index]) * share
      let width = 1 + (drawn - 1) * taper + 0.1 * taper * noise(along / 55)
      return max(0.3, unit * width) / 2
    }
    return pieces(total: total, line: line, style: style, seed: seed).flatMap { piece in
      let first = lengths.firstIndex { $0 >= piece.lowerBound } ?? 0
      let last = lengths.lastIndex { $0 <= piece.upperBound } ?? first
      return first < last
        ? strip(Array(curve.points[first...last]), Array(halves[first...last])) : []
    }
  }

  /// The pieces of a line of length `total` between its gaps.
  private static func pieces(total: Double, line: Line, style: LineStyle, seed: Seed)
    -> [ClosedRange<Double>]
  {
    guard let gaps = style.gaps, case .pen = line.measure else { return [0...total] }
    let seed = seed.child("gaps")
    var result: [ClosedRange<Double>] = []
    var start = 0.0
    var index = 0
    while true {
      let gap = seed.value(index, in: gaps.lengths) + style.width
      let next = start + gaps.spacing * seed.value(index + 1, in: 0.4...1.6)
      index += 2
      if next + gap > total - 2 * style.width { break }
      result.append(start...next)
      start = next + gap
    }
    result.append(start...total)
    return result
  }

  private static func strip(_ points: [Vector], _ halves: [Double]) -> [Curve] {
    var left: [Vector] = []
    var right: [Vector] = []
    var result: [Curve] = []
    for i in points.indices {
      let before = points[max(0, i - 1)]
      let after = points[min(points.count - 1, i + 1)]
      let normal = (after - before).unit.normal * halves[i]
      left.append(points[i] + normal)
      right.append(points[i] - normal)
      let isEnd = i == 0 || i == points.count - 1
      let turn = (points[i] - before).unit - (after - points[i]).unit
      if isEnd || turn.length > 0.6 {
        result.append(Curve(ellipseAt: AffineFrame(origin: points[i]), halves[i], halves[i]))
      }
    }
    result.append(Curve(left + right.reversed()))
    return result
  }
}
