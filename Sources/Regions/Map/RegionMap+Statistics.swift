// The numbers of each region, from the labels alone.
//
// Idea: area, box and centroid are sums over one pass. The inside point is the pixel farthest from
// the nearest pixel of another label, the picture's edge counting as one.
// Labels that were found in a picture made smaller are counted there, each for the pixels it stands for.
// Cost: linear, one pass and that of the inscribed circles; 4 bytes a label.

public import Raster

extension RegionMap {
  /// A map of labels that are already known to be good: each is that of a region, and each region has some.
  ///
  /// Areas, boxes and inside points are those of the labels: no line is left out of them.
  ///
  /// - Parameters:
  ///   - labels: `[H, W]`, each pixel's region, or each block's.
  ///   - isBackground: whether each region is outside the figure.
  ///   - pixels: what the labels stand for; nil for pixels.
  ///   - frame: that the drawing stands in, in the picture's pixels.
  /// - Precondition: every label from 1 on occurs and none is beyond `isBackground`.
  /// - Complexity: O(width · height).
  public init(
    labels: Plane<UInt16>, isBackground: RegionTable<Bool>, in pixels: Magnification? = nil,
    closings: [Closing] = [], frame: RuledFrame? = nil, warnings: [Warning] = [], work: Work
  ) throws(Cancelled) {
    let pixels = pixels ?? Magnification(scale: 1, width: labels.width, height: labels.height)
    pixels.check(labels)
    let bands = work.mapBands(of: labels.height) { rows in
      var sums = RegionTable(repeating: RunStatistics(), count: isBackground.count)
      for y in rows where !work.isCancelled {
        let row = labels.elements.span.extracting(y * labels.width..<(y + 1) * labels.width)
        var start = 0
        for end in 1...row.count where end == row.count || row[end] != row[start] {
          let label = row[start]
          precondition(
            label >= 1 && Int(label) <= sums.count, "label \(label) of \(sums.count) regions")
          sums[label].add(
            pixels.columns(of: start).lowerBound..<pixels.columns(of: end - 1).upperBound,
            pixels.rows(of: y))
          start = end
        }
      }
      return sums
    }
    try work.checkCancelled()
    let circles = RegionTable(
      try labels.inscribedCircles(count: isBackground.count, in: pixels, work: work))
    let regions = isBackground.labels.map { label -> Region in
      let sum = bands.reduce(into: RunStatistics()) { $0.add($1[label]) }
      precondition(sum.area > 0, "no pixel has label \(label)")
      return Region(
        label: label, area: sum.area, box: sum.box, centroid: sum.centroid,
        inside: circles[label].center, insideRadius: circles[label].radius,
        isBackground: isBackground[label])
    }
    self.init(
      labels: try labels.enlarged(to: pixels, work: work), regions: regions, closings: closings,
      frame: frame, warnings: warnings)
  }
}
