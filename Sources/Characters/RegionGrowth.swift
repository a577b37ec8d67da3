import Raster

/// Finds the pieces of paper that no line crosses, and grows them under the lines.
struct RegionGrowth {
  /// 1 … `areas.count` after `grow`; 0 where nothing has been found yet.
  private(set) var labels: [Int32]
  /// Pixels of paper of each region.
  private(set) var areas: [Int] = []
  /// The surface that most of each region shows.
  private(set) var surfaces: [Int32] = []
  private(set) var leaks = 0
  private let width: Int
  private let height: Int
  private let keys: [Int32]
  private let pixelSurfaces: [Int32]

  init(keys: Plane<Int32>, surfaces: Plane<Int32>, lines: Plane<UInt8>, smallest: Int) {
    width = keys.width
    height = keys.height
    self.keys = keys.elements
    pixelSurfaces = surfaces.elements
    labels = Array(repeating: 0, count: keys.elements.count)
    find(lines: lines.elements, smallest: smallest)
  }

  private mutating func find(lines: [UInt8], smallest: Int) {
    var stack: [Int] = []
    var members: [Int] = []
    for start in keys.indices
    where lines[start] == 0 && labels[start] == 0 {
      let label = Int32(areas.count + 1)
      labels[start] = label
      stack.append(start)
      members.removeAll(keepingCapacity: true)
      while let pixel = stack.popLast() {
        members.append(pixel)
        let x = pixel % width
        let y = pixel / width
        for (other, exists) in [
          (pixel - width, y > 0), (pixel - 1, x > 0), (pixel + 1, x + 1 < width),
          (pixel + width, y + 1 < height),
        ] where exists && lines[other] == 0 {
          if keys[other] != keys[pixel] {
            // Each such border is met once from either side.
            if other > pixel { leaks += 1 }
          } else if labels[other] == 0 {
            labels[other] = label
            stack.append(other)
          }
        }
      }
      if members.count < smallest {
        // Marked as seen; growth takes them back.
        for pixel in members { labels[pixel] = -1 }
        continue
      }
      var counts: [Int32: Int] = [:]
      for pixel in members { counts[pixelSurfaces[pixel], default: 0] += 1 }
      areas.append(members.count)
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      surfaces.append(most?.key ?? 0)
    }
    for pixel in labels.indices where labels[pixel] < 0 {
      labels[pixel] = 0
    }
  }

  /// Gives every other pixel to a region: first along its own shape, then along its own colour,
  /// then over whatever lies between.
  ///
  /// - Precondition: there is at least one region.
  mutating func grow() {
    precondition(!areas.isEmpty, "a page without paper")
    spread(within: pixelSurfaces)
    spread(within: keys)
    spread(within: Array(repeating: 0, count: keys.count))
  }

  /// One ring of pixels after another, between pixels of equal `kinds` only.
  private mutating func spread(within kinds: [Int32]) {
    var front = labels.indices.filter { labels[$0] != 0 }
    while !front.isEmpty {
      var next: [Int] = []
      for pixel in front {
        let x = pixel % width
        let y = pixel / width
        for (other, exists) in [
          (pixel - width, y > 0), (pixel - 1, x > 0), (pixel + 1, x + 1 < width),
          (pixel + width, y + 1 < height),
        ] where exists && labels[other] == 0 && kinds[other] == kinds[pixel] {
          labels[other] = labels[pixel]
          next.append(other)
        }
      }
      front = next
    }
  }
}
