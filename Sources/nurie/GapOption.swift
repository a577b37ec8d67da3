import ArgumentParser

/// The one control of gap closing.
struct GapOption: ParsableArguments {
  @Option(
    help: help(
      "The widest gap in a line to close, in pixels; 0 closes none. Chosen to suit the drawing unless given.",
      "閉じる線の隙間の最大幅 (ピクセル)。0 で閉じません。指定しなければ線画に合わせます。", value: .pixels))
  var gap: Double?

  mutating func validate() throws {
    if let gap, !(gap >= 0 && gap <= 10_000) {
      throw ValidationError(
        "--gap is a number of pixels from 0 to 10000", "--gap には 0 から 10000 のピクセル数を指定してください")
    }
  }
}
