import Raster

extension Image {
  /// The picture turned upright.
  ///
  /// - Parameter orientation: Exif's, 1…8: where the stored first row and first column are seen.
  /// - Complexity: O(pixels).
  func upright(from orientation: Int, work: Work) throws(Cancelled) -> Image {
    precondition((1...8).contains(orientation), "orientation \(orientation)")
    if orientation == 1 { return self }
    let isTurned = orientation >= 5
    // Which corner of the stored picture is seen at the top left.
    let startsRight = [2, 3, 7, 8].contains(orientation)
    let startsBelow = [3, 4, 6, 7].contains(orientation)
    let origin = (startsRight ? width - 1 : 0) + (startsBelow ? (height - 1) * width : 0)
    let alongRow = startsRight ? -1 : 1
    let alongColumn = startsBelow ? -width : width
    let (stepX, stepY) = isTurned ? (alongColumn, alongRow) : (alongRow, alongColumn)
    var result = Image(
      width: isTurned ? height : width, height: isTurned ? width : height, repeating: .clear)
    try work.forEachRow(of: &result) { y, row in
      let source = elements.span
      var index = origin + y * stepY
      for x in 0..<row.count {
        row[x] = source[index]
        index += stepX
      }
    }
    return result
  }
}
