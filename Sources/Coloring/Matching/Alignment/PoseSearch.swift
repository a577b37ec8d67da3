import Glibc
import Raster

/// Finds how the whole reference lies over the drawing: mirrored or not, turned, scaled, moved.
///
/// Every pose of a fixed set is tried at every shift on a coarse grid, and scored by how far lines
/// run alike and figure lies on figure. What is known of one picture only (one is a bust, the other a
/// full figure) counts neither for nor against, but the more of the two overlaps the better.
/// Cost: about 70 poses · 1000 shifts · 300 cells. It does not turn by more than 12°, nor
/// stretch: the dense alignment does the rest.
struct PoseSearch {
  /// The figure's long side in cells of the grid, where the pictures show that much; and a cell's side in
  /// canvas pixels.
  static let figureCells = 16
  static let side = 4
  static let groundWeight: Float = 0.35

  struct Pose: Sendable {
    let isMirrored: Bool
    /// From cells of the drawing's view to cells of the reference's.
    let map: PlaneMap
    let score: Float
  }

  /// One turn and scale to try; the shift is searched.
  struct Trial: Sendable {
    let isMirrored: Bool
    let turn: Float
    let scale: Float
  }

  /// What a drawing shows of the reference's figure.
  enum Extent {
    case whole
    /// A part that the picture's sides cut off: from the head to the chest, from the waist to the knees.
    case part
    /// A head or a hand.
    case closeUp

    /// The sizes to try, in quarters of an octave.
    fileprivate var steps: ClosedRange<Int> {
      switch self {
      case .whole: -5...5
      case .part: 1...6
      case .closeUp: 6...10
      }
    }
  }

  static func trials(_ extent: Extent) -> [Trial] {
    [false, true].flatMap { isMirrored in
      [Float(-0.21), 0, 0.21].flatMap { turn in
        extent.steps.map { step in
          Trial(isMirrored: isMirrored, turn: turn, scale: exp2f(Float(step) / 4))
        }
      }
    }
  }

  /// The best pose unmirrored and the best mirrored, the better first.
  ///
  static func poses(
    from drawing: MatchingView, to reference: MatchingView, showing extent: Extent = .whole,
    work: Work
  ) throws(Cancelled) -> [Pose] {
    let trials = trials(extent)
    let detail = min(drawing.figureSide, reference.figureSide) / Float(2 * side)
    let cells = min(Float(figureCells), max(5, detail))
    let grid = Grid(drawing, cells: cells, turn: (1, 0), isMirrored: false)
    let tried = try work.mapUnlessCancelled(trials.count) { index -> Pose? in
      let trial = trials[index]
      let other = Grid(
        reference, cells: cells * trial.scale, turn: (cosf(trial.turn), sinf(trial.turn)),
        isMirrored: trial.isMirrored)
      guard let (score, shift) = bestShift(grid, other, work: work) else { return nil }
      let size = log2f(trial.scale)
      return Pose(
        isMirrored: trial.isMirrored, map: grid.map(to: other, shift: shift),
        score: extent == .whole ? score - 0.03 * size * size : score)
    }
    try work.checkCancelled()
    let found = tried.compactMap { $0 }
    return [false, true].compactMap { side in
      found.filter { $0.isMirrored == side }.max { $0.score < $1.score }
    }.sorted { $0.score > $1.score }
  }

  /// A view's features around its figure, its long side `cells` long.
  struct Grid: Sendable {
    let features: FeatureGrid
    /// From canvas pixels to cells of the view.
    let map: PlaneMap
    /// The weight of each cell: the square of its features.
    let energy: [Float]
    let total: Float

    init(
      _ view: MatchingView, cells: Float, turn: (cosine: Float, sine: Float), isMirrored: Bool
    ) {
      let figure = view.figure
      let long = view.figureSide
      let pixels = cells * Float(PoseSearch.side)
      let around = cells * 0.15
      let width = Int(cells * Float(figure.width) / long + 2 * around)
      let height = Int(cells * Float(figure.height) / long + 2 * around)
      let size = SIMD2(max(2, width), max(2, height))
      let half = SIMD2<Float>(size &* PoseSearch.side) / 2
      map = PlaneMap(
        cosine: turn.cosine, sine: turn.sine, isMirrored: isMirrored, scale: long / pixels,
        centre: half - 0.5,
        target: SIMD2(
          Float(figure.x) + Float(figure.width) / 2 - 0.5,
          Float(figure.y) + Float(figure.height) / 2 - 0.5))
      let features = FeatureGrid(
        view, map: map, width: size.x, height: size.y, side: PoseSearch.side
      ).normalised(spread: 0.25, floor: 0.075)
      energy = zip(features.directions, features.figure).map { directions, figure in
        let ground = figure * PoseSearch.groundWeight
        return (directions * directions).sum() + ground * ground
      }
      self.features = features
      total = energy.reduce(0, +)
    }

    /// The map from this view's cells to `other`'s when `other` lies `shift` cells further on.
    func map(to other: Grid, shift: SIMD2<Int>) -> PlaneMap {
      // This grid is never turned nor mirrored: its inverse is a scale and a shift.
      let shrink = 1 / map.x.x
      let moved = SIMD2<Float>(shift &* PoseSearch.side)
      var whole = other.map
      whole.x *= shrink
      whole.y *= shrink
      whole.origin = other.map(-map.origin * shrink - moved)
      return whole
    }
  }

  /// The shift of `b` over `a` at which they agree best; nil once the caller has given up.
  private static func bestShift(_ a: Grid, _ b: Grid, work: Work) -> (
    score: Float, shift: SIMD2<Int>
  )? {
    var best: (score: Float, shift: SIMD2<Int>) = (-.infinity, .zero)
    // At least a quarter of the smaller one lies over the other, along each axis.
    let leastX = max(1, min(a.features.width, b.features.width) / 4)
    let leastY = max(1, min(a.features.height, b.features.height) / 4)
    for dy in (leastY - b.features.height)...(a.features.height - leastY) {
      if work.isCancelled { return nil }
      for dx in (leastX - b.features.width)...(a.features.width - leastX) {
        let score = agreement(a, b, dx, dy)
        if score > best.score { best = (score, SIMD2(dx, dy)) }
      }
    }
    return best
  }

  private static func agreement(_ a: Grid, _ b: Grid, _ dx: Int, _ dy: Int) -> Float {
    var lines = SIMD8<Float>.zero
    var ground: Float = 0
    var energyA: Float = 0
    var energyB: Float = 0
    let columns = max(0, dx)..<min(a.features.width, b.features.width + dx)
    for y in max(0, dy)..<min(a.features.height, b.features.height + dy) {
      let rowA = y * a.features.width
      let rowB = (y - dy) * b.features.width - dx
      for x in columns {
        lines += a.features.directions[rowA + x] * b.features.directions[rowB + x]
        ground += a.features.figure[rowA + x] * b.features.figure[rowB + x]
        energyA += a.energy[rowA + x] * b.features.known[rowB + x]
        energyB += b.energy[rowB + x] * a.features.known[rowA + x]
      }
    }
    let dot = lines.sum() + groundWeight * groundWeight * ground
    let least = 1e-3 * a.total * b.total
    let shareA = min(1, energyA / max(a.total, 1e-6))
    let shareB = min(1, energyB / max(b.total, 1e-6))
    let overlap = max(shareA, shareB).squareRoot() * powf(min(shareA, shareB), 0.15)
    return dot / max(energyA * energyB, least, 1e-12).squareRoot() * overlap
  }
}
