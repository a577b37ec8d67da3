public import Raster

/// The lines of a drawing as coverages, 0…255 a pixel: what of the ink and of each kind of trace
/// line is visible. Shapes cover the lines of those behind them.
public struct LineCoverage: Sendable {
  public let ink: Plane<UInt8>
  /// Borders of shadows; nil where the style has no trace lines.
  public let redTrace: Plane<UInt8>?
  /// Borders of highlights.
  public let blueTrace: Plane<UInt8>?

  /// The kind of each pixel, ink over trace lines: 0 paper, 1 ink, 2 red and 3 blue trace.
  ///
  /// - Parameter threshold: the coverage that counts, 1…255.
  func kinds(threshold: UInt8) -> Plane<UInt8> {
    var kinds = ink.elements.map { $0 >= threshold ? UInt8(1) : 0 }
    if let redTrace, let blueTrace {
      for i in kinds.indices where kinds[i] == 0 {
        if redTrace.elements[i] >= threshold { kinds[i] = 2 }
        if blueTrace.elements[i] >= threshold { kinds[i] = 3 }
      }
    }
    return Plane(width: ink.width, height: ink.height, elements: kinds)
  }
}

extension Drawing {
  /// Draws the lines, without grain and tone: those belong to `lineArt`.
  ///
  /// - Parameter seed: the drawing's own; steers the pen's variation and the gaps.
  /// - Complexity: one pass over the page for each shape's own box; 0.3 s for 1200×1800.
  public func linework(style: LineStyle, seed: Seed) -> LineCoverage {
    let ink = Canvas(width: width, height: height, .coverage)
    let red = Canvas(width: width, height: height, .coverage)
    let blue = Canvas(width: width, height: height, .coverage)
    for (index, shape) in shapes.enumerated() {
      let own = seed.child(shape.identity).child(index)
      ink.erase(shape.areas, clip: shape.clip)
      if style.hasTraceLines {
        red.erase(shape.areas, clip: shape.clip)
        blue.erase(shape.areas, clip: shape.clip)
        drawTraces(of: shape, style: style, seed: own, red: red, blue: blue)
      }
      for (number, line) in shape.lines.enumerated() {
        let areas = StrokeShape.areas(of: line, style: style, seed: own.child(number))
        ink.fill(areas, clip: shape.clip)
      }
    }
    return LineCoverage(
      ink: ink.coverage(), redTrace: style.hasTraceLines ? red.coverage() : nil,
      blueTrace: style.hasTraceLines ? blue.coverage() : nil)
  }

  /// The borders of a shape's cel shades, inside the shape only. A later shade covers an earlier
  /// one's border, as its area covers the earlier area.
  private func drawTraces(
    of shape: Shape, style: LineStyle, seed: Seed, red: borrowing Canvas, blue: borrowing Canvas
  ) {
    guard let area = shape.areas.first else { return }
    let inside = shape.clip ?? area
    var thin = style
    thin.width = max(1.6, style.width * 0.55)
    for (number, shade) in shape.shades.enumerated() where shade.isInCel {
      let border = Line(
        Curve(shade.area.points + shade.area.points.prefix(1)), .pen(1), profile: [1, 1])
      let stroke = StrokeShape.areas(of: border, style: thin, seed: seed.child(-1 - number))
      red.erase([shade.area], clip: inside)
      blue.erase([shade.area], clip: inside)
      if shade.tone == .shadow {
        red.fill(stroke, clip: inside)
      } else {
        blue.fill(stroke, clip: inside)
      }
    }
  }

  /// The line drawing as a picture on opaque paper.
  ///
  /// - Parameter seed: as for `linework`; also steers paper and grain.
  public func lineArt(style: LineStyle, seed: Seed) -> Image {
    let lines = asDrawn(style, seed: seed).linework(style: style, seed: seed)
    let tooth = Noise(seed: seed.child("tooth"))
    let cloud = Noise(seed: seed.child("paper"))
    let fine = seed.child("grain")
    var elements: [RGBA] = []
    elements.reserveCapacity(width * height)
    for y in 0..<height {
      for x in 0..<width {
        let place = y * width + x
        var paper = 255.0
        if style.paper > 0 {
          let shade = 0.5 + 0.5 * cloud(Double(x) / 420, Double(y) / 420)
          // Four levels of fleck compress well and still look like paper.
          paper -= 255 * style.paper * (0.35 + 0.65 * shade)
          paper -= Double(Int(fine.unit(place) * 4)) * style.paper * 12
        }
        var cover = Double(lines.ink.elements[place]) / 255
        if style.grain > 0 && cover > 0 {
          let rough =
            0.5 + 0.35 * tooth(Double(x) / 2.3, Double(y) / 2.3) + 0.3 * (fine.unit(place) - 0.5)
          cover *= 1 - style.grain * max(0, min(1, rough))
        }
        cover *= style.darkness
        let level = UInt8(max(0, min(255, (paper * (1 - cover) + 28 * cover).rounded())))
        var pixel = RGBA(level, level, level)
        if style.grain == 0 && style.darkness == 1 {
          pixel = RGBA.white.mixed(with: .black, cover)
        }
        if let red = lines.redTrace, let blue = lines.blueTrace {
          let paperColour = RGBA.white
            .mixed(with: RGBA(225, 30, 40), Double(red.elements[place]) / 255)
            .mixed(with: RGBA(40, 80, 230), Double(blue.elements[place]) / 255)
          pixel = paperColour.mixed(with: .black, cover)
        }
        elements.append(pixel)
      }
    }
    return Image(width: width, height: height, elements: elements)
  }
}
