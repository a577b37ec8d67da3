internal import Tensors

/// The features of many pictures, as a normal distribution and one by one.
///
/// The distance of two such distributions (Fréchet's; Heusel et al. 2017, there over Inception's features) tells how far
/// generated pictures are from drawn ones, the neighbours how many of the ones lie among the others (Kynkäänniemi et al.
/// 2019). Both depend on the number of pictures: compare equal numbers.
struct FeatureCloud: Sendable {
  /// `[N, D]`.
  let features: Tensor
  private let mean: [Double]
  private let covariance: SquareMatrix

  /// - Parameter features: `[N, D]`, N at least 2.
  init(_ features: Tensor) {
    self.features = features
    let (count, width) = (features.shape[0], features.shape[1])
    let values = features.values
    var mean = [Double](repeating: 0, count: width)
    for row in 0..<count {
      for i in 0..<width { mean[i] += Double(values[row * width + i]) / Double(count) }
    }
    // Centred in single precision: the products are sums of numbers about 0.
    let centred = BinaryFunction.subtract(
      features, Tensor(mean.map { Float($0) }, [1, width]))
    let products = matrixProduct(centred, centred, transposingA: true)
    covariance = SquareMatrix(
      width, products.values.map { Double($0) / Double(count - 1) })
    self.mean = mean
  }

  /// The squared distance of the two normal distributions.
  func distance(to other: FeatureCloud) -> Double {
    let apart = zip(mean, other.mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    // The trace of √(AB) is that of √(√A · B · √A), which is symmetric.
    let root = covariance.squareRoot()
    let between = root.times(other.covariance).times(root).squareRoot()
    return apart + covariance.trace + other.covariance.trace - 2 * between.trace
  }

  /// The share of `other`'s pictures that lie among this one's: within the reach of one of them, the distance to its third
  /// neighbour.
  func share(of other: FeatureCloud) -> Double {
    let reach = squaredDistances(to: features).map { row -> Float in
      // The nearest is the picture itself.
      row.sorted()[min(3, row.count - 1)]
    }
    let inside = other.squaredDistances(to: features).count { row in
      zip(row, reach).contains { $0 <= $1 }
    }
    return Double(inside) / Double(other.features.shape[0])
  }

  /// Of each of this one's pictures to each of `others`.
  private func squaredDistances(to others: Tensor) -> [[Float]] {
    func squares(_ x: Tensor) -> [Float] {
      ScalarFunction.square(x).sum(to: [x.shape[0], 1]).values
    }
    let (own, theirs) = (squares(features), squares(others))
    let products = matrixProduct(features, others, transposingB: true).values
    return own.indices.map { row in
      theirs.indices.map { column in
        own[row] + theirs[column] - 2 * products[row * theirs.count + column]
      }
    }
  }
}

/// A symmetric matrix, and what is made of such.
struct SquareMatrix {
  let side: Int
  var values: [Double]

  init(_ side: Int, _ values: [Double]) {
    require(values.count == side * side, "SquareMatrix: \(values.count) values of side \(side)")
    self.side = side
    self.values = values
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * side + column] }
    set { values[row * side + column] = newValue }
  }

  var trace: Double { (0..<side).reduce(0) { $0 + self[$1, $1] } }

  func times(_ other: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(side, [Double](repeating: 0, count: side * side))
    for row in 0..<side {
      for middle in 0..<side {
        let factor = self[row, middle]
        for column in 0..<side { product[row, column] += factor * other[middle, column] }
      }
    }
    return product
  }

  /// The matrix whose square this is; what rounding made negative counts as 0.
  func squareRoot() -> SquareMatrix {
    let (diagonal, axes) = diagonalised()
    var scaled = axes
    for row in 0..<side {
      for column in 0..<side {
        scaled[row, column] *= max(0, diagonal[column]).squareRoot()
      }
    }
    return scaled.times(axes.transposed)
  }

  private var transposed: SquareMatrix {
    var result = self
    for row in 0..<side {
      for column in 0..<side { result[column, row] = self[row, column] }
    }
    return result
  }

  /// Eigenvalues, and their vectors as columns, by Jacobi's rotations.
  ///
  /// - Complexity: O(side³) a sweep over all pairs; some ten sweeps.
  private func diagonalised() -> (diagonal: [Double], axes: SquareMatrix) {
    var matrix = self
    var axes = SquareMatrix(side, [Double](repeating: 0, count: side * side))
    for i in 0..<side { axes[i, i] = 1 }
    let scale = (0..<side).reduce(0) { max($0, abs(self[$1, $1])) }
    for _ in 0..<50 {
      var largest = 0.0
      for p in 0..<side {
        for q in p + 1..<side {
          let off = matrix[p, q]
          largest = max(largest, abs(off))
          guard abs(off) > 1e-15 * scale else { continue }
          let theta = (matrix[q, q] - matrix[p, p]) / (2 * off)
          let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for k in 0..<side {
            let (a, b) = (matrix[k, p], matrix[k, q])
            matrix[k, p] = cosine * a - sine * b
            matrix[k, q] = sine * a + cosine * b
          }
          for k in 0..<side {
            let (a, b) = (matrix[p, k], matrix[q, k])
            matrix[p, k] = cosine * a - sine * b
            matrix[q, k] = sine * a + cosine * b
          }
          for k in 0..<side {
            let (a, b) = (axes[k, p], axes[k, q])
            axes[k, p] = cosine * a - sine * b
            axes[k, q] = sine * a + cosine * b
          }
        }
      }
      if largest <= 1e-12 * scale { break }
    }
    return ((0..<side).map { matrix[$0, $0] }, axes)
  }
}
