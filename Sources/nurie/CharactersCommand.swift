import ArgumentParser
import Figures
import ImageFormats
import Raster
import Regions

struct CharactersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "characters",
    abstract: "Draws characters at random, in pairs: what nurie's networks learn from.",
    discussion: """
      Each pair shows one character twice, in different poses and crops, drawn by different hands. A view is written as \
      colour.png, line.png, ink.png (the coloured drawing as an artist would ink it), parts.png (in the parts' \
      colours), groups.png (8 bits) and regions.png (16 bits); points.tsv lists places that both views have.

      Examples:

        nurie characters --count 64 --output pairs --sheet
        nurie characters --count 4 --seed 900 --size 1024 --output pairs

      The same seed gives the same pair on every machine.
      """)

  @Option(help: ArgumentHelp("How many pairs to draw.", valueName: "n"))
  var count = 16

  @Option(
    help: ArgumentHelp(
      "The first pair's seed; each pair after it has the next number.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("A folder for the pairs; it is made if it is missing.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("The pictures' side in pixels, 32 to 2048.", valueName: "px"))
  var size = 256

  @Flag(help: "Write one picture of all pairs, sheet.png, instead of their files.")
  var sheet = false

  @Flag(help: "Replace files that exist already.")
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func validate() throws {
    guard (1...100_000).contains(count) else {
      throw ValidationError("--count is a number from 1 to 100000")
    }
    guard (32...2048).contains(size) else {
      throw ValidationError("--size is a number from 32 to 2048")
    }
    guard !sheet || count <= 400 else {
      throw ValidationError("a sheet holds at most 400 pairs; give a smaller --count")
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
