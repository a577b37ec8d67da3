import CBLAS

/// OpenBLAS with one thread: threads of ours split the work, so that the result is the same
/// whatever their number (with threads of its own, the last bits change).
enum BLAS {
  /// Loads the library once; stops the program where the system has none.
  private static let isLoaded: Void = {
    guard let reason = cblas_load() else { return }
    fatalError(
      "OpenBLAS cannot be loaded (\(String(cString: reason))); install it: apt-get install libopenblas0"
    )
  }()

  /// A matrix as BLAS wants it: rows `stride` apart, read as its transpose or not.
  struct Matrix {
    let pointer: UnsafePointer<Float>
    let stride: Int
    var isTransposed = false
  }

  /// `out = a · b + keep · out`, where `a` is `[rows, depth]` and `b` `[depth, columns]` after
  /// their transposition.
  ///
  /// - Parameter keep: 0 or 1; with 0 what `out` held does not matter.
  static func multiply(
    _ a: Matrix, _ b: Matrix, rows: Int, columns: Int, depth: Int,
    into out: UnsafeMutablePointer<Float>, stride: Int, keep: Float = 0
  ) {
    _ = isLoaded
    cblas_multiply(
      a.isTransposed ? 1 : 0, b.isTransposed ? 1 : 0, Int32(rows), Int32(columns), Int32(depth),
      a.pointer, Int32(a.stride), b.pointer, Int32(b.stride), keep, out, Int32(stride))
  }

  /// Solves `matrix · x = rightSides` in place for a symmetric positive definite matrix.
  ///
  /// - Parameter rightSides: column by column.
  /// - Returns: whether the matrix is positive definite.
  static func solve(
    _ matrix: UnsafeMutablePointer<Float>, order: Int,
    _ rightSides: UnsafeMutablePointer<Float>, columns: Int
  ) -> Bool {
    _ = isLoaded
    return cblas_solve(Int32(order), Int32(columns), matrix, rightSides) != 0
  }
}
