public import Raster

/// One area that the ideal line drawing closes.
public struct TrueRegion: Hashable, Sendable {
  /// 1 … 65,535; 1 is the ground around the figure.
  public let label: UInt16
  /// The thing that most of it shows, the same in every drawing of the character.
  public let identity: String
  /// `Part.id`.
  public let part: String
  /// `Swatch.name`.
  public let swatch: String
  public let tone: ShadeTone
  /// Pixels of open paper.
  public let area: Int
}

/// The exact truth of a line drawing.
public struct Truth: Sendable {
  /// The region of every pixel, under the lines too.
  public let labels: Plane<UInt16>
  /// The regions in the order of their labels: the first has label 1. `self[label]` is one of them.
  public let regions: [TrueRegion]
  /// The ideal drawing, gaps closed: 0 paper, 1 ink, 2 red and 3 blue trace lines.
  public let lines: Plane<UInt8>
  /// Paper pixels whose right or lower neighbour has another colour with no line between: the
  /// places where the drawing would leak. 0 but for a few pixels at tapered ends.
  public let leaks: Int

  /// The region of a label, 1 … `regions.count`.
  public subscript(label: UInt16) -> TrueRegion { regions[Int(label) - 1] }
}

extension Drawing {
  /// The truth of this drawing's lines in `style`.
  ///
  /// The page is painted with shape numbers, without smoothing; a region is a 4-connected piece of
  /// paper of one colour and tone that no line crosses. Shapes of one colour with no line between
  /// them are one region, and a shape cut by a line is several: that is what the lines say. The
  /// pixels under lines then go to the nearest region of their own shape, or else to the nearest.
  ///
  /// - Parameters:
  ///   - style: gaps, grain and tone are ignored; wobble and width count.
  ///   - smallest: paper of fewer pixels is no region.
  /// - Complexity: linear in the pixels; 24 bytes a pixel.
  public func truth(style: LineStyle, seed: Seed, smallest: Int = 8) -> Truth {
    var ideal = style
    ideal.gaps = nil
    let steady = asDrawn(style, seed: seed)
    let linework = steady.linework(style: ideal, seed: seed)
    let lines = linework.kinds(threshold: 96)
    let surfaces = steady.surfaces(cel: style.hasTraceLines)
    let colours = swatchIndices
    // The key of a surface: what must agree for paper to belong together.
    let keys = surfaces.map { surface -> Int32 in
      shapeIndex(of: surface).map { Int32(colours[$0]) * 4 + surface % 4 + 4 } ?? 0
    }
    var growth = RegionGrowth(keys: keys, surfaces: surfaces, lines: lines, smallest: smallest)
    growth.grow()
    let regions = growth.surfaces.enumerated().map { index, surface -> TrueRegion in
      let shape = shapeIndex(of: surface)
      let swatch = swatches[shape.map { colours[$0] } ?? 0]
      return TrueRegion(
        label: UInt16(index + 1), identity: shape.map { shapes[$0].identity } ?? "background",
        part: swatch.part,
        swatch: swatch.name, tone: ShadeTone(rawValue: UInt8(surface % 4)) ?? .base,
        area: growth.areas[index])
    }
    return Truth(
      labels: Plane(width: width, height: height, elements: growth.labels.map { UInt16($0) }),
      regions: regions, lines: lines,
      leaks: growth.leaks)
  }

  /// The index of the shape that a surface shows; nil for the ground.
  private func shapeIndex(of surface: Int32) -> Int? {
    surface == 0 ? nil : Int(surface / 4) - 1
  }

  /// Each pixel's shape and tone: 0 the ground, else (shape's index + 1) · 4 + tone.
  private func surfaces(cel: Bool) -> Plane<Int32> {
    let page = Canvas(width: width, height: height, .colour, smooth: false)
    page.clear(.black)
    func code(_ value: Int) -> RGBA { RGBA(hex: UInt32(value)) }
    for (index, shape) in shapes.enumerated() {
      page.fill(shape.areas, code((index + 1) * 4), clip: shape.clip)
      guard cel, let area = shape.areas.first else { continue }
      for shade in shape.shades where shade.isInCel {
        page.fill(
          [shade.area], code((index + 1) * 4 + Int(shade.tone.rawValue)), clip: shape.clip ?? area)
      }
    }
    return page.image().map { Int32($0.r) << 16 | Int32($0.g) << 8 | Int32($0.b) }
  }
}
