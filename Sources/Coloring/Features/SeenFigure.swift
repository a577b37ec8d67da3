public import Raster
internal import Regions

// The figure in a coloured drawing, as the matcher's network sees it: where it stands, where its face is and how it is
// tilted, and what each place is a part of.
//
// Cost: that of `NetworkFeatures`, and 14 values each for at most `most`² places.
// Not done: several figures; the one with the largest face counts.

/// What a network sees of the figure in a coloured drawing.
public struct SeenFigure: Sendable {
  /// Eyes, brows and mouth, in pixels of the picture.
  public struct Face: Sendable {
    /// The middle of what is seen of the eyes.
    public let eyes: SIMD2<Double>
    /// The sides of the box round all of them.
    public let width: Double
    public let height: Double
    /// The head's tilt in radians, clockwise; 0 where two eyes are not told apart.
    public let tilt: Double
  }

  /// The largest face; nil where none is seen.
  public let face: Face?
  /// The box of the figure; nil where there is nothing but ground.
  public let box: Box?
  private let parts: SeenParts

  /// The longer side of the raster that the parts are looked at on.
  private static let most = 256
  /// The share of a picture that a figure takes at least.
  private static let leastShare = 0.01

  /// The share of a figure that is hair, skin or face at least: paper without a figure is taken for cloth.
  private static let leastLiving = 0.02

  init(_ parts: SeenParts, of picture: Image, work: Work) throws(Cancelled) {
    self.parts = parts
    let step = max(1, Double(max(picture.width, picture.height)) / Double(Self.most))
    let width = max(1, Int(Double(picture.width) / step))
    let height = max(1, Int(Double(picture.height) / step))
    let seen = try Plane<UInt8>(width: width, height: height, repeating: 0, work: work) { y, row in
      for x in 0..<row.count {
        row[x] = Self.part(
          atX: (Double(x) + 0.5) * step - 0.5, y: (Double(y) + 0.5) * step - 0.5, in: parts)
      }
    }
    let figure = try RunComponents(
      of: BitPlane(seen, work: work) { $0 != 0 }, where: true, connectivity: .eight, work: work
    ).statistics().max { $0.area < $1.area }
    let living = seen.elements.count { Self.livingParts.contains($0) }
    if let figure, Double(figure.area) >= Self.leastShare * Double(width * height),
      Double(living) >= Self.leastLiving * Double(figure.area)
    {
      let (left, top) = (Int(Double(figure.box.x) * step), Int(Double(figure.box.y) * step))
      let right = min(picture.width, Int((Double(figure.box.maxX) * step).rounded(.up)))
      let bottom = min(picture.height, Int((Double(figure.box.maxY) * step).rounded(.up)))
      box = Box(x: left, y: top, width: right - left, height: bottom - top)
    } else {
      box = nil
    }
    face = try Self.face(seen, step: step, work: work)
  }

  /// The index in `Part.standard` of what a place in pixels is most likely a part of.
  public func part(atX x: Double, y: Double) -> UInt8 { Self.part(atX: x, y: y, in: parts) }

  private static func part(atX x: Double, y: Double, in parts: SeenParts) -> UInt8 {
    var chances = [Float](repeating: 0, count: Part.standard.count)
    parts.write(chancesAtX: x, y: y, to: &chances, from: 0)
    var best = 0
    for part in chances.indices where chances[part] > chances[best] { best = part }
    return UInt8(best)
  }

  private static let eyeParts = indices(["eye-white", "iris"])
  private static let facialParts = indices(["eye-white", "iris", "brow", "mouth"])
  private static let livingParts = facialParts + indices(["hair", "skin"])

  private static func indices(_ ids: [String]) -> [UInt8] {
    Part.standard.indices.filter { ids.contains(Part.standard[$0].id) }.map { UInt8($0) }
  }

  private static func face(_ seen: Plane<UInt8>, step: Double, work: Work) throws(Cancelled)
    -> Face?
  {
    let facial = seen.elements.map { facialParts.contains($0) ? Float(1) : 0 }
    let faces = try Faces(facial: facial, width: seen.width, height: seen.height, work: work)
    guard let square = faces.squares.first else { return nil }
    let columns =
      max(0, Int(square.x))..<max(1, min(seen.width, Int(square.x + square.side) + 1))
    let rows =
      max(0, Int(square.y))..<max(1, min(seen.height, Int(square.y + square.side) + 1))
    var all = Extent()
    var eyes = Extent()
    for y in rows {
      for x in columns where facialParts.contains(seen[x, y]) {
        all.add(x, y)
        if eyeParts.contains(seen[x, y]) { eyes.add(x, y) }
      }
    }
    guard all.count > 0 else { return nil }
    let eyeMask = try BitPlane(seen, work: work) { eyeParts.contains($0) }
    let middle = eyes.count > 0 ? eyes.mean : all.mean
    return Face(
      eyes: (middle + 0.5) * step - 0.5, width: Double(all.width) * step,
      height: Double(all.height) * step,
      tilt: try tilt(eyeMask, columns, rows, work: work))
  }

  /// The tilt of the line between the two largest eyes, where both are about as large and side by side.
  private static func tilt(
    _ eyes: BitPlane, _ columns: Range<Int>, _ rows: Range<Int>, work: Work
  ) throws(Cancelled) -> Double {
    let spots = try RunComponents(of: eyes, where: true, connectivity: .eight, work: work)
      .statistics().filter {
        columns.contains($0.box.x) && rows.contains($0.box.y)
      }.sorted { $0.area > $1.area }
    guard spots.count >= 2, spots[0].area < 3 * spots[1].area, spots[1].area >= 4 else { return 0 }
    func middle(_ box: Box) -> SIMD2<Double> {
      SIMD2(Double(box.x) + Double(box.width) / 2, Double(box.y) + Double(box.height) / 2)
    }
    let (a, b) = (middle(spots[0].box), middle(spots[1].box))
    let along = a.x < b.x ? b - a : a - b
    let least = Double(max(spots[0].box.width, spots[1].box.width))
    guard along.x >= least, abs(along.y) < along.x * 0.6 else { return 0 }
    // The arc tangent of a small slope, to a thousandth.
    let slope = along.y / along.x
    return slope - slope * slope * slope / 3 + slope * slope * slope * slope * slope / 5
  }

  /// Places of a raster.
  private struct Extent {
    var count = 0
    var sum = SIMD2<Double>.zero
    var low = SIMD2(Int.max, Int.max)
    var high = SIMD2(Int.min, Int.min)

    mutating func add(_ x: Int, _ y: Int) {
      count += 1
      sum += SIMD2(Double(x), Double(y))
      low = SIMD2(min(low.x, x), min(low.y, y))
      high = SIMD2(max(high.x, x), max(high.y, y))
    }

    var mean: SIMD2<Double> { sum / Double(count) }
    var width: Int { high.x - low.x + 1 }
    var height: Int { high.y - low.y + 1 }
  }
}

extension Engine {
  /// What its network sees of the figure in a coloured drawing; nil for rules alone.
  ///
  /// - Throws: `Cancelled`.
  public func seenFigure(in picture: Image, work: Work) throws -> SeenFigure? {
    guard let features else { return nil }
    let seen = try features.seat.features(of: picture, domain: .colours, work: work)
    return try seen.seenParts.map { try SeenFigure($0, of: picture, work: work) }
  }
}
