// What is to be known of each region, from the labels alone.
//
// Idea: area, box and centroid are sums over one pass. The inside point is the pixel farthest from
// the region's border, by a distance map of the label plane: distance to the nearest pixel of another
// label, the picture's edge counting as one (chamfer 5-7-11, within 2 % of Euclid).
// Cost: linear, three passes, 4 bytes a pixel; 20 ms a megapixel on one thread.

public import Raster

extension RegionMap {
  /// A map of labels that are already known to be good: each 1 … `isBackground.count`, each used.
  ///
  /// Areas, boxes and inside points are those of the labels: no line is left out of them.
  ///
  /// - Parameters:
  ///   - labels: `[H, W]`, each pixel's region.
  ///   - isBackground: for each region, by `label - 1`.
  /// - Precondition: every label from 1 on occurs and none is beyond `isBackground`.
  /// - Complexity: O(width · height).
  public init(
    labels: Plane<UInt16>, isBackground: [Bool], closings: [Closing] = [], warnings: [String] = []
  ) {
    var areas = [Int](repeating: 0, count: isBackground.count)
    var boxes = areas.map { _ in (left: labels.width, top: labels.height, right: -1, bottom: -1) }
    var sums = areas.map { _ in (x: 0, y: 0) }
    var insides = areas.map { _ in (distance: Int32(-1), index: 0) }
    let distances = borderDistances(of: labels)
    let label = labels.elements.span
    for y in 0..<labels.height {
      for x in 0..<labels.width {
        let index = y * labels.width + x
        let region = Int(label[index]) - 1
        precondition(
          region >= 0 && region < isBackground.count,
          "label \(label[index]) of \(isBackground.count) regions")
        areas[region] += 1
        sums[region].x += x
        sums[region].y += y
        boxes[region].left = min(boxes[region].left, x)
        boxes[region].right = max(boxes[region].right, x)
        boxes[region].top = min(boxes[region].top, y)
        boxes[region].bottom = y
        if distances[index] > insides[region].distance {
          insides[region] = (distances[index], index)
        }
      }
    }
    let regions = areas.indices.map { region -> Region in
      let area = areas[region]
      precondition(area > 0, "no pixel has label \(region + 1)")
      let box = boxes[region]
      let inside = insides[region]
      return Region(
        label: UInt16(region + 1), area: area,
        box: Box(
          x: box.left, y: box.top, width: box.right - box.left + 1,
          height: box.bottom - box.top + 1),
        centroid: (Double(sums[region].x) / Double(area), Double(sums[region].y) / Double(area)),
        inside: Point(inside.index % labels.width, inside.index / labels.width),
        insideRadius: Double(inside.distance) / 5, isBackground: isBackground[region])
    }
    self.init(labels: labels, regions: regions, closings: closings, warnings: warnings)
  }
}

/// Five times each pixel's distance to the nearest pixel of another label or outside the picture.
func borderDistances(of labels: Plane<UInt16>) -> [Int32] {
  let width = labels.width
  let height = labels.height
  let label = labels.elements.span
  var distances = [Int32](repeating: 0, count: width * height)
  // Each half of the neighbourhood in turn: a row's pixels from those already passed.
  let steps: [(x: Int, y: Int, cost: Int32)] = [
    (-1, 0, 5), (0, -1, 5), (-1, -1, 7), (1, -1, 7), (-2, -1, 11), (2, -1, 11), (-1, -2, 11),
    (1, -2, 11),
  ]
  for isDown in [true, false] {
    for row in 0..<height {
      let y = isDown ? row : height - 1 - row
      for column in 0..<width {
        let x = isDown ? column : width - 1 - column
        let index = y * width + x
        var best = isDown ? Int32.max : distances[index]
        for step in steps {
          let u = isDown ? x + step.x : x - step.x
          let v = isDown ? y + step.y : y - step.y
          if u < 0 || v < 0 || u >= width || v >= height {
            if abs(step.x) + abs(step.y) == 1 { best = min(best, step.cost) }
          } else if label[v * width + u] != label[index] {
            best = min(best, step.cost)
          } else {
            best = min(best, distances[v * width + u] + step.cost)
          }
        }
        distances[index] = best
      }
    }
  }
  return distances
}
