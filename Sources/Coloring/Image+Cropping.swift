internal import Raster

extension Plane<RGBA> {
  /// The smallest box of the pixels that are not wholly transparent; nil where all are.
  var content: Box? {
    var box: Box?
    let pixels = elements.span
    for y in 0..<height {
      let start = y * width
      var first = 0
      while first < width && pixels[start + first].a == 0 { first += 1 }
      if first == width { continue }
      var last = width - 1
      while pixels[start + last].a == 0 { last -= 1 }
      let run = Box(x: first, y: y, width: last - first + 1, height: 1)
      box = box?.union(run) ?? run
    }
    return box
  }

  /// The pixels of `box`, which lies inside.
  func cropped(to box: Box) -> Image {
    if box == bounds { return self }
    var elements: [RGBA] = []
    elements.reserveCapacity(box.width * box.height)
    for y in box.y..<box.maxY {
      elements += self.elements[y * width + box.x..<y * width + box.maxX]
    }
    return Image(width: box.width, height: box.height, elements: elements)
  }
}
