import ArgumentParser
import Delivery
import FoundationEssentials
import ImageFormats
import Raster
import Regions

struct RegionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: "Divides a drawing into regions, each to be filled with one colour.",
    discussion: """
      Shows what nurie takes for one area to fill: useful to find the right --gap before colouring.

      Examples:

        nurie regions line.png
        nurie regions line.png --gap 12 --output regions.png

      The picture written has one grey value per region (16 bits: open it in a program that can stretch \
      contrast). Regions meet in the middle of the ink; with --keep-ink the ink is 0 instead.
      """)

  @Argument(help: "The line drawing.") var line: String

  @OptionGroup var gap: GapOption

  @Option(help: ArgumentHelp("A PNG file for the regions' labels.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file if it exists already.")
  var force = false

  @Flag(help: "Leave the ink out of the regions: it gets the value 0.")
  var keepInk = false

  @Flag(help: "Print the regions as JSON.")
  var json = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let picture = try ImageFile.read(line, work: work)
    let lineArt: LineArt
    do {
      lineArt = try LineArt(picture.pixels, work: work)
    } catch let error as LineArtError {
      throw Failure(line, error.description)
    }
    let map = try RegionMap(lineArt, gap: gap.gap, work: work)
    if let output {
      let labels = keepInk ? try labelsApartFromInk(map, lineArt, work: work) : map.labels
      try writeLabels(
        labels, to: output, overwriting: force, resolution: picture.resolution, work: work)
    }
    for warning in picture.warnings { say(warning) }
    for warning in map.warnings { say("\(printable(line)): \(warning)") }
    if json {
      let graph = try RegionGraph(map: map, lineArt: lineArt, work: work)
      print(try RegionsDocument(lineArt: lineArt, map: map, graph: graph, drawing: line).line)
    } else {
      print(summary(lineArt: lineArt, map: map))
    }
  }

  private func labelsApartFromInk(_ map: RegionMap, _ lineArt: LineArt, work: Work)
    throws(Cancelled)
    -> Plane<UInt16>
  {
    var labels = map.labels
    try work.forEachRow(of: &labels) { y, row in
      let strokes = lineArt.strokes.elements.span
      for x in row.indices {
        if strokes[y * lineArt.width + x] == .ink { row[x] = 0 }
      }
    }
    return labels
  }

  private func summary(lineArt: LineArt, map: RegionMap) -> String {
    let figure = map.regions.filter { !$0.isBackground }
    let areas = figure.map(\.area).sorted()
    let pixels = map.width * map.height
    func share(_ area: Int) -> String { "\((area * 1000 / pixels + 5) / 10) %" }
    let ground = map.regions.filter(\.isBackground)
    return """
      size        \(map.width) × \(map.height) pixels, strokes \(rounded(lineArt.strokeWidth)) pixels wide
      regions     \(figure.count), of \(areas.first ?? 0) to \(areas.last ?? 0) pixels, half of them under \
      \(areas.isEmpty ? 0 : areas[areas.count / 2])
      background  \(ground.count), \(share(ground.reduce(0) { $0 + $1.area })) of the picture
      gaps        \(map.closings.count) closed
      """
  }
}

/// The document that `nurie regions --json` prints: every region, every border, every closed gap. Labels are good
/// for this drawing with these settings; `inside` names a region for longer.
struct RegionsDocument: Codable {
  struct RegionRecord: Codable {
    var label: UInt16
    var inside: Point
    var insideRadius: Double
    var area: Int
    var box: Box
    var centroid: [Double]
    var background: Bool
  }

  struct BorderRecord: Codable {
    var between: [UInt16]
    var ink: Double
    var trace: Double
    var closing: Double
  }

  var drawing: String
  var width: Int
  var height: Int
  var strokeWidth: Double
  var regions: [RegionRecord]
  var borders: [BorderRecord]
  var closings: [Closing]

  init(lineArt: LineArt, map: RegionMap, graph: RegionGraph, drawing: String) {
    self.drawing = drawing
    width = map.width
    height = map.height
    strokeWidth = rounded(lineArt.strokeWidth)
    regions = map.regions.map { region in
      RegionRecord(
        label: region.label, inside: region.inside, insideRadius: rounded(region.insideRadius),
        area: region.area, box: region.box,
        centroid: [rounded(region.centroid.x), rounded(region.centroid.y)],
        background: region.isBackground)
    }
    borders = graph.borders.map { border in
      BorderRecord(
        between: [border.first, border.second], ink: rounded(border.ink),
        trace: rounded(border.trace), closing: rounded(border.closing))
    }
    closings = map.closings
  }

  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

/// A tenth of a pixel is enough to read.
private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
