internal import Raster

/// Means on a grid some of whose cells hold nothing: `sums / weights`, an empty cell's from coarser and
/// coarser grids (push and pull), so that the nearest cells that hold something count most.
///
/// - Parameters:
///   - sums: `[H, W]`, what was added up in each cell.
///   - weights: `[H, W]`, how much was; 0 where nothing.
/// - Complexity: O(H · W).
func filledMeans(sums: Plane<Float>, weights: Plane<Float>) -> Plane<Float> {
  precondition(
    sums.width == weights.width && sums.height == weights.height,
    "sums of \(sums.width)×\(sums.height), weights of \(weights.width)×\(weights.height)")
  var coarse: Plane<Float>?
  if weights.elements.contains(0), sums.width > 1 || sums.height > 1 {
    coarse = filledMeans(sums: halved(sums), weights: halved(weights))
  }
  var means = sums
  for y in 0..<sums.height {
    for x in 0..<sums.width {
      let weight = weights[x, y]
      if weight > 0 {
        means[x, y] = sums[x, y] / weight
      } else if let coarse {
        means[x, y] = between(coarse, x, y)
      }
    }
  }
  return means
}

/// The sums over 2×2 cells.
private func halved(_ plane: Plane<Float>) -> Plane<Float> {
  var half = Plane<Float>(
    width: (plane.width + 1) / 2, height: (plane.height + 1) / 2, repeating: 0)
  for y in 0..<plane.height {
    for x in 0..<plane.width { half[x / 2, y / 2] += plane[x, y] }
  }
  return half
}

/// A coarse grid at a fine cell's middle, bilinear.
private func between(_ coarse: Plane<Float>, _ x: Int, _ y: Int) -> Float {
  let i = x / 2
  let j = y / 2
  let side = min(max(i + (x % 2 == 0 ? -1 : 1), 0), coarse.width - 1)
  let level = min(max(j + (y % 2 == 0 ? -1 : 1), 0), coarse.height - 1)
  let here = coarse[i, j] * 0.75 + coarse[side, j] * 0.25
  let beside = coarse[i, level] * 0.75 + coarse[side, level] * 0.25
  return here * 0.75 + beside * 0.25
}
