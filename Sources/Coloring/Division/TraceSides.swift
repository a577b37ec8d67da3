internal import Raster
internal import Regions

// Trace lines are given to the dark side, as studios paint them: the shadow reaches over all of a red line, and the base over
// all of a blue one. Regions meet in a line's middle, so the lighter half of it goes over.
//
// Cost: a pass over the strokes, and a few over the lines' pixels; nothing where there are none.

extension RegionMap {
  /// The map with each trace line in the darker of the two areas of one paint that it parts.
  func withTraceLinesInTheDark(_ lineArt: LineArt, areas: RegionTable<TraceArea?>) -> RegionMap {
    guard areas.contains(where: { $0 != nil }) else { return self }
    var labels = labels
    let (width, height) = (labels.width, labels.height)
    var open = lineArt.strokes.elements.indices.filter { index in
      lineArt.strokes.elements[index].isTrace
    }
    func root(_ label: UInt16) -> UInt16 { areas[label]?.parent ?? label }
    func lightness(_ label: UInt16) -> Int {
      switch areas[label]?.tone {
      case .shadow: 0
      case .lit, nil: 1
      case .highlight: 2
      }
    }
    // Half a line's width at most, so that a line goes over across and not along.
    for _ in 0..<max(4, Int((2 * lineArt.strokeWidth).rounded(.up))) {
      var changes: [(index: Int, label: UInt16)] = []
      var left: [Int] = []
      for index in open {
        let own = labels.elements[index]
        guard own > 0 else { continue }
        let (x, y) = (index % width, index / width)
        var darkest = own
        for (i, j) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
        where 0..<width ~= i && 0..<height ~= j {
          let beside = j * width + i
          let other = labels.elements[beside]
          guard other != own, other > 0, lineArt.strokes.elements[beside] != .paper,
            root(other) == root(own), lightness(other) < lightness(darkest)
          else { continue }
          darkest = other
        }
        if darkest == own { left.append(index) } else { changes.append((index, darkest)) }
      }
      if changes.isEmpty { break }
      for change in changes { labels.elements[change.index] = change.label }
      open = left
    }
    return with(labels: labels)
  }
}
