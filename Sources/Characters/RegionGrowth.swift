import Raster

/// Finds the pieces of paper that no line crosses, and grows them under the lines.
struct RegionGrowth {
  /// 1 … `areas.count` after `grow`; 0 where nothing has been found yet.
  private(set) var labels: Plane<Int32>
  /// Pixels of paper of each region.
  private(set) var areas: [Int] = []
  /// The surface that most of each region shows.
  private(set) var surfaces: [Int32] = []
  private(set) var leaks = 0
  private let keys: Plane<Int32>
  private let pixelSurfaces: Plane<Int32>

  init(keys: Plane<Int32>, surfaces: Plane<Int32>, lines: Plane<UInt8>, smallest: Int) {
    self.keys = keys
    pixelSurfaces = surfaces
    labels = Plane(width: keys.width, height: keys.height, repeating: 0)
    find(lines: lines, smallest: smallest)
  }

  private mutating func find(lines: Plane<UInt8>, smallest: Int) {
    let width = keys.width
    let height = keys.height
    var stack: [Int] = []
    var members: [Int] = []
    for start in keys.elements.indices
    where lines.elements[start] == 0 && labels.elements[start] == 0 {
      let label = Int32(areas.count + 1)
      labels.elements[start] = label
      stack.append(start)
      members.removeAll(keepingCapacity: true)
      while let pixel = stack.popLast() {
        members.append(pixel)
        let x = pixel % width
        let y = pixel / width
        func visit(_ other: Int, counts: Bool) {
          guard lines.elements[other] == 0 else { return }
          if keys.elements[other] != keys.elements[pixel] {
            if counts { leaks += 1 }
          } else if labels.elements[other] == 0 {
            labels.elements[other] = label
            stack.append(other)
          }
        }
        if x + 1 < width { visit(pixel + 1, counts: true) }
        if y + 1 < height { visit(pixel + width, counts: true) }
        if x > 0 { visit(pixel - 1, counts: false) }
        if y > 0 { visit(pixel - width, counts: false) }
      }
      if members.count < smallest {
        // Marked as seen; growth takes them back.
        for pixel in members { labels.elements[pixel] = -1 }
        continue
      }
      var counts: [Int32: Int] = [:]
      for pixel in members { counts[pixelSurfaces.elements[pixel], default: 0] += 1 }
      areas.append(members.count)
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      surfaces.append(most?.key ?? 0)
    }
    for pixel in labels.elements.indices where labels.elements[pixel] < 0 {
      labels.elements[pixel] = 0
    }
  }

  /// Gives every other pixel to a region: first along its own shape, then along its own colour,
  /// then over whatever lies between.
  ///
  /// - Precondition: there is at least one region.
  mutating func grow() {
    precondition(!areas.isEmpty, "a page without paper")
    spread { $0.pixelSurfaces.elements[$1] == $0.pixelSurfaces.elements[$2] }
    spread { $0.keys.elements[$1] == $0.keys.elements[$2] }
    spread { _, _, _ in true }
  }

  private mutating func spread(
    where allowed: (_ growth: borrowing RegionGrowth, _ from: Int, _ to: Int) -> Bool
  ) {
    let width = keys.width
    let height = keys.height
    var front = labels.elements.indices.filter { labels.elements[$0] != 0 }
    while !front.isEmpty {
      var next: [Int] = []
      for pixel in front {
        let x = pixel % width
        let y = pixel / width
        for (other, exists) in [
          (pixel - width, y > 0), (pixel - 1, x > 0), (pixel + 1, x + 1 < width),
          (pixel + width, y + 1 < height),
        ] where exists && labels.elements[other] == 0 && allowed(self, pixel, other) {
          labels.elements[other] = labels.elements[pixel]
          next.append(other)
        }
      }
      front = next
    }
  }
}
