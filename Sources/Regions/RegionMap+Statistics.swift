// What is to be known of each region, from the labels alone.
//
// Idea: area, box and centroid are sums over one pass. The inside point is the pixel farthest from
// the nearest pixel of another label, the picture's edge counting as one.
// Cost: linear, one pass and that of the inscribed circles; 2 bytes a pixel.

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
    labels: Plane<UInt16>, isBackground: [Bool], closings: [Closing] = [], warnings: [String] = [],
    work: Work
  ) throws(Cancelled) {
    var areas = [Int](repeating: 0, count: isBackground.count)
    var boxes = areas.map { _ in (left: labels.width, top: labels.height, right: -1, bottom: -1) }
    var sums = areas.map { _ in (x: 0, y: 0) }
    let label = labels.elements.span
    for y in 0..<labels.height {
      if y & 63 == 0 { try work.checkCancelled() }
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
      }
    }
    let circles = try labels.inscribedCircles(count: areas.count, work: work)
    let regions = areas.indices.map { region -> Region in
      let area = areas[region]
      precondition(area > 0, "no pixel has label \(region + 1)")
      let box = boxes[region]
      return Region(
        label: UInt16(region + 1), area: area,
        box: Box(
          x: box.left, y: box.top, width: box.right - box.left + 1,
          height: box.bottom - box.top + 1),
        centroid: (Double(sums[region].x) / Double(area), Double(sums[region].y) / Double(area)),
        inside: circles[region].center, insideRadius: circles[region].radius,
        isBackground: isBackground[region])
    }
    self.init(labels: labels, regions: regions, closings: closings, warnings: warnings)
  }
}
