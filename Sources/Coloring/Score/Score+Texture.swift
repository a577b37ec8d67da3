import Raster

/// The mean over the 24 px blocks that are more than half inside of the difference of the standard
/// deviations; 0 where there is no such block.
func shadingError(
  _ ours: Plane<Double>, _ theirs: Plane<Double>, where inside: Plane<Bool>
) -> Double {
  let side = 24
  var sum = 0.0
  var count = 0
  for top in stride(from: 0, to: inside.height - side + 1, by: side) {
    for left in stride(from: 0, to: inside.width - side + 1, by: side) {
      let pixels = (top..<top + side).flatMap { y in
        (y * inside.width + left..<y * inside.width + left + side).filter { inside.elements[$0] }
      }
      if pixels.count <= side * side / 2 { continue }
      sum += abs(
        deviation(pixels.map { theirs.elements[$0] }) - deviation(pixels.map { ours.elements[$0] }))
      count += 1
    }
  }
  return count == 0 ? 0 : sum / Double(count)
}

private func deviation(_ values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (squares / Double(values.count)).squareRoot()
}

/// Pearson's; 0 where either does not vary.
func correlation(_ first: [Double], _ second: [Double]) -> Double {
  let means = (
    first.reduce(0, +) / Double(first.count), second.reduce(0, +) / Double(second.count)
  )
  var (product, squares) = (0.0, (0.0, 0.0))
  for (a, b) in zip(first, second) {
    let (x, y) = (a - means.0, b - means.1)
    product += x * y
    squares.0 += x * x
    squares.1 += y * y
  }
  // The rounding errors that running sums leave in a plain picture are no texture.
  let noise = 1e-16 * Double(first.count)
  if squares.0 <= noise || squares.1 <= noise { return 0 }
  return product / (squares.0 * squares.1).squareRoot()
}

extension Plane where Element == Double {
  /// Each value less the mean over the 25×25 px around it, the edges repeated outward.
  var withoutBlur: Plane<Double> {
    let blurred = blurredAlongRows(radius: 12).transposed()
      .blurredAlongRows(radius: 12).transposed()
    return Plane(
      width: width, height: height, elements: zip(elements, blurred.elements).map { $0 - $1 })
  }

  private func blurredAlongRows(radius: Int) -> Plane<Double> {
    var result: [Double] = []
    result.reserveCapacity(elements.count)
    let size = Double(2 * radius + 1)
    for y in 0..<height {
      let row = elements[y * width..<(y + 1) * width]
      let start = row.startIndex
      func value(_ x: Int) -> Double { row[start + Swift.max(0, Swift.min(width - 1, x))] }
      var sum = (-radius...radius).reduce(0) { $0 + value($1) }
      for x in 0..<width {
        result.append(sum / size)
        sum += value(x + radius + 1) - value(x - radius)
      }
    }
    return Plane(width: width, height: height, elements: result)
  }
}
