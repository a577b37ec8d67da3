// What is to be known of each region, from the labels alone.
//
// Idea: area, box and centroid are sums over one pass. The inside point is the pixel farthest from
// the nearest pixel of another label, the picture's edge counting as one.
// Labels that were found in a picture made smaller are counted there, each for the pixels it stands for.
// Cost: linear, one pass and that of the inscribed circles; 4 bytes a label.

public import Raster

extension RegionMap {
  /// A map of labels that are already known to be good: each 1 … `isBackground.count`, each used.
  ///
  /// Areas, boxes and inside points are those of the labels: no line is left out of them.
  ///
  /// - Parameters:
  ///   - labels: `[H, W]`, each pixel's region, or each block's.
  ///   - isBackground: for each region, by `label - 1`.
  ///   - pixels: what the labels stand for; nil for pixels.
  /// - Precondition: every label from 1 on occurs and none is beyond `isBackground`.
  /// - Complexity: O(width · height).
  public init(
    labels: Plane<UInt16>, isBackground: [Bool], in pixels: Magnification? = nil,
    closings: [Closing] = [], warnings: [String] = [], work: Work
  ) throws(Cancelled) {
    let pixels = pixels ?? Magnification(scale: 1, width: labels.width, height: labels.height)
    pixels.check(labels)
    let bands = work.mapBands(of: labels.height) { rows in
      var sums = [RunStatistics](repeating: RunStatistics(), count: isBackground.count)
      for y in rows where !work.isCancelled {
        let row = labels.elements.span.extracting(y * labels.width..<(y + 1) * labels.width)
        var start = 0
        for end in 1...row.count where end == row.count || row[end] != row[start] {
          let region = Int(row[start]) - 1
          precondition(
            region >= 0 && region < sums.count, "label \(row[start]) of \(sums.count) regions")
          sums[region].add(
            pixels.columns(of: start).lowerBound..<pixels.columns(of: end - 1).upperBound,
            pixels.rows(of: y))
          start = end
        }
      }
      return sums
    }
    try work.checkCancelled()
    let sums = isBackground.indices.map { region in
      bands.reduce(into: RunStatistics()) { $0.add($1[region]) }
    }
    let circles = try labels.inscribedCircles(count: sums.count, in: pixels, work: work)
    let regions = sums.indices.map { region -> Region in
      let sum = sums[region]
      precondition(sum.area > 0, "no pixel has label \(region + 1)")
      return Region(
        label: UInt16(region + 1), area: sum.area, box: sum.box, centroid: sum.centroid,
        inside: circles[region].center, insideRadius: circles[region].radius,
        isBackground: isBackground[region])
    }
    self.init(
      labels: try labels.enlarged(to: pixels, work: work), regions: regions, closings: closings,
      warnings: warnings)
  }
}
