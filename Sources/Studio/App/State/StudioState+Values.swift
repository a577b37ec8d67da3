internal import Projects
internal import TerminalUI

// Values that keys change and that no pane shows: they are said for a moment.

extension StudioState {
  /// An eighth more or less, 0…1.
  func stepped(_ opacity: Double, up: Bool) -> Double {
    min(1, max(0, opacity + (up ? 0.125 : -0.125)))
  }

  mutating func show(opacity: Double) {
    let percent = Int((opacity * 100).rounded())
    show(Phrase("Tint \(percent) %", "色の濃さ \(percent) %"))
  }

  /// Shows a picture's magnification: ×1 is the whole picture.
  mutating func showZoom(of picture: Picture?) {
    guard let picture else { return }
    let tenths = Int((viewport(of: picture).magnification * 10).rounded())
    show(Phrase("Zoom ×\(tenths / 10).\(tenths % 10)", "拡大 ×\(tenths / 10).\(tenths % 10)"))
  }

  /// Shows a value for a moment; the log is not for that. A failure goes before.
  private mutating func show(_ text: Phrase) {
    if notice?.kind == .failed { return }
    notice = Notice(kind: .done, text: text, until: now + 1_500)
  }
}
