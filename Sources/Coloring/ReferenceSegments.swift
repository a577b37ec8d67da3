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
  /// Each pixel's segment, 0 ..< count.
  let labels: Plane<Int32>
  let count: Int

  /// The greatest change across two pixels that still counts as calm, in thousandths of Oklab.
  private static let calm: Float = 30
  /// Seeds under this many pixels are left to their neighbours.
  private static let smallestSeed = 6

  init(_ colours: ReferenceColours, lines: ReferenceLines, work: Work) throws(Cancelled) {
    let restlessness = Self.restlessness(of: colours, lines: lines, work: work)
    try work.checkCancelled()
    var labels = Plane<Int32>(width: colours.width, height: colours.height, repeating: -1)
    let count = Self.seed(&labels, restlessness)
    try work.checkCancelled()
    Self.flood(&labels, restlessness)
    self.labels = labels
    self.count = count
  }

  /// How much each pixel resists belonging to a seed: 0 calm, else 1…255, the change of colour
  /// across it or the depth of the line on it.
  private static func restlessness(
    of colours: ReferenceColours, lines: ReferenceLines, work: Work
  ) -> Plane<UInt8> {
    let width = colours.width
    let height = colours.height
    var result = Plane<UInt8>(width: width, height: height, repeating: 0)
    work.forEachRow(of: &result) { y, row in
      let shades = colours.shades.elements.span
      let depth = lines.depth.elements.span
      let above = max(0, y - 1) * width
      let below = min(height - 1, y + 1) * width
      for x in 0..<width {
        let here = y * width
        let across = distance(shades[here + max(0, x - 1)], shades[here + min(width - 1, x + 1)])
        let down = distance(shades[above + x], shades[below + x])
        let change = max(across, down)
        let line = Float(depth[here + x])
        if change < calm && line < Float(ReferenceLines.inked) {
          row[x] = 0
        } else {
          row[x] = UInt8(min(255, 1 + max(change, 1.5 * line) / 3))
        }
      }
    }
    return result
  }

  /// Numbers the areas of calm pixels that touch, the smallest left out; all one area if none is.
  private static func seed(_ labels: inout Plane<Int32>, _ restlessness: Plane<UInt8>) -> Int {
    let width = labels.width
    let total = width * labels.height
    let level = restlessness.elements.span
    var count = 0
    labels.elements.withUnsafeMutableBufferPointer { label in
      var stack: [Int] = []
      var members: [Int] = []
      for start in 0..<total where level[start] == 0 && label[start] == -1 {
        stack.append(start)
        members.removeAll(keepingCapacity: true)
        label[start] = Int32(count)
        while let pixel = stack.popLast() {
          members.append(pixel)
          let x = pixel % width
          func visit(_ next: Int) {
            if level[next] == 0 && label[next] == -1 {
              label[next] = Int32(count)
              stack.append(next)
            }
          }
          if x > 0 { visit(pixel - 1) }
          if x + 1 < width { visit(pixel + 1) }
          if pixel >= width { visit(pixel - width) }
          if pixel + width < total { visit(pixel + width) }
        }
        if members.count < smallestSeed {
          for pixel in members { label[pixel] = -2 }
        } else {
          count += 1
        }
      }
      for pixel in 0..<total where label[pixel] == -2 { label[pixel] = -1 }
      if count == 0 {
        label.update(repeating: 0)
        count = 1
      }
    }
    return count
  }

  /// Grows the seeds over every unlabelled pixel, the calmest within reach first and, among equals,
  /// the one reached first.
  private static func flood(_ labels: inout Plane<Int32>, _ restlessness: Plane<UInt8>) {
    let width = labels.width
    let total = width * labels.height
    let level = restlessness.elements.span
    // One queue a level, as lists through `following`.
    var following = [Int32](repeating: -1, count: total)
    var first = [Int32](repeating: -1, count: 256)
    var last = first
    labels.elements.withUnsafeMutableBufferPointer { label in
      func reach(_ pixel: Int, as number: Int32, from floor: Int) {
        guard label[pixel] == -1 else { return }
        label[pixel] = number
        let queue = max(floor, Int(level[pixel]))
        if first[queue] == -1 { first[queue] = Int32(pixel) } else { following[Int(last[queue])] = Int32(pixel) }
        last[queue] = Int32(pixel)
      }
      func spread(_ pixel: Int, from floor: Int) {
        let x = pixel % width
        let number = label[pixel]
        if x > 0 { reach(pixel - 1, as: number, from: floor) }
        if x + 1 < width { reach(pixel + 1, as: number, from: floor) }
        if pixel >= width { reach(pixel - width, as: number, from: floor) }
        if pixel + width < total { reach(pixel + width, as: number, from: floor) }
      }
      let seeds = label.map { $0 >= 0 }
      for pixel in 0..<total where seeds[pixel] { spread(pixel, from: 0) }
      for queue in 0..<256 {
        while first[queue] != -1 {
          let pixel = Int(first[queue])
          first[queue] = following[pixel]
          spread(pixel, from: queue)
        }
      }
    }
  }
}
