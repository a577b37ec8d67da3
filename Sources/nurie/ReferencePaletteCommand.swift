import ArgumentParser
import Coloring
import ImageFormats
import Raster

struct ReferencePaletteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "palette",
    abstract: "Makes a palette from coloured drawings.",
    discussion: """
      Writes the colours of one or several references as a GIMP palette, each with its shadow and its \
      highlight. Edit it in GIMP or Krita, or in a text editor, and colour with it:

        nurie palette sheet.png --output hana.gpl
        nurie colorize line.png --reference sheet.png --palette hana.gpl
      """)

  @Argument(help: ArgumentHelp("The coloured drawings.", valueName: "ref"))
  var references: [String]

  @Option(help: ArgumentHelp("The palette file to write.", valueName: "file.gpl"))
  var output: String

  @Flag(help: "Replace the file if it exists already.")
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let palettes = try references.map { path in
      let picture = try ImageFile.read(path, work: work)
      for warning in picture.warnings { say(warning) }
      return try Reference(picture.pixels, work: work).palette
    }
    let palette = Palette.joining(palettes).palette
    var file = try AtomicFile(replacing: output, overwriting: force)
    try file.write(palette.gpl(named: "nurie"))
    try file.commit()
    print("\(printable(output)): \(palette.entries.count) colours")
  }
}
