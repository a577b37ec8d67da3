import ArgumentParser
import Coloring
import ImageFormats
import Raster
import Studio

struct ColorizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "colorize",
    abstract: Phrase("Colours drawings from a coloured reference.", "色見本をもとに線画を塗ります。").spoken,
    usage: Phrase(
      "nurie colorize <line> ... --reference <ref> ... [options]",
      "nurie colorize <線画> ... --reference <色見本> ... [オプション]"
    ).spoken,
    discussion: Phrase(
      """
      A drawing is line art: clean lines on white or on transparency, a pencil drawing, a scan, or a cel \
      drawing with coloured trace lines. A reference is a coloured drawing of the same character, in any \
      pose. PNG, JPEG and WebP are read.

      Examples:

        One drawing; the result is line.coloured.png beside it:
          nurie colorize line.png --reference sheet.png

        In layers, to go on painting in Clip Studio or Photoshop; for Krita line.ora, since it drops what a PSD clips, and \
      paint on a shadow would spill over its part:
          nurie colorize line.png --reference sheet.png --layers line.psd

        A whole cut into a folder, hard edges for cel work:
          nurie colorize cut012/*.png --reference sheet.png --output out/ --aliased

        Correct a wrong match: set it to "pinned" in the list and colour again:
          nurie colorize line.png --reference sheet.png --json > matches.json
          nurie colorize line.png --reference sheet.png --matches matches.json --force
      """,
      """
      線画は、白地か透明な地のきれいな線、鉛筆画、スキャン、または色トレス線のあるセル用の原画です。色見本は、同じキャラクターの彩色した絵で、ポーズは問いません。PNG、JPEG、WebP を読み込みます。

      例:

        線画 1 枚。結果は隣の line.coloured.png:
          nurie colorize line.png --reference sheet.png

        レイヤー付き。Clip Studio や Photoshop で描き続けるとき。Krita は PSD のクリッピングを外し、影に塗った色がパーツからはみ出すので、line.ora にします:
          nurie colorize line.png --reference sheet.png --layers line.psd

        カット 1 つをまとめてフォルダへ。セル用に境界を二値で:
          nurie colorize cut012/*.png --reference sheet.png --output out/ --aliased

        違う対応を直す: リストで "pinned" にして塗り直します:
          nurie colorize line.png --reference sheet.png --json > matches.json
          nurie colorize line.png --reference sheet.png --matches matches.json --force
      """
    ).spoken)

  @Argument(help: help("The line drawings to colour.", "塗る線画。", value: .drawing))
  var lines: [String]

  @Option(
    parsing: .upToNextOption,
    help: help("Coloured drawings of the same character.", "同じキャラクターの色見本。", value: .reference))
  var reference: [String]

  @Option(
    help: help(
      "Where the coloured picture goes: a PNG file, or a folder where there are several drawings. Beside each drawing, as NAME.coloured.png, unless given.",
      "彩色した画像の保存先: PNG ファイル、線画が複数ならフォルダ。指定しなければ線画の隣に NAME.coloured.png を書きます。", value: .fileOrFolder
    ))
  var output: String?

  @Flag(help: help("Replace files that exist already.", "既存のファイルを置き換えます。"))
  var force = false

  @Option(
    help: help(
      "Write the picture in layers too: a file, whose ending says which: \(LayeredFormat.choice(\.presentation)); or a folder where there are several drawings.",
      "レイヤー付きでも書き出します: ファイル。形式は拡張子で決まります: \(LayeredFormat.list(\.presentation))。線画が複数ならフォルダ。",
      value: .fileOrFolder))
  var layers: String?

  @Option(
    help: help(
      "Write the regions too, with the labels that --json uses: a PNG file with one grey value per region (16 bits), or a folder where there are several drawings.",
      "領域も書き出します。番号は --json と同じです: 領域ごとに違う濃さの灰色の PNG ファイル (16 bit)、線画が複数ならフォルダ。",
      value: .fileOrFolder))
  var labels: String?

  @OptionGroup(title: Phrase("Lines and gaps", "線と隙間").spoken) var gap: GapOption

  @OptionGroup(title: Phrase("Colouring", "彩色").spoken) var colouring: ColoringOptions

  @Option(
    help: help(
      "A GIMP palette (.gpl) to paint with instead of the reference's own colours.",
      "色見本の色の代わりに使う GIMP パレット (.gpl)。", value: .file))
  var palette: String?

  @Option(
    help: help(
      "A list that --json wrote and you edited: matches marked \"pinned\" are kept.",
      "--json で書き出して編集したリスト。\"pinned\" とした対応は固定されます。", value: .file))
  var matches: String?

  @Option(
    help: help(
      "The weights of another network to look with than nurie's own: what nurie train matcher wrote.",
      "nurie 付属のものの代わりに使うネットワークの重み: nurie train matcher が書いたファイル。", value: .file))
  var network: String?

  @Flag(
    help: help(
      "Print regions, palette and matches as JSON, one line a drawing.",
      "領域・パレット・対応を JSON で出力します (線画 1 枚に 1 行)。"))
  var json = false

  @Option(help: help("How to show progress, on stderr.", "進み具合の表示のしかた (標準エラー出力)。"))
  var progress = ProgressStyle.auto

  @OptionGroup var workOptions: WorkOptions
}
