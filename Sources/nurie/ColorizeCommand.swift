import ArgumentParser
import Coloring
import ImageFormats
import Raster

struct ColorizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "colorize",
    abstract: "Colours drawings from a coloured reference.",
    usage: "nurie colorize <line> ... --reference <ref> ... [options]",
    discussion: """
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
      """)

  @Argument(help: ArgumentHelp("The line drawings to colour.", valueName: "line"))
  var lines: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Coloured drawings of the same character.", valueName: "ref"))
  var reference: [String]

  @Option(
    help: ArgumentHelp(
      "Where the coloured picture goes: a PNG file, or a folder where there are several drawings. Beside each drawing, as NAME.coloured.png, unless given.",
      valueName: "file|dir"))
  var output: String?

  @Flag(help: "Replace files that exist already.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Write the picture in layers too: a file, whose ending says which: \(LayeredFormat.choice(\.presentation)); or a folder where there are several drawings.",
      valueName: "file|dir"))
  var layers: String?

  @Option(
    help: ArgumentHelp(
      "Write the regions too, with the labels that --json uses: a PNG file with one grey value per region (16 bits), or a folder where there are several drawings.",
      valueName: "file|dir"))
  var labels: String?

  @OptionGroup(title: "Lines and gaps") var gap: GapOption

  @OptionGroup(title: "Colouring") var colouring: ColoringOptions

  @Option(
    help: ArgumentHelp(
      "A GIMP palette (.gpl) to paint with instead of the reference's own colours.",
      valueName: "file"))
  var palette: String?

  @Option(
    help: ArgumentHelp(
      "A list that --json wrote and you edited: matches marked \"pinned\" are kept.",
      valueName: "file"))
  var matches: String?

  @Option(
    help: ArgumentHelp(
      "Look at the drawings with a network too: the checkpoint of nurie train matcher.",
      valueName: "file"))
  var network: String?

  @Flag(help: "Print regions, palette and matches as JSON, one line a drawing.")
  var json = false

  @Option(help: "How to show progress, on stderr.")
  var progress = ProgressStyle.auto

  @OptionGroup var workOptions: WorkOptions
}
