import ArgumentParser
import Coloring
import Delivery
import ImageFormats
import Raster
import Studio

struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: Phrase("Draws the lines of a coloured drawing.", "色のついた絵から線を描き起こします。").spoken,
    discussion: Phrase(
      """
      Lines as an artist would ink them: none where only a shadow ends, and none inside pupils. A network finds them; \
      nurie train lines trains another.

      Examples:

        nurie lines sheet.png --output lines.png
        nurie lines sheet.png --network weights.safetensors --output lines.png
      """,
      """
      絵描きが清書するような線です: 影だけの境目と瞳の中には線を引きません。線は付属のネットワークが見つけます。nurie train lines で別のものを学習できます。

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
      "The weights of another network than nurie's own: what nurie train lines wrote.",
      "付属のもの以外のネットワークの重み: nurie train lines が書き出したもの。", value: .file))
  var network: String?

  @Flag(help: help("Replace the file if it exists already.", "既存のファイルを置き換えます。"))
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let extractor = try LineExtractor(givenOr: network)
    let picture = try ImageFile.read(colour, work: work)
    let lines = try extractor.lines(of: picture.pixels, work: work)
    try writeLines(
      lines, to: output, overwriting: force, resolution: picture.resolution, work: work)
    for warning in picture.warnings { say(warning.phrase) }
  }
}

extension LineExtractor {
  /// The given network, or the one that comes with the program.
  ///
  /// - Parameter path: the file of its weights, as the user named it.
  /// - Throws: `Failure` where there is none; `CheckpointError`.
  init(givenOr path: String?) throws {
    guard let path = path ?? ProgramFiles.path(of: LineExtractor.weights) else {
      throw Failure([
        Phrase(
          "the line network's weights (share/nurie/\(LineExtractor.weights)) were not found beside the program; install nurie again, or give others with --network.",
          "線のネットワークの重み (share/nurie/\(LineExtractor.weights)) がプログラムのそばに見つかりません。nurie を入れ直すか、--network で別のものを指定してください。"
        )
      ])
    }
    try self.init(network: path)
  }
}
