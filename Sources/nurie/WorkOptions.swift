import ArgumentParser
import Glibc
import Raster

/// The use that a command may make of the machine.
struct WorkOptions: ParsableArguments {
  @Option(
    help: help(
      "How many processor cores to use; all of them unless given. The picture is the same.",
      "使う CPU コアの数。指定しなければすべて。結果は同じです。", value: .number))
  var threads: Int?

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError(
        "--threads is a number from 1 to 1024", "--threads には 1 から 1024 の数を指定してください")
    }
  }

  var work: Work { Work(threads: threads ?? WorkOptions.cores) }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
