import Raster

/// The looks of the cells of a grid, as vectors of unit length.
struct CellDescriptors: Sendable {
  /// SIMD8 values of one descriptor.
  let length: Int
  private static let rings: [(radius: Float, weight: Float, spread: Float)] = [
    (1.5, 0.7, 0.12), (3.5, 0.6, 0.33),
  ]

  let width: Int
  let height: Int
  /// `[height, width, length]`.
  let values: [SIMD8<Float>]

  /// By rules: a cell's lines, figure and ground, and those on two rings of eight around it.
  init(_ features: FeatureGrid, work: Work) throws(Cancelled) {
    // 17 of directions, 3 of figure and ground.
    let length = 20
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
      width: width * length, height: height, repeating: SIMD8<Float>.zero, smallest: 1,
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
          let start = x * length
          let value = directions[u] * layer.weight
          let ground = figure[u] * layer.weight * DenseAlignment.groundWeight
          row[start + index] = value
          row[start + 17 + index / 8][index % 8] = ground
          squares[x] += (value * value).sum() + ground * ground
        }
      }
      for x in 0..<width {
        let unit = 1 / (squares[x].squareRoot() + 1e-6)
        for index in x * length..<(x + 1) * length { row[index] *= unit }
      }
    }.elements
    self.length = length
    self.width = width
    self.height = height
  }

  /// By the engine's features, each cell by that under its middle; nothing beyond the picture.
  ///
  /// - Parameters:
  ///   - map: from canvas pixels to cells of the view.
  ///   - side: of the grid's cells, in canvas pixels.
  init(
    _ features: Features, of view: MatchingView, map: PlaneMap, width: Int, height: Int, side: Int
  ) {
    let length = (features.channels + 7) / 8
    var values = [SIMD8<Float>](repeating: .zero, count: width * height * length)
    for y in 0..<height {
      for x in 0..<width {
        let middle = (SIMD2(Float(x), Float(y)) + 0.5) * Float(side) - 0.5
        let place = map(middle)
        guard view.isInPicture(place) else { continue }
        let pixel = view.frame.pixel(ofCell: place)
        let cell = features.cell(atX: Int(pixel.x.rounded()), y: Int(pixel.y.rounded()))
        let start = (y * width + x) * length
        for channel in 0..<features.channels {
          values[start + channel / 8][channel % 8] =
            features.values[cell * features.channels + channel]
        }
      }
    }
    self.length = length
    self.width = width
    self.height = height
    self.values = values
  }

  /// Both beside one another.
  func joined(with other: CellDescriptors, weight: Float) -> CellDescriptors {
    let (own, others) = ((1 - weight).squareRoot(), weight.squareRoot())
    var values: [SIMD8<Float>] = []
    values.reserveCapacity(self.values.count + other.values.count)
    for cell in 0..<width * height {
      for part in cell * length..<(cell + 1) * length { values.append(self.values[part] * own) }
      for part in cell * other.length..<(cell + 1) * other.length {
        values.append(other.values[part] * others)
      }
    }
    return CellDescriptors(
      length: length + other.length, width: width, height: height, values: values)
  }

  /// The sums of two by two cells, brought to unit length.
  func halved() -> CellDescriptors {
    let (width, height) = (self.width / 2, self.height / 2)
    var halved = [SIMD8<Float>](repeating: .zero, count: width * height * length)
    for y in 0..<height {
      for x in 0..<width {
        let start = (y * width + x) * length
        var square: Float = 0
        for part in 0..<length {
          var sum = SIMD8<Float>.zero
          for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let cell = (2 * y + dy) * self.width + 2 * x + dx
            sum += values[cell * length + part]
          }
          halved[start + part] = sum
          square += (sum * sum).sum()
        }
        let unit = 1 / max(square.squareRoot(), 1e-6)
        for part in start..<start + length { halved[part] *= unit }
      }
    }
    return CellDescriptors(length: length, width: width, height: height, values: halved)
  }

  private init(length: Int, width: Int, height: Int, values: [SIMD8<Float>]) {
    self.length = length
    self.width = width
    self.height = height
    self.values = values
  }
}
