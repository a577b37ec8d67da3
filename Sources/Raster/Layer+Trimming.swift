extension Plane where Element == RGBA {
  /// The smallest box that holds every pixel which is not wholly transparent; nil where all are.
  ///
  /// - Complexity: O(width · height).
  public var contentBox: Box? {
    var (left, right, top, bottom) = (width, -1, height, -1)
    for y in 0..<height {
      let row = elements.span.extracting(y * width..<(y + 1) * width)
      guard let first = firstVisible(in: row) else { continue }
      top = Swift.min(top, y)
      bottom = y
      left = Swift.min(left, first)
      right = Swift.max(right, lastVisible(in: row))
    }
    return bottom < 0
      ? nil : Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// The pixels inside `box`.
  ///
  /// - Precondition: `box` lies inside and is not empty.
  public func cropped(to box: Box) -> Image {
    precondition(
      box.x >= 0 && box.y >= 0 && box.maxX <= width && box.maxY <= height,
      "\(box) in a picture of \(width)×\(height)")
    if box == bounds { return self }
    var pixels: [RGBA] = []
    pixels.reserveCapacity(box.width * box.height)
    for y in box.y..<box.maxY { pixels += elements[y * width + box.x..<y * width + box.maxX] }
    return Image(width: box.width, height: box.height, elements: pixels)
  }
}

extension Layer {
  /// The layer with only the box of pixels that it shows; one clear pixel where it shows nothing.
  public var trimmed: Layer {
    let box = pixels.contentBox ?? Box(x: 0, y: 0, width: 1, height: 1)
    if box == pixels.bounds { return self }
    var layer = self
    layer.pixels = pixels.cropped(to: box)
    layer.origin = Point(origin.x + box.x, origin.y + box.y)
    return layer
  }
}

private func firstVisible(in row: Span<RGBA>) -> Int? {
  for x in 0..<row.count {
    if row[x].a != 0 { return x }
  }
  return nil
}

/// - Precondition: one is visible.
private func lastVisible(in row: Span<RGBA>) -> Int {
  var x = row.count - 1
  while row[x].a == 0 { x -= 1 }
  return x
}
