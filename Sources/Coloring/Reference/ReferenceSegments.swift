import Raster

/// The first, too fine division of a reference: many small areas, each within one region.
///
/// Calm pixels (little change of colour across them, no line on them) that touch make a seed; seeds
/// then grow over what is left, calmest pixels first, so that they meet on the steepest change of
/// colour or in the middle of a line. (Meyer's flooding, with bands of change as its levels.)
///
/// Cost: linear; 12 bytes a pixel. Soft shading is calm, so it stays whole here already; what a
/// gradient splits, `ReferenceMerging` joins again.
struct ReferenceSegments {
  /// Each pixel's segment, 1 … count.
  let labels: Plane<Int32>
  let count: Int

  /// The greatest change across two pixels that still counts as calm, in thousandths of Oklab.
  private static let calm: Float = 30
  /// Seeds under this many pixels are left to their neighbours.
  private static let smallestSeed = 6

  init(_ colours: ReferenceColours, lines: ReferenceLines, work: Work) throws(Cancelled) {
    let restlessness = try Self.restlessness(of: colours, lines: lines, work: work)
    let calm = try RunComponents(
      of: BitPlane(restlessness, work: work) { $0 == 0 }, where: true, work: work)
    var numbers: [Int32] = []
    var seeds: Int32 = 0
    for area in calm.statistics().map(\.area) {
      if area >= Self.smallestSeed { seeds += 1 }
      numbers.append(area >= Self.smallestSeed ? seeds : 0)
    }
    if seeds == 0 {
      labels = Plane(width: colours.width, height: colours.height, repeating: 1)
      count = 1
      return
    }
    labels = try calm.painted(numbers, work: work).watershed(over: restlessness, work: work)
    count = Int(seeds)
  }

  /// The resistance of each pixel to belonging to a seed: 0 calm, else 1…255, the change of colour
  /// across it or the depth of the line on it.
  private static func restlessness(
    of colours: ReferenceColours, lines: ReferenceLines, work: Work
  ) throws(Cancelled) -> Plane<UInt8> {
    let width = colours.width
    let height = colours.height
    return try Plane<UInt8>(width: width, height: height, repeating: 0, work: work) { y, row in
      let shades = colours.shades.elements.span
      let depth = lines.depth.elements.span
      let above = max(0, y - 1) * width
      let below = min(height - 1, y + 1) * width
      for x in 0..<width {
        let here = y * width
        let left = shades[here + max(0, x - 1)]
        let right = shades[here + min(width - 1, x + 1)]
        // Most of a picture is flat, and two comparisons are quicker than two distances.
        let across = left == right ? 0 : squaredDistance(left, right)
        let isLevel = shades[above + x] == shades[below + x]
        let down = isLevel ? 0 : squaredDistance(shades[above + x], shades[below + x])
        let squaredChange = max(across, down)
        let line = depth[here + x]
        if squaredChange < calm * calm && line < ReferenceLines.inked { continue }
        let change = squaredChange.squareRoot()
        row[x] = UInt8(min(255, 1 + max(change, 1.5 * Float(line)) / 3))
      }
    }
  }
}
