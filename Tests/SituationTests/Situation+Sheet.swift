import Coloring
import Raster

// What a sheet shows beside the figure, drawn on a situation.

extension Situation {
  /// Everything on a larger sheet of white paper.
  ///
  /// - Parameter reference: whether the reference is, too.
  func padded(
    left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0,
    reference isReference: Bool = false
  ) -> Situation {
    mapped { image, ground in
      image.padded(left: left, top: top, right: right, bottom: bottom, with: ground)
    }.with {
      if isReference {
        $0.reference = reference.padded(
          left: left, top: top, right: right, bottom: bottom, with: .white)
      }
    }
  }

  /// A part of the drawing, with the whole reference.
  func cropped(to box: Box) -> Situation { mapped { image, _ in image.cropped(to: box) } }

  /// The drawing twice, side by side or one under the other.
  func twice(isStrip: Bool = false) -> Situation {
    mapped { image, ground in
      var both = image.padded(
        right: isStrip ? 0 : image.width, bottom: isStrip ? image.height : 0, with: ground)
      both.paste(image, at: isStrip ? Point(0, image.height) : Point(image.width, 0))
      return both
    }
  }

  func with(_ change: (inout Situation) -> Void) -> Situation {
    var result = self
    change(&result)
    return result
  }

  /// The share of the paper outside of the figure that is painted.
  func paintedGroundShare(_ settings: ColoringSettings = .flat) throws -> Double {
    let image = try coloured(settings).image
    var (paper, painted) = (0, 0)
    for index in image.elements.indices
    where subject.elements[index] == .black && line.elements[index].r > 200 {
      paper += 1
      if image.elements[index].a > 0 { painted += 1 }
    }
    return Double(painted) / Double(max(1, paper))
  }
}

extension Image {
  /// The picture on a larger one of one colour.
  func padded(
    left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0, with ground: RGBA
  ) -> Image {
    var result = Image(
      width: width + left + right, height: height + top + bottom, repeating: ground)
    result.paste(self, at: Point(left, top))
    return result
  }

  func cropped(to box: Box) -> Image {
    var result = Image(width: box.width, height: box.height, repeating: .white)
    for y in 0..<box.height {
      for x in 0..<box.width { result[x, y] = self[box.x + x, box.y + y] }
    }
    return result
  }

  mutating func paste(_ image: Image, at place: Point) {
    for y in 0..<image.height {
      for x in 0..<image.width { self[place.x + x, place.y + y] = image[x, y] }
    }
  }

  /// A filled rectangle, without what is outside of the picture.
  mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, with colour: RGBA = .black) {
    for y in rows.clamped(to: 0..<height) {
      for x in columns.clamped(to: 0..<width) { self[x, y] = colour }
    }
  }

  /// A ruled rectangle at a distance from the picture's sides.
  func framed(at inset: Int, width line: Int) -> Image {
    var result = self
    let (right, bottom) = (width - inset, height - inset)
    result.fill(inset..<right, inset..<inset + line)
    result.fill(inset..<right, bottom - line..<bottom)
    result.fill(inset..<inset + line, inset..<bottom)
    result.fill(right - line..<right, inset..<bottom)
    return result
  }

  /// An outline, as of a speech bubble.
  mutating func drawEllipse(
    centre: (x: Double, y: Double), radii: (x: Double, y: Double), width line: Double
  ) {
    for y in 0..<height {
      for x in 0..<width {
        let (dx, dy) = (Double(x) - centre.x, Double(y) - centre.y)
        let reach = ((dx / radii.x) * (dx / radii.x) + (dy / radii.y) * (dy / radii.y))
          .squareRoot()
        if abs(reach - 1) * min(radii.x, radii.y) <= line / 2 { self[x, y] = .black }
      }
    }
  }
}
