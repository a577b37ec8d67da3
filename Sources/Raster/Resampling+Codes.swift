extension Plane where Element == UInt8 {
  /// The codes in another size by Lanczos as Pillow computes it: in fixed point, first along the rows,
  /// then along the columns, rounded to codes between. For scores that must agree with others'; sRGB
  /// codes are not light, so take `resized` for pictures that are to be looked at.
  ///
  /// - Precondition: `width` and `height` are at least 1.
  /// - Complexity: O(old pixels + new pixels).
  public func lanczosOnCodes(width: Int, height: Int) -> Plane<UInt8> {
    var result = self
    if width != self.width { result = result.lanczosAlongRows(to: width) }
    if height != self.height {
      result = result.transposed().lanczosAlongRows(to: height).transposed()
    }
    return result
  }

  private func lanczosAlongRows(to newWidth: Int) -> Plane<UInt8> {
    let taps = Taps(from: width, to: newWidth, .lanczos)
    let weights = taps.weights.map { weight in
      // Rounded half away from zero, like Pillow's.
      Int((weight * Double(1 << 22)).rounded(.toNearestOrAwayFromZero))
    }
    var codes: [UInt8] = []
    codes.reserveCapacity(newWidth * height)
    for y in 0..<height {
      let row = elements.span.extracting(y * width..<(y + 1) * width)
      for x in 0..<newWidth {
        var sum = 1 << 21
        var index = taps.first[x]
        for tap in taps.offsets[x]..<taps.offsets[x + 1] {
          sum &+= Int(row[index]) &* weights[tap]
          index &+= 1
        }
        codes.append(UInt8(Swift.max(0, Swift.min(255, sum >> 22))))
      }
    }
    return Plane(width: newWidth, height: height, elements: codes)
  }
}
