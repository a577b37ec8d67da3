public import Raster

extension Surface {
  /// Fills the first row of `box` from the left, to an eighth of a cell where there are blocks.
  ///
  /// - Parameters:
  ///   - share: 0…1; clipped.
  ///   - style: the foreground fills, the background is what is left to do.
  public mutating func drawProgress(
    _ share: Double, in box: Box, _ style: CellStyle, linework: Linework = .rounded
  ) {
    let steps = linework.fillings.count - 1
    let share = share > 0 ? min(1, share) : 0
    // Rounded down: a bar is full only when all is done.
    let filled = Int((share * Double(box.width * steps)).rounded(.down))
    for column in 0..<max(0, box.width) {
      let level = min(steps, max(0, filled - column * steps))
      self[box.x + column, box.y] = Cell(linework.fillings[level], style)
    }
  }

  /// A scroll bar down the first column of `box`; nothing where all is shown.
  ///
  /// - Parameters:
  ///   - range: the items shown, `0 ..< count`.
  public mutating func drawScrollBar(
    showing range: Range<Int>, of count: Int, in box: Box, thumb: CellStyle, track: CellStyle,
    linework: Linework = .rounded
  ) {
    if range.count >= count || box.height < 1 || box.width < 1 { return }
    let length = max(1, box.height * range.count / count)
    // The thumb stands at an end only where the list does.
    let free = box.height - length
    var start = free * range.lowerBound / (count - range.count)
    if range.lowerBound > 0 && range.upperBound < count && free >= 2 {
      start = min(free - 1, max(1, start))
    }
    for row in 0..<box.height {
      let isThumb = row >= start && row < start + length
      self[box.x, box.y + row] = Cell(
        isThumb ? linework.scrollThumb : linework.scrollTrack, isThumb ? thumb : track)
    }
  }
}
