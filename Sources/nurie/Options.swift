public import ArgumentParser
public import Coloring
import Delivery
import Glibc
import Raster

extension ColoringSettings.TraceLines: ExpressibleByArgument {}
extension ColoringSettings.Lines: ExpressibleByArgument {}
extension ColoringSettings.ShadingSource: ExpressibleByArgument {}

extension ColoringSettings.Background: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "none": self = .none
    case "white": self = .colour(.white)
    case "reference": self = .reference
    default:
      guard let colour = RGBA(hex: argument) else { return nil }
      self = .colour(colour)
    }
  }

  public var defaultValueDescription: String { typed }
}

/// The use that a command may make of the machine.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many processor cores to use; all of them unless given. The picture is the same.",
      valueName: "n"))
  var threads: Int?

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 1024")
    }
  }

  var work: Work { Work(threads: threads ?? WorkOptions.cores) }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

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
