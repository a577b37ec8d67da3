import Raster

/// A region's nodes divided among labels, and so its pixels.
struct DividedNodes {
  /// In nodes.
  private let box: Box
  /// The side of a node in pixels.
  private let node: Int
  /// Each node's label from 1 on; those of others have the nearest of the region.
  private let labels: Plane<UInt16>

  /// Nil where there is one label.
  ///
  /// - Parameters:
  ///   - labels: `[box.height, box.width]`, from 0 on.
  ///   - isOwn: whether each node is the region's.
  init?(_ labels: [Int], isOwn: [Bool], box: Box, node: Int, work: Work) throws(Cancelled) {
    guard let first = isOwn.firstIndex(of: true),
      isOwn.indices.contains(where: { isOwn[$0] && labels[$0] != labels[first] })
    else { return nil }
    var known = Plane(
      width: box.width, height: box.height,
      elements: isOwn.indices.map { isOwn[$0] ? UInt16(labels[$0] + 1) : 0 })
    try known.growNearest(over: BitPlane(known, work: work) { $0 == 0 }, work: work)
    self.labels = known
    self.box = box
    self.node = node
  }

  /// The pixels at which the region is divided, piece by piece: those of the higher label beside a lower one.
  ///
  /// - Parameter isOwn: whether a pixel of paper is the region's.
  func border(_ lineArt: LineArt, _ barriers: BitPlane, isOwn: (Point) -> Bool) -> [BorderPiece] {
    var pixels: [SIMD2<UInt16>: Set<Point>] = [:]
    for j in 0..<box.height {
      for i in 0..<box.width where labels.isMixed(around: i, j) {
        let (left, top) = ((box.x + i) * node, (box.y + j) * node)
        for y in top..<min(lineArt.height, top + node) {
          for x in left..<min(lineArt.width, left + node) {
            let point = Point(x, y)
            guard !barriers[point] else { continue }
            let own = label(of: point)
            let lower = point.neighbours.lazy.filter {
              lineArt.strokes.contains($0) && !barriers[$0]
            }.map { label(of: $0) }.filter { $0 < own }.min()
            guard let lower, isOwn(point) else { continue }
            pixels[SIMD2(lower, own), default: []].insert(point)
          }
        }
      }
    }
    return pixels.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }
      .flatMap { BorderPiece.pieces(of: $0.value) }
  }

  /// The label that most of a pixel's place between four nodes has.
  private func label(of pixel: Point) -> UInt16 {
    func place(_ pixel: Int, _ first: Int) -> Float {
      (Float(pixel) + 0.5) / Float(node) - 0.5 - Float(first)
    }
    let (x, y) = (
      AxisSample(place(pixel.x, box.x), of: box.width),
      AxisSample(place(pixel.y, box.y), of: box.height)
    )
    let corners: [(label: UInt16, share: Float)] = [
      (labels[x.lower, y.lower], (1 - x.share) * (1 - y.share)),
      (labels[x.upper, y.lower], x.share * (1 - y.share)),
      (labels[x.lower, y.upper], (1 - x.share) * y.share),
      (labels[x.upper, y.upper], x.share * y.share),
    ]
    if corners.allSatisfy({ $0.label == corners[0].label }) { return corners[0].label }
    let sums = corners.map { corner in
      (
        label: corner.label,
        share: corners.reduce(Float(0)) { $0 + ($1.label == corner.label ? $1.share : 0) }
      )
    }
    return sums.max { ($0.share, $1.label) < ($1.share, $0.label) }!.label
  }
}
