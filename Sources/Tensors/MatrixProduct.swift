/// Products of matrices, one for each of a batch.
///
/// The output is cut into tiles of 256 × 1024 that threads take one by one, each with
/// single-threaded BLAS; the cut depends on the shape alone.
///
/// - Parameters:
///   - a: `[..., M, K]`, or `[..., K, M]` where `transposingA`.
///   - b: `[..., K, N]`, or `[..., N, K]` where `transposingB`. The axes before the last two are
///     the same, or one of the tensors has none: then it serves for all of the other's.
/// - Returns: `[..., M, N]`.
/// - Complexity: O(batch · M · N · K).
public func matrixProduct(
  _ a: Tensor, _ b: Tensor, transposingA: Bool = false, transposingB: Bool = false
) -> Tensor {
  let shapes =
    "matrixProduct: \(a.shape)\(transposingA ? "ᵀ" : "") · \(b.shape)\(transposingB ? "ᵀ" : "")"
  require(a.shape.count >= 2 && b.shape.count >= 2, shapes)
  let sidesA = Array(a.shape.suffix(2))
  let sidesB = Array(b.shape.suffix(2))
  let (rows, depth) = transposingA ? (sidesA[1], sidesA[0]) : (sidesA[0], sidesA[1])
  let (depthB, columns) = transposingB ? (sidesB[1], sidesB[0]) : (sidesB[0], sidesB[1])
  let batchA = Array(a.shape.dropLast(2))
  let batchB = Array(b.shape.dropLast(2))
  require(
    depth == depthB && (batchA == batchB || batchA.isEmpty || batchB.isEmpty), shapes)
  let batch = batchA.isEmpty ? batchB : batchA
  let count = batch.reduce(1, *)
  let stepA = batchA.isEmpty ? 0 : rows * depth
  let stepB = batchB.isEmpty ? 0 : depth * columns
  guard depth > 0 else { return .zeros(batch + [rows, columns]) }

  let tileRows = 256
  let tileColumns = 1024
  let down = (rows + tileRows - 1) / tileRows
  let across = (columns + tileColumns - 1) / tileColumns
  return Tensor(batch + [rows, columns]) { out in
    read(a, b) { a, b in
      forEachTile(of: count * down * across) { tile in
        let matrix = tile / (down * across)
        let row = tile / across % down * tileRows
        let column = tile % across * tileColumns
        BLAS.multiply(
          BLAS.Matrix(
            pointer: a + matrix * stepA + (transposingA ? row : row * depth),
            stride: sidesA[1], isTransposed: transposingA),
          BLAS.Matrix(
            pointer: b + matrix * stepB + (transposingB ? column * depth : column),
            stride: sidesB[1], isTransposed: transposingB),
          rows: min(tileRows, rows - row), columns: min(tileColumns, columns - column),
          depth: depth, into: out + (matrix * rows + row) * columns + column, stride: columns)
      }
    }
  }
}

/// Solves `matrix · x = rightSides` for a symmetric positive definite matrix; not on the tape.
///
/// - Parameters:
///   - matrix: `[n, n]`.
///   - rightSides: `[n, m]`.
/// - Returns: `[n, m]`, or nil where the matrix is not positive definite.
/// - Complexity: O(n³ + n² · m).
public func solvePositiveDefinite(_ matrix: Tensor, _ rightSides: Tensor) -> Tensor? {
  let order = rightSides.shape.first ?? 0
  require(
    matrix.shape == [order, order] && rightSides.shape.count == 2,
    "solvePositiveDefinite: \(matrix.shape) for \(rightSides.shape)")
  // LAPACK has matrices by columns; the left one is its own transpose.
  var factors = matrix
  var columns = rightSides.transposed()
  let isSolved = factors.update { factors in
    columns.update { columns in
      BLAS.solve(
        factors.baseAddress!, order: order, columns.baseAddress!, columns: columns.count / order)
    }
  }
  return isSolved ? columns.transposed() : nil
}
