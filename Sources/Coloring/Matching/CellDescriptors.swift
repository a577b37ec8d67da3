import Raster

/// What each cell of a grid looks like with its surroundings: its own features and those on two rings of
/// eight, brought to unit length.
struct CellDescriptors: Sendable {
  /// SIMD8 values of one descriptor: 17 of directions, 3 of figure and ground.
  static let length = 20
  private static let rings: [(radius: Float, weight: Float, spread: Float)] = [
    (1.5, 0.7, 0.12), (3.5, 0.6, 0.33),
  ]

  let width: Int
  let height: Int
  /// `[height, width, length]`.
  let values: [SIMD8<Float>]

  init(_ features: FeatureGrid, work: Work) throws(Cancelled) {
    let width = features.width
    let height = features.height
    let base = features.normalised(spread: 0.08, floor: 0.08)
    var layers = [(offset: SIMD2(0, 0), weight: Float(1), grid: base)]
    for ring in Self.rings {
      var soft = base
      soft.directions = FeatureGrid.softened(
        base.directions, width: width, height: height, weight: ring.spread)
      soft.figure = FeatureGrid.softened(
        base.figure.map { SIMD2($0, 0) }, width: width, height: height, weight: ring.spread
      ).map(\.x)
      let far = Int(ring.radius.rounded())
      let near = Int((ring.radius * 0.707_106_8).rounded())
      for offset in [
        SIMD2(far, 0), SIMD2(near, near), SIMD2(0, far), SIMD2(-near, near), SIMD2(-far, 0),
        SIMD2(-near, -near), SIMD2(0, -far), SIMD2(near, -near),
      ] { layers.append((offset, ring.weight, soft)) }
    }
    let parts = layers
    values = try Plane(
      width: width * Self.length, height: height, repeating: SIMD8<Float>.zero, smallest: 1,
      work: work
    ) { y, row in
      var squares = [Float](repeating: 0, count: width)
      // Layer by layer: to take hold of a layer's arrays costs more than one cell.
      for (index, layer) in parts.enumerated() {
        let v = min(max(y + layer.offset.y, 0), height - 1)
        let directions = layer.grid.directions.span.extracting(v * width..<(v + 1) * width)
        let figure = layer.grid.figure.span.extracting(v * width..<(v + 1) * width)
        for x in 0..<width {
          let u = min(max(x + layer.offset.x, 0), width - 1)
          let start = x * Self.length
          let value = directions[u] * layer.weight
          let ground = figure[u] * layer.weight * DenseAlignment.groundWeight
          row[start + index] = value
          row[start + 17 + index / 8][index % 8] = ground
          squares[x] += (value * value).sum() + ground * ground
        }
      }
      for x in 0..<width {
        let unit = 1 / (squares[x].squareRoot() + 1e-6)
        for index in x * Self.length..<(x + 1) * Self.length { row[index] *= unit }
      }
    }.elements
    self.width = width
    self.height = height
  }
}
