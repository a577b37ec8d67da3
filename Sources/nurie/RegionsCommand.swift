import ArgumentParser
import Delivery
import FoundationEssentials
import ImageFormats
import Raster
import Regions
import Studio

struct RegionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: Phrase(
      "Divides a drawing into regions, each to be filled with one colour.", "線画を、1 色で塗る領域に分けます。"
    ).spoken,
    discussion: Phrase(
      """
      Shows what nurie takes for one area to fill: useful to find the right --gap before colouring.

      Examples:

        nurie regions line.png
        nurie regions line.png --gap 12 --output regions.png

      The picture written has one grey value per region (16 bits: open it in a program that can stretch \
      contrast). Regions meet in the middle of the ink; with --keep-ink the ink is 0 instead.
      """,
      """
      どこを 1 つの塗り領域とみなすかを表示します。塗る前に、合う --gap を探すのに便利です。

      例:

        nurie regions line.png
        nurie regions line.png --gap 12 --output regions.png

      書き出す画像は、領域ごとに違う濃さの灰色です (16 bit。コントラストを広げられるプログラムで開いてください)。領域は主線の中央で接します。--keep-ink では主線が 0 になります。
      """
    ).spoken)

  @Argument(help: help("The line drawing.", "線画。")) var line: String

  @OptionGroup var gap: GapOption

  @Option(help: help("A PNG file for the regions' labels.", "領域の番号を書き出す PNG ファイル。", value: .file))
  var output: String?

  @Flag(help: help("Replace the file if it exists already.", "既存のファイルを置き換えます。"))
  var force = false

  @Flag(
    help: help("Leave the ink out of the regions: it gets the value 0.", "主線を領域に含めず、値を 0 にします。"))
  var keepInk = false

  @Flag(help: help("Print the regions as JSON.", "領域を JSON で出力します。"))
  var json = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    let work = workOptions.work
    let picture = try ImageFile.read(line, work: work)
    let lineArt: LineArt
    do {
      lineArt = try LineArt(picture.pixels, work: work)
    } catch let error as LineArtError {
      throw Failure([error.phrase.of(line)])
    }
    let map = try RegionMap(lineArt, gap: gap.gap, work: work)
    if let output {
      let labels = keepInk ? try labelsApartFromInk(map, lineArt, work: work) : map.labels
      try writeLabels(
        labels, to: output, overwriting: force, resolution: picture.resolution, work: work)
    }
    for warning in picture.warnings { say(warning.phrase) }
    for warning in map.warnings { say(warning.phrase.of(line)) }
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
    let size = "\(map.width) × \(map.height)"
    let stroke = rounded(lineArt.strokeWidth)
    let (least, most) = (areas.first ?? 0, areas.last ?? 0)
    let middle = areas.isEmpty ? 0 : areas[areas.count / 2]
    let groundShare = share(ground.reduce(0) { $0 + $1.area })
    return Phrase(
      """
      size        \(size) pixels, strokes \(stroke) pixels wide
      regions     \(figure.count), of \(least) to \(most) pixels, half of them under \(middle)
      background  \(ground.count), \(groundShare) of the picture
      gaps        \(map.closings.count) closed
      """,
      """
      大きさ  \(size) px、線の太さ \(stroke) px
      領域    \(figure.count)、\(least) から \(most) px、半数は \(middle) px 未満
      背景    \(ground.count)、画像の \(groundShare)
      隙間    \(map.closings.count) か所を閉じました
      """
    ).spoken
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
