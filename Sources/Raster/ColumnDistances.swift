/// How far each pixel is from the nearest pixel of one kind above or below it.
///
/// The first half of the exact distance transform; `LowerEnvelope` is the second. Two sweeps over the
/// plane, a band of columns a thread; 2 bytes a pixel.
extension BitPlane {
  /// - Parameters:
  ///   - value: what to measure the distance to: pixels set, or pixels not set.
  ///   - outside: whether the plane is surrounded by such pixels.
  /// - Returns: `[H, W]` in pixels: 0 at such pixels, `UInt16.max` where the column has none within
  ///   65,534 rows.
  func columnDistances(to value: Bool, outside: Bool, work: Work) throws(Cancelled)
    -> [UInt16]
  {
    let (width, height, wordsPerRow) = (width, height, wordsPerRow)
    let far: UInt16 = outside ? 0 : .max
    var result = [UInt16](unsafeUninitializedCapacity: width * height) { $1 = width * height }
    let flip: UInt64 = value ? 0 : .max
    words.withUnsafeBufferPointer { words in
      result.withUnsafeMutableBufferPointer { result in
        nonisolated(unsafe) let words = words
        // Bands of columns are disjoint.
        nonisolated(unsafe) let result = result
        work.forEachBand(of: wordsPerRow, smallest: 4) { band in
          let columns = band.lowerBound << 6..<min(width, band.upperBound << 6)
          var running = [UInt16](repeating: far, count: columns.count)
          running.withUnsafeMutableBufferPointer { running in
            for y in 0..<height {
              if y & 255 == 0, work.isCancelled { return }
              for index in band {
                let word = words[y * wordsPerRow + index] ^ flip
                let first = index << 6
                let count = min(64, width - first)
                let out = UnsafeMutableBufferPointer(
                  rebasing: result[y * width + first..<y * width + first + count])
                let run = UnsafeMutableBufferPointer(
                  rebasing: running[first - columns.lowerBound..<first - columns.lowerBound + count]
                )
                Self.stepDown(word, run, out)
              }
            }
            for column in running.indices { running[column] = far }
            for y in stride(from: height - 1, through: 0, by: -1) {
              if y & 255 == 0, work.isCancelled { return }
              let start = y * width + columns.lowerBound
              for column in 0..<columns.count {
                let below = running[column]
                let next = below &+ (below == .max ? 0 : 1)
                let nearest = min(result[start + column], next)
                result[start + column] = nearest
                running[column] = nearest
              }
            }
          }
        }
      }
    }
    try work.checkCancelled()
    return result
  }

  /// One row of the downward sweep, up to 64 columns of it.
  private static func stepDown(
    _ word: UInt64, _ running: UnsafeMutableBufferPointer<UInt16>,
    _ out: UnsafeMutableBufferPointer<UInt16>
  ) {
    for bit in 0..<running.count {
      let above = running[bit]
      // All ones where the pixel is of the kind, so that the distance becomes 0.
      let isHere = 0 &- UInt16(truncatingIfNeeded: word >> UInt64(bit) & 1)
      let distance = (above &+ (above == .max ? 0 : 1)) & ~isHere
      running[bit] = distance
      out[bit] = distance
    }
  }
}
