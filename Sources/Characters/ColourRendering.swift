public import Raster

/// The way a drawing is coloured.
public enum ShadingStyle: Hashable, Sendable {
  /// Base tones only.
  case flat
  /// Hard-edged shadow and highlight tones.
  case cel
  /// Shades that fade as far as each says.
  case soft
}

extension Drawing {
  /// The coloured drawing, opaque.
  ///
  /// - Parameters:
  ///   - style: the pen of the lines, drawn over the colours in a dark tint of each; nil for none.
  ///   - background: the paper.
  public func coloured(
    shading: ShadingStyle, style: LineStyle?, seed: Seed, background: RGBA = .white
  ) -> Image {
    let page = Canvas(width: width, height: height, .colour)
    page.clear(background)
    let swatchIndices = swatchIndices
    for (index, shape) in shapes.enumerated() {
      let swatch = swatches[swatchIndices[index]]
      page.fill(shape.areas, swatch.base, clip: shape.clip)
      if shading != .flat {
        for shade in shape.shades where shading == .soft || shade.isInCel {
          lay(shade, of: shape, swatch, hard: shading == .cel, on: page)
        }
      }
      guard let style else { continue }
      let own = seed.child(shape.identity).child(index)
      let colour = swatch.shadow.mixed(with: RGBA(38, 26, 34), 0.78)
      for (number, line) in shape.lines.enumerated() {
        let areas = StrokeShape.areas(of: line, style: style, seed: own.child(number))
        page.fill(areas, colour, clip: shape.clip)
      }
    }
    return page.image()
  }

  private func lay(
    _ shade: Shade, of shape: Shape, _ swatch: Swatch, hard: Bool, on page: borrowing Canvas
  ) {
    let radius = hard ? 0 : Int((shade.softness / 2).rounded())
    let points = shade.area.points
    let reach = Double(3 * radius + 2)
    let left = max(0, Int((points.map(\.x).min() ?? 0) - reach))
    let top = max(0, Int((points.map(\.y).min() ?? 0) - reach))
    let right = min(width, Int((points.map(\.x).max() ?? 0) + reach) + 1)
    let bottom = min(height, Int((points.map(\.y).max() ?? 0) + reach) + 1)
    guard right > left, bottom > top else { return }
    let sheet = Canvas(width: right - left, height: bottom - top, .coverage)
    sheet.fill([shade.area.moved(by: Vector(Double(-left), Double(-top)))])
    let mask = radius > 0 ? sheet.coverage().softened(radius: radius) : sheet.coverage()
    var colour = swatch.colour(shade.tone)
    if !hard { colour.a = UInt8((255 * shade.strength).rounded()) }
    page.paint(colour, through: mask, x: left, y: top, inside: shape.areas, clip: shape.clip)
  }
}

extension Plane where Element == UInt8 {
  /// Three box blurs of `radius`, close to a Gaussian; what lies outside counts as 0.
  ///
  /// - Complexity: O(width · height).
  func softened(radius: Int) -> Plane<UInt8> {
    var values = elements.map(Int32.init)
    for _ in 0..<3 {
      values = Self.boxBlurred(values, lines: height, length: width, radius: radius)
      values = Self.boxBlurred(values, lines: width, length: height, radius: radius)
    }
    return Plane(width: width, height: height, elements: values.map { UInt8($0) })
  }

  /// Blurs along each line and turns the rectangle over, so that twice gives both directions.
  private static func boxBlurred(_ input: [Int32], lines: Int, length: Int, radius: Int) -> [Int32]
  {
    var output = [Int32](repeating: 0, count: input.count)
    let span = Int32(2 * radius + 1)
    for line in 0..<lines {
      let start = line * length
      var sum: Int32 = 0
      for i in 0..<Swift.min(radius, length) { sum += input[start + i] }
      for i in 0..<length {
        if i + radius < length { sum += input[start + i + radius] }
        if i - radius - 1 >= 0 { sum -= input[start + i - radius - 1] }
        output[i * lines + line] = (sum + span / 2) / span
      }
    }
    return output
  }
}
