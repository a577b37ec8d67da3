import ArgumentParser
import Coloring
import ImageFormats
import Raster
import Studio

struct ReferencePaletteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "palette",
    abstract: Phrase("Makes a palette from coloured drawings.", "色見本からパレットを作ります。").spoken,
    discussion: Phrase(
      """
      Writes the colours of one or several references as a GIMP palette, each with its shadow and its \
      highlight. Edit it in GIMP or Krita, or in a text editor, and colour with it:

        nurie palette sheet.png --output hana.gpl
        nurie colorize line.png --reference sheet.png --palette hana.gpl
      """,
      """
      色見本の色を、それぞれの影とハイライトとともに GIMP パレットとして書き出します。GIMP、Krita、またはテキストエディタで編集して、その色で塗れます:

        nurie palette sheet.png --output hana.gpl
        nurie colorize line.png --reference sheet.png --palette hana.gpl
      """
    ).spoken)

  @Argument(help: help("The coloured drawings.", "色見本。", value: .reference))
  var references: [String]

  @Option(
    help: help(
      "The palette file to write.", "書き出すパレットのファイル。", value: Phrase("file.gpl", "ファイル.gpl")))
  var output: String

  @Flag(help: help("Replace the file if it exists already.", "既存のファイルを置き換えます。"))
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let palettes = try references.map { path in
      let picture = try ImageFile.read(path, work: work)
      for warning in picture.warnings { say(warning.phrase) }
      return try Reference(picture.pixels, work: work).palette
    }
    let palette = Palette.joining(palettes).palette
    var file = try AtomicFile(replacing: output, overwriting: force)
    try file.write(palette.gpl(named: "nurie"))
    try file.commit()
    let count = palette.entries.count
    print(Phrase("\(count) colours", "\(count) 色").of(output).spoken)
  }
}
