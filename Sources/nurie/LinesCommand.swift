import ArgumentParser
import Coloring
import Delivery
import Glibc
import ImageFormats
import Raster
import Studio
import Training

struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: Phrase("Draws the lines of a coloured drawing.", "色のついた絵から線を描き起こします。").spoken,
    discussion: Phrase(
      """
      Lines as an artist would ink them: none where only a shadow ends, and none inside pupils. A network finds them, \
      which nurie train lines trains.

      Examples:

        nurie lines sheet.png --output lines.png
        nurie lines sheet.png --network weights.safetensors --output lines.png
      """,
      """
      絵描きが清書するような線です: 影だけの境目と瞳の中には線を引きません。線は nurie train lines で学習したネットワークが見つけます。

      例:

        nurie lines sheet.png --output lines.png
        nurie lines sheet.png --network weights.safetensors --output lines.png
      """
    ).spoken)

  @Argument(help: help("The coloured drawing.", "色のついた絵。")) var colour: String

  @Option(
    help: help("A PNG file for the lines, black on white.", "線を書き出す PNG ファイル (白地に黒)。", value: .file)
  )
  var output: String

  @Option(
    help: help(
      "The weights or the checkpoint of nurie train lines; those of its own folder unless given.",
      "nurie train lines の重みかチェックポイント。指定しなければ学習フォルダのもの。", value: .file))
  var network: String?

  @Flag(help: help("Replace the file if it exists already.", "既存のファイルを置き換えます。"))
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let extractor = try extractor()
    let picture = try ImageFile.read(colour, work: work)
    let lines = try extractor.lines(of: picture.pixels, work: work)
    try writeLines(
      lines, to: output, overwriting: force, resolution: picture.resolution, work: work)
    for warning in picture.warnings { say(warning.phrase) }
  }

  private func extractor() throws -> LineExtractor {
    let trained = TrainCommand.standardFolder(.lines) + "/weights.safetensors"
    guard network != nil || access(trained, F_OK) == 0 else {
      throw Failure([
        Phrase(
          "there is no trained line network yet; train one with nurie train lines, or give a checkpoint with --network.",
          "線のネットワークがまだ学習されていません。nurie train lines で学習させるか、--network でチェックポイントを指定してください。")
      ])
    }
    return try LineExtractor(network: network ?? trained)
  }
}
