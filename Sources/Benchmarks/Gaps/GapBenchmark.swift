import Foundation
import ImageFormats
import Raster
import Regions

/// Gaps cut into closed drawings with known regions: how many regions come back, beside G'MIC.
///
///     benchmarks gaps [--json] [--default] [--scratch FOLDER] [--without-gmic]
///
/// Each tool is told the size of the gaps: nurie as `gap`; G'MIC's limits are swept, and the best sum
/// over all drawings of a size counts. `--default` tells nurie nothing instead. `--table gaps|mouths`,
/// `--style clean|pencil` and `--size PX` ask for a part; `--pictures FOLDER` keeps the regions found.
struct GapBenchmark {
  static let sizes = [2, 4, 8, 12, 16, 24, 32]

  struct Row: Codable {
    var table: String
    var style: String
    var gap: Int
    var cuts: Int
    var uncut: GapScore
    var nurie: GapScore
    var gmic: GapScore?
  }

  /// One drawing with its gaps, and what it should divide into.
  struct Case {
    var name: String
    var truth: RegionMap
    var image: Image
    var cuts: Int
  }

  var arguments: [String]
  private var isJSON: Bool { arguments.contains("--json") }
  private var work: Work { Work(threads: 2) }

  func run() throws {
    let scratch = arguments.value(after: "--scratch") ?? NSTemporaryDirectory() + "nurie-gaps"
    let gmic =
      Gmic.isInstalled && !arguments.contains("--without-gmic")
      ? Gmic(folder: URL(fileURLWithPath: scratch)) : nil
    var rows: [Row] = []
    for table in ["gaps", "mouths"] where arguments.value(after: "--table") ?? table == table {
      if !isJSON { print(Self.header(table)) }
      for style in DrawnStyle.allCases
      where arguments.value(after: "--style") ?? style.rawValue == style.rawValue {
        for gap in Self.sizes
        where (table == "gaps" || gap >= 8)
          && (arguments.value(after: "--size").map { $0 == "\(gap)" } ?? true)
        {
          let row = try score(table: table, style: style, gap: gap, gmic: gmic)
          rows.append(row)
          if !isJSON {
            print(row.line)
            fflush(nil)
          }
        }
      }
    }
    if isJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    }
  }

  private func score(table: String, style: DrawnStyle, gap: Int, gmic: Gmic?) throws -> Row {
    let cases = try table == "gaps" ? gapCases(style, gap) : mouthCases(style, gap)
    var uncut = GapScore()
    var nurie = GapScore()
    for item in cases {
      let lineArt = try LineArt(item.image, work: work)
      let setting = arguments.contains("--default") ? nil : Double(gap)
      let map = try RegionMap(lineArt, gap: setting, work: work)
      nurie = nurie + GapScore(truth: item.truth, found: map)
      uncut = uncut + GapScore(truth: item.truth, found: try RegionMap(lineArt, gap: 0, work: work))
      if let folder = arguments.value(after: "--pictures") {
        try PNG.write(map.picture(over: item.image), to: "\(folder)/\(item.name).png")
      }
    }
    var best: GapScore?
    if let gmic {
      for limits in Gmic.Limits.sweep(gap: gap) {
        var sum = GapScore()
        for item in cases {
          let map = try gmic.regions(of: item.image, name: item.name, limits: limits, work: work)
          sum = sum + GapScore(truth: item.truth, found: map)
        }
        if best.map({ sum.recovered > $0.recovered }) ?? true { best = sum }
      }
    }
    return Row(
      table: table, style: style.rawValue, gap: gap, cuts: cases.reduce(0) { $0 + $1.cuts },
      uncut: uncut, nurie: nurie, gmic: best)
  }

  private func gapCases(_ style: DrawnStyle, _ gap: Int) throws -> [Case] {
    try [
      GapScene.mosaic(radius: 1...2.2, seed: 11), GapScene.curves(radius: 1.5...3, seed: 12),
      GapScene.figure(radius: 1.2...1.8, seed: 13), GapScene.mosaic(radius: 2.6...4, seed: 14),
    ].enumerated().map { index, scene in
      let (open, cuts) = scene.cut(gap: Double(gap), count: 45, seed: UInt64(20 + index))
      return Case(
        name: "\(scene.name)\(index)-\(style.rawValue)-\(gap)", truth: try truth(of: scene),
        image: style.draw(open.strokes, width: scene.width, height: scene.height, seed: 5),
        cuts: cuts)
    }
  }

  private func mouthCases(_ style: DrawnStyle, _ gap: Int) throws -> [Case] {
    try [1.0...1.6, 2.0...3.5].enumerated().map { index, radius in
      let (scene, caps) = GapScene.mouths(Double(gap), radius: radius, seed: UInt64(30 + index))
      return Case(
        name: "\(scene.name)\(index)-\(style.rawValue)-\(gap)", truth: try truth(of: scene),
        image: style.draw(
          scene.strokes.dropLast(caps), width: scene.width, height: scene.height, seed: 5),
        cuts: caps)
    }
  }

  /// The regions of the closed drawing, cleanly drawn.
  private func truth(of scene: GapScene) throws -> RegionMap {
    let image = DrawnStyle.clean.draw(
      scene.strokes, width: scene.width, height: scene.height, seed: 5)
    return try RegionMap(try LineArt(image, work: work), gap: 0, work: work)
  }
}

extension [DrawnStroke] {
  fileprivate func dropLast(_ count: Int) -> [DrawnStroke] { Array(prefix(self.count - count)) }
}

extension GapBenchmark {
  fileprivate static func header(_ table: String) -> String {
    """

    \(table == "gaps" ? "Gaps inside strokes, tapered, at T-junctions and corners" : "Open mouths (U-shapes)")
                        left open      nurie                          gmic, limits swept
    style     px  cuts  regions        regions   area  labels/region  regions   area  labels/region
    """
  }
}

extension GapBenchmark.Row {
  fileprivate var line: String {
    func percent(_ share: Double) -> String { pad(String(format: "%.1f %%", share * 100), 7) }
    func pad(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func columns(_ score: GapScore) -> String {
      "\(percent(score.share)) \(percent(score.areaShare))  \(String(format: "%.2f", score.labelsPerRegion))        "
    }
    return style.padding(toLength: 9, withPad: " ", startingAt: 0)
      + pad("\(gap)", 3) + pad("\(cuts)", 6) + "  " + percent(uncut.share) + "       "
      + columns(nurie) + "  " + (gmic.map(columns) ?? "")
  }
}

extension RegionMap {
  /// The regions in colours, background pale, under the drawing's lines: to look at.
  func picture(over drawing: Image) -> Image {
    Image(
      width: width, height: height,
      elements: zip(drawing.elements, labels.elements).map { pixel, label in
        let hash = UInt32(label) &* 2_654_435_761
        let channels = ([8, 16, 24] as [UInt32]).map { shift in
          let colour = self[label].isBackground ? 235 : 110 + (hash >> shift & 127)
          return UInt8(colour * UInt32(pixel.r) / 255)
        }
        return RGBA(channels[0], channels[1], channels[2])
      })
  }
}
