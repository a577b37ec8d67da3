import ArgumentParser
import Coloring
import Glibc
import ImageFormats
import Raster

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Compares a coloured drawing with its true colours.",
    discussion: """
      Prints, over all pixels that count:

        acc10   the share with the right colour (CIEDE2000 under 10)
        acc20   the share with the right family of colours (under 20)
        dE      the mean difference
        flat    how far the amount of shading is off; 0 is best
        tex     whether texture is in the right place; 1 is best
        eyes    acc10 over the eyes

      Example:

        nurie score truth.png line.coloured.png --line line.png
      """)

  @Argument(help: "The drawing in its true colours.") var truth: String

  @Argument(help: "The drawing as it was coloured.") var output: String

  @Option(help: ArgumentHelp("The line drawing: its ink does not count.", valueName: "file"))
  var line: String?

  @Option(help: ArgumentHelp("A mask: only what is light in it counts.", valueName: "file"))
  var subject: String?

  @Option(help: ArgumentHelp("A mask of the open eyes.", valueName: "file"))
  var eyes: String?

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    func picture(_ path: String) throws -> Image {
      let picture = try ImageFile.read(path, work: work)
      for warning in picture.warnings { say(warning) }
      return picture.pixels
    }
    let truth = try picture(truth)
    let paper = Image(width: truth.width, height: truth.height, repeating: .white)
    let score: Score
    do {
      score = try Score(
        of: picture(output), truth: truth, line: line.map(picture) ?? paper,
        subject: subject.map(picture), eyes: eyes.map(picture), work: work)
    } catch let error as ScoreError {
      throw Failure(line ?? subject ?? self.truth, error.description)
    }
    print(
      "acc10 \(fixed(score.acc10, 4))  acc20 \(fixed(score.acc20, 4))  dE \(fixed(score.difference, 2))"
        + "  flat \(fixed(score.flat, 2))  tex \(fixed(score.texture, 3))"
        + "  eyes \(score.eyes.map { fixed($0, 4) } ?? "-")")
  }
}
