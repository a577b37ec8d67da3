// Why a command of the result cannot be done now; nil where it can.

extension StudioState {
  var noDivider: Phrase? {
    result.comparison == .split
      ? nil : Phrase("s shows before and after side by side", "s で前後比較を表示します")
  }
}
