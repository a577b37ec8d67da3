import Glibc
import Raster

/// Bends the reference onto the drawing, from coarse to fine.
///
/// Each cell of a grid over the drawing compares what its surroundings look like with the reference's at all
/// shifts in a small window, and is drawn to where its neighbours go: mean-field over the shifts, with
/// a square penalty for leaving the neighbours' mean. Three grids, each twice as fine as the last, start
/// from the coarser one's answer. The idea of SIFT flow (Liu, Yuen and Torralba 2011) on histograms of line
/// direction, with mean-field in place of belief propagation.
/// Where the engine makes features, they are compared beside the lines.
/// Cost: some 5000 cells · 49 shifts · 160 numbers, with features 224. Large moves of single parts (an arm raised) are beyond it.
struct DenseAlignment: Sendable {
  /// The figure's long side in canvas pixels, where the drawing shows that much.
  static let figureSide = 160
  /// The grids: a cell's side in canvas pixels and the radius of the window in cells.
  static let grids = [(side: 8, radius: 4), (side: 4, radius: 3), (side: 2, radius: 3)]
  static let groundWeight: Float = 0.6
  /// The weight of the engine's features beside lines and figure, 0…1.
  private static let weightOfFeatures: Float = 0.75
  private static let sharpness: Float = 14
  private static let stiffness: Float = 0.05
  private static let rounds = 20

  /// From canvas pixels to cells of the drawing's view; neither turned nor mirrored.
  let canvas: PlaneMap
  /// From canvas pixels to cells of the reference's view, before bending.
  let pose: PlaneMap
  /// The finest grid's size and the shift of each of its cells, in its cells.
  let width: Int
  let height: Int
  let shifts: [SIMD2<Float>]
  /// The artist's pins.
  var anchors: [Anchor] = []
  /// The agreement of the figure's cells where they have come to lie, -1…1.
  let agreement: Float

  /// - Parameter features: of the drawing and of the reference, where the engine makes any.
  init(
    from drawing: MatchingView, to reference: MatchingView, features: (Features, Features)? = nil,
    pose start: PoseSearch.Pose, work: Work
  ) throws(Cancelled) {
    let figure = drawing.figure
    let side = min(Float(Self.figureSide), max(32, drawing.figureSide))
    let scale = drawing.figureSide / side
    let coarsest = Self.grids[0].side
    let margin = side * 0.15
    let size = SIMD2(
      Int((Float(figure.width) / scale + 2 * margin) / Float(coarsest)) + 1,
      Int((Float(figure.height) / scale + 2 * margin) / Float(coarsest)) + 1)
    let canvas = PlaneMap(
      cosine: 1, sine: 0, isMirrored: false, scale: scale, centre: SIMD2(margin, margin),
      target: SIMD2(Float(figure.x), Float(figure.y)))
    let pose = start.map.after(canvas)
    let finest = Self.grids[Self.grids.count - 1].side
    let grid = size &* (coarsest / finest)
    let pair = work.map(2) { index in
      FeatureGrid(
        index == 0 ? drawing : reference, map: index == 0 ? canvas : pose, width: grid.x,
        height: grid.y, side: finest)
    }
    try work.checkCancelled()
    var pyramid = [(pair[0], pair[1])]
    while pyramid.count < Self.grids.count, let last = pyramid.last {
      pyramid.append((last.0.halved(), last.1.halved()))
    }
    var seen: [(CellDescriptors, CellDescriptors)] = []
    if let features {
      let own = CellDescriptors(
        features.0, of: drawing, map: canvas, width: grid.x, height: grid.y, side: finest)
      let other = CellDescriptors(
        features.1, of: reference, map: pose, width: grid.x, height: grid.y, side: finest)
      seen = [(own, other)]
      while seen.count < Self.grids.count, let last = seen.last {
        seen.append((last.0.halved(), last.1.halved()))
      }
    }
    var field = ShiftField(width: size.x, height: size.y)
    for (level, (a, b)) in pyramid.reversed().enumerated() {
      if level > 0 { field = field.doubled() }
      var (from, to) = (try CellDescriptors(a, work: work), try CellDescriptors(b, work: work))
      if !seen.isEmpty {
        let (own, other) = seen[seen.count - 1 - level]
        from = from.joined(with: own, weight: Self.weightOfFeatures)
        to = to.joined(with: other, weight: Self.weightOfFeatures)
      }
      try field.refine(
        from: from, to: to, figure: a.figure,
        radius: Self.radius(Self.grids[level].radius, side: side), sharpness: Self.sharpness,
        stiffness: Self.stiffness,
        rounds: Self.rounds, work: work)
    }
    self.canvas = canvas
    self.pose = pose
    width = field.width
    height = field.height
    shifts = field.shifts
    agreement = field.agreement
  }

  /// A window's radius on a smaller canvas: the same share of the figure, but never nothing.
  private static func radius(_ full: Int, side: Float) -> Int {
    max(1, Int((Float(full) * side / Float(figureSide)).rounded(.up)))
  }

  /// Whether the reference lies over the drawing as in a mirror.
  var isMirrored: Bool { pose.x.x * pose.y.y < pose.x.y * pose.y.x }

  /// The share of the reference's figure, by its long side, that the drawing's figure covers.
  ///
  /// - Parameters: the long sides of both figures in cells of their views.
  func coverage(figureSide: Float, ofSide side: Float) -> Float {
    pose.scale / canvas.scale * figureSide / side
  }

  /// The place in the reference's view of a place in cells of the drawing's view, before bending.
  func posedPlace(of cell: SIMD2<Float>) -> SIMD2<Float> {
    pose((cell - canvas.origin) / canvas.x.x)
  }

  /// The place in the reference's view of a place in cells of the drawing's view.
  func place(of cell: SIMD2<Float>) -> SIMD2<Float> {
    let pixel = (cell - canvas.origin) / canvas.x.x
    let side = Float(Self.grids[Self.grids.count - 1].side)
    let node = (pixel + 0.5) / side - 0.5
    let place = pose(pixel + shift(at: node) * side)
    return anchors.isEmpty ? place : place + pull(at: cell)
  }

  /// The mean of the anchors' pulls, weighted by nearness; it fades where all are far.
  private func pull(at cell: SIMD2<Float>) -> SIMD2<Float> {
    var sum = SIMD2<Float>.zero
    var total: Float = 0
    for anchor in anchors {
      let away = (cell - anchor.place) / anchor.reach
      let weight = expf(-(away * away).sum() / 2)
      sum += anchor.pull * weight
      total += weight
    }
    return sum / max(1, total)
  }

  /// The shift at a place in cells of the finest grid, bilinear; the border's outside.
  private func shift(at node: SIMD2<Float>) -> SIMD2<Float> {
    bilinear(
      shifts.span, width: width, AxisSample(node.x, of: width), AxisSample(node.y, of: height))
  }
}
