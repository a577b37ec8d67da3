import ArgumentParser
import Figures
import ImageFormats
import Raster
import Regions
import Studio

struct CharactersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "characters",
    abstract: Phrase(
      "Draws characters at random, in pairs: what nurie's networks learn from.",
      "ネットワークの学習用に、ランダムなキャラクターを 2 枚組で描きます。"
    ).spoken,
    discussion: Phrase(
      """
      Each pair shows one character twice, in different poses and crops, drawn by different hands. A view is written as \
      colour.png, line.png, ink.png (the coloured drawing as an artist would ink it), parts.png (in the parts' \
      colours), groups.png (8 bits) and regions.png (16 bits); points.tsv lists places that both views have.

      Examples:

        nurie characters --count 64 --output pairs --sheet
        nurie characters --count 4 --seed 900 --size 1024 --output pairs

      The same seed gives the same pair on every machine.
      """,
      """
      1 組は同じキャラクターの 2 枚で、ポーズと構図が違い、別の手で描かれています。1 枚ごとに colour.png、line.png、ink.png (彩色した絵を絵描きが線画にしたもの)、parts.png (パーツの色)、groups.png (8 bit)、regions.png (16 bit) を書き出します。points.tsv は両方に写る場所の一覧です。

      例:

        nurie characters --count 64 --output pairs --sheet
        nurie characters --count 4 --seed 900 --size 1024 --output pairs

      同じ種からは、どのマシンでも同じ組ができます。
      """
    ).spoken)

  @Option(help: help("How many pairs to draw.", "描く組の数。", value: .number))
  var count = 16

  @Option(
    help: help(
      "The first pair's seed; each pair after it has the next number.",
      "最初の組の乱数の種。次の組からは 1 ずつ増えます。", value: .number))
  var seed: UInt64 = 1

  @Option(
    help: help(
      "A folder for the pairs; it is made if it is missing.", "書き出すフォルダ。なければ作ります。", value: .folder))
  var output: String

  @Option(
    help: help(
      "The pictures' side in pixels, 32 to 2048.", "画像の一辺のピクセル数 (32 から 2048)。", value: .pixels))
  var size = 256

  @Flag(
    help: help(
      "Write one picture of all pairs, sheet.png, instead of their files.",
      "組ごとのファイルの代わりに、全部を並べた sheet.png を書き出します。"))
  var sheet = false

  @Flag(help: help("Replace files that exist already.", "既存のファイルを置き換えます。"))
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func validate() throws {
    guard (1...100_000).contains(count) else {
      throw ValidationError(
        "--count is a number from 1 to 100000", "--count には 1 から 100000 の数を指定してください")
    }
    guard (32...2048).contains(size) else {
      throw ValidationError(
        "--size is a number from 32 to 2048", "--size には 32 から 2048 の数を指定してください")
    }
    guard !sheet || count <= 400 else {
      throw ValidationError(
        "a sheet holds at most 400 pairs; give a smaller --count",
        "--sheet に並べられるのは 400 組までです。--count を減らしてください")
    }
  }

  func run() throws {
    try OutputPlan.makeFolders([output], several: true)
    if sheet { return try writeSheet() }
    for index in 0..<count {
      let pair = FigurePair(
        seed: seed &+ UInt64(index), width: size, height: size, isInked: true)
      try PairFiles(folder: output, seed: seed &+ UInt64(index), overwriting: force).write(pair)
    }
  }

  private func writeSheet() throws {
    let drawn = workOptions.work.mapBands(of: count, smallest: 1) { band in
      band.map { FigurePair(seed: seed &+ UInt64($0), width: size, height: size) }
    }
    try PNG.write(
      ContactSheet(pairs: drawn.flatMap(\.self)).picture, to: "\(output)/sheet.png",
      overwriting: force)
  }
}
