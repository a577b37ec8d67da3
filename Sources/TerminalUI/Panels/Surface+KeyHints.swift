public import Raster

/// A key and what it does now, for a footer.
public struct KeyHint<Value: Sendable>: Sendable {
  public var key: String
  public var label: String
  /// The meaning of a click on it.
  public var value: Value
  /// Drawn grey where not, but never left out.
  public var isEnabled: Bool

  public init(_ key: String, _ label: String, _ value: Value, isEnabled: Bool = true) {
    self.key = key
    self.label = label
    self.value = value
    self.isEnabled = isEnabled
  }
}

/// Cells that mean something when clicked.
public struct HitArea<Value: Sendable>: Sendable {
  public var box: Box
  public var value: Value

  public init(_ box: Box, _ value: Value) {
    self.box = box
    self.value = value
  }
}

extension Surface {
  /// Writes hints along the first row of `box`, as many as fit whole, and `status` at its right end.
  ///
  /// - Parameter isAlarming: whether the status must not be overlooked.
  /// - Returns: where each hint that is shown can be clicked.
  public mutating func drawKeyHints<Value>(
    _ hints: [KeyHint<Value>], status: String = "", isAlarming: Bool = false, in box: Box,
    theme: Theme
  ) -> [HitArea<Value>] {
    let row = Box(x: box.x, y: box.y, width: box.width, height: min(1, box.height))
    fill(row, theme[.footer])
    // The status keeps the half of a narrow row.
    let shownStatus = status.fitted(toColumns: max(0, box.width / 2))
    let statusColumns = shownStatus.terminalColumns
    if statusColumns > 0 {
      let start = Point(box.maxX - statusColumns - 1, box.y)
      var style = theme[.footer]
      if isAlarming {
        style.foreground = theme[.error].foreground
        style.attributes.formUnion(theme[.error].attributes)
      }
      write(shownStatus, at: start, style, clip: row)
    }
    let end = box.maxX - (statusColumns > 0 ? statusColumns + 2 : 0)
    var areas: [HitArea<Value>] = []
    var x = box.x + 1
    for hint in hints {
      let width = hint.key.terminalColumns + 1 + hint.label.terminalColumns
      if x + width > end { break }
      var keyStyle = theme[.footerKey]
      var labelStyle = theme[.footer]
      if !hint.isEnabled {
        keyStyle.foreground = theme[.disabled].foreground
        labelStyle.foreground = theme[.disabled].foreground
        keyStyle.attributes = theme[.disabled].attributes
        labelStyle.attributes = theme[.disabled].attributes
      }
      let afterKey = write(hint.key, at: Point(x, box.y), keyStyle, clip: row)
      write(hint.label, at: Point(afterKey + 1, box.y), labelStyle, clip: row)
      areas.append(HitArea(Box(x: x, y: box.y, width: width, height: 1), hint.value))
      x += width + 2
    }
    return areas
  }
}
