import ArgumentParser
import Glibc
import Raster

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
