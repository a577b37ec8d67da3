internal import Raster
internal import Regions

// The regions that a line would cut, known while it is drawn: it enters them from a border and leaves by one. Only dividing
// a region tells whether it falls apart there. Cost: O(length of the line).

extension RegionMap {
  /// The regions of the figure that a line goes through from border to border, each once, in the order they are come to.
  ///
  /// - Parameters:
  ///   - line: its corners; a loop's last is its first.
  ///   - lineArt: the strokes that the map was made from.
  func crossed(by line: [Point], in lineArt: LineArt) -> [UInt16] {
    guard let first = line.first, line.count > 1 else { return [] }
    /// The regions that the line crosses, border to border: each one's label, whether it began and ended at one, and how many pixels.
    var stretches: [(label: UInt16, isFromBorder: Bool, isToBorder: Bool, length: Int)] = []
    var isAfterBorder = lineArt.isBorder(first)
    for (from, to) in zip(line, line.dropFirst()) {
      let steps = max(1, abs(to.x - from.x), abs(to.y - from.y))
      for step in 0...steps {
        let pixel = Point(
          from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps)
        guard labels.contains(pixel) else { continue }
        let isPaper = lineArt.strokes[pixel] == .paper && labels[pixel] != 0
        if isPaper, !isAfterBorder, let last = stretches.last, last.label == labels[pixel] {
          stretches[stretches.count - 1].length += 1
          continue
        }
        if isPaper {
          // From one region into another: over a closed gap.
          let isFromBorder = isAfterBorder || !stretches.isEmpty
          if !stretches.isEmpty { stretches[stretches.count - 1].isToBorder = true }
          stretches.append((labels[pixel], isFromBorder, false, 1))
          isAfterBorder = false
        } else {
          if !stretches.isEmpty { stretches[stretches.count - 1].isToBorder = true }
          isAfterBorder = true
        }
      }
    }
    guard !stretches.isEmpty else { return [] }
    if let last = line.last, last == first, line.count > 3 {
      // A loop goes on where it began.
      let end = stretches.count - 1
      if end == 0, !stretches[0].isFromBorder, !stretches[0].isToBorder {
        return self[stretches[0].label].isBackground ? [] : [stretches[0].label]
      }
      if stretches[0].label == stretches[end].label, end > 0 {
        stretches[0].isFromBorder = stretches[0].isFromBorder || stretches[end].isFromBorder
        stretches[end].isToBorder = stretches[end].isToBorder || stretches[0].isToBorder
      }
    } else if let last = line.last, lineArt.isBorder(last) {
      stretches[stretches.count - 1].isToBorder = true
    }
    var seen: Set<UInt16> = []
    // An end that runs a little past a stroke and back goes through nothing.
    let least = max(2, Int(lineArt.strokeWidth / 2))
    return stretches.filter { $0.isFromBorder && $0.isToBorder && $0.length > least }.map(\.label)
      .filter { !self[$0].isBackground && seen.insert($0).inserted }
  }
}
