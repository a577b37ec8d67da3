import ArgumentParser

/// The one control of gap closing.
struct GapOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The widest gap in a line to close, in pixels; 0 closes none. Chosen to suit the drawing unless given.",
      valueName: "px"))
  var gap: Double?

  mutating func validate() throws {
    if let gap, !(gap >= 0 && gap <= 10_000) {
      throw ValidationError("--gap is a number of pixels from 0 to 10000")
    }
  }
}
