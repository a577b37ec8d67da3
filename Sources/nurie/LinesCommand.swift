import ArgumentParser
import Coloring
import Delivery
import Glibc
import ImageFormats
import Raster
import Training

struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "Draws the lines of a coloured drawing.",
    discussion: """
      Lines as an artist would ink them: none where only a shadow ends, and none inside pupils. A network finds them, \
      which nurie train lines trains.

      Examples:

        nurie lines sheet.png --output lines.png
        nurie lines sheet.png --network weights.safetensors --output lines.png
      """)

  @Argument(help: "The coloured drawing.") var colour: String

  @Option(help: ArgumentHelp("A PNG file for the lines, black on white.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "The weights or the checkpoint of nurie train lines; those of its own folder unless given.",
      valueName: "file"))
  var network: String?

  @Flag(help: "Replace the file if it exists already.")
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let extractor = try extractor()
    let picture = try ImageFile.read(colour, work: work)
    let lines = try extractor.lines(of: picture.pixels, work: work)
    try writeLines(
      lines, to: output, overwriting: force, resolution: picture.resolution, work: work)
    for warning in picture.warnings { say(warning) }
  }

  private func extractor() throws -> LineExtractor {
    let trained = TrainCommand.standardFolder(.lines) + "/weights.safetensors"
    guard network != nil || access(trained, F_OK) == 0 else {
      throw Failure([
        "there is no trained line network yet; train one with nurie train lines, or give a checkpoint with --network."
      ])
    }
    return try LineExtractor(network: network ?? trained)
  }
}
