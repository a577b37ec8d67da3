import ArgumentParser
import Coloring
import Glibc
import ImageFormats
import Raster
import Studio

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: Phrase("Compares a coloured drawing with its true colours.", "彩色した絵を正しい色の絵と比べます。")
      .spoken,
    discussion: Phrase(
      """
      Prints, over all pixels that count:

        acc10   the share with the right colour (CIEDE2000 under 10)
        acc20   the share with the right family of colours (under 20)
        dE      the mean difference
        flat    how far the amount of shading is off; 0 is best
        tex     whether texture is in the right place; 1 is best
        eyes    acc10 over the eyes

      Example:

        nurie score truth.png line.coloured.png --line line.png
      """,
      """
      数えるすべてのピクセルについて表示します:

        acc10   正しい色の割合 (CIEDE2000 が 10 未満)
        acc20   正しい系統の色の割合 (20 未満)
        dE      差の平均
        flat    陰影の量のずれ。0 が最良
        tex     質感の位置が正しいか。1 が最良
        eyes    目だけの acc10

      例:

        nurie score truth.png line.coloured.png --line line.png
      """
    ).spoken)

  @Argument(help: help("The drawing in its true colours.", "正しい色の絵。")) var truth: String

  @Argument(help: help("The drawing as it was coloured.", "彩色した絵。")) var output: String

  @Option(help: help("The line drawing: its ink does not count.", "線画。その主線は数えません。", value: .file))
  var line: String?

  @Option(
    help: help("A mask: only what is light in it counts.", "マスク画像。明るいところだけを数えます。", value: .file))
  var subject: String?

  @Option(help: help("A mask of the open eyes.", "開いた目のマスク画像。", value: .file))
  var eyes: String?

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    func picture(_ path: String) throws -> Image {
      let picture = try ImageFile.read(path, work: work)
      for warning in picture.warnings { say(warning.phrase) }
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
      throw Failure(line ?? subject ?? self.truth, error.description, error.description)
    }
    print(
      "acc10 \(fixed(score.acc10, 4))  acc20 \(fixed(score.acc20, 4))  dE \(fixed(score.difference, 2))"
        + "  flat \(fixed(score.flat, 2))  tex \(fixed(score.texture, 3))"
        + "  eyes \(score.eyes.map { fixed($0, 4) } ?? "-")")
  }
}
