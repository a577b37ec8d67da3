import Raster

/// Mouse reports in the three forms terminals send: SGR (1006), rxvt's (1015) and the first one.
///
/// The last two do not say which button was released: it is the one that was pressed.
struct MouseDecoder {
  private var pressed = MouseEvent.Button.left

  /// The mouse event that a sequence tells of; nil where it tells of none, or none of use.
  mutating func event(_ sequence: ControlSequence) -> MouseEvent? {
    guard let report = Report(sequence), report.x >= 1, report.y >= 1, let kind = kind(report)
    else { return nil }
    var modifiers: Key.Modifiers = []
    if report.bits & 4 != 0 { modifiers.insert(.shift) }
    if report.bits & 8 != 0 { modifiers.insert(.alt) }
    if report.bits & 16 != 0 { modifiers.insert(.control) }
    return MouseEvent(kind, at: Point(report.x - 1, report.y - 1), modifiers: modifiers)
  }

  private mutating func kind(_ report: Report) -> MouseEvent.Kind? {
    guard report.bits & 128 == 0 else { return nil }
    if report.bits & 64 != 0 {
      return switch report.bits & 3 {
      case 0: .wheelUp
      case 1: .wheelDown
      case 2: .wheelLeft
      default: .wheelRight
      }
    }
    let buttons: [MouseEvent.Button?] = [.left, .middle, .right, nil]
    let button = buttons[report.bits & 3]
    let isMotion = report.bits & 32 != 0
    if isMotion { return button.map { .drag($0) } }
    guard let button, !report.isRelease else { return .release(button ?? pressed) }
    pressed = button
    return .press(button)
  }

  /// The numbers of a report, whatever its form.
  private struct Report {
    var bits: Int
    /// From 1.
    var x: Int
    var y: Int
    var isRelease: Bool

    init?(_ sequence: ControlSequence) {
      let isFinal = sequence.final == UInt8(ascii: "M") || sequence.final == UInt8(ascii: "m")
      guard isFinal, !sequence.isShift3, sequence.intermediates.isEmpty else { return nil }
      if sequence.tail.count == 3 {
        let numbers = sequence.tail.map { Int($0) - 32 }
        (bits, x, y, isRelease) = (numbers[0], numbers[1], numbers[2], false)
        guard bits >= 0 else { return nil }
        return
      }
      guard sequence.parameters.count == 3 else { return nil }
      (bits, x, y) = (sequence.parameter(0), sequence.parameter(1), sequence.parameter(2))
      switch sequence.prefix {
      case UInt8(ascii: "<"): isRelease = sequence.final == UInt8(ascii: "m")
      case nil where bits >= 32: (bits, isRelease) = (bits - 32, false)
      default: return nil
      }
    }
  }
}
