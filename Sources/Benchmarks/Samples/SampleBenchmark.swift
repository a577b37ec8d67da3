import Coloring
import Foundation
import ImageFormats
import Raster
import Regions

/// The whole way from line drawing to colours on the repository's samples, whose truth is known:
///
///     benchmarks samples [FOLDER] [--json] [--mistakes] [--pictures FOLDER]
///
/// Run where `samples` is, or with its path. Settings are the defaults. `--mistakes` lists every region with another
/// paint than its own, with a star where the matcher is not to blame; `--pictures` keeps the coloured drawings, and what was read from the
/// references.
struct SampleBenchmark {
  struct Report: Codable {
    var drawings: [PageScore] = []
    var references: [ReferenceScore] = []
  }

  var arguments: [String]
  private var isJSON: Bool { arguments.contains("--json") }
  private let work = Work(threads: 2)
  private static let quality = 75

  func run() throws {
    let folder = arguments.first.flatMap { $0.hasPrefix("--") ? nil : $0 } ?? "samples"
    var report = Report()
    for character in try Self.folders(in: folder) {
      let path = "\(folder)/\(character)"
      let reference = try ImageFile.read("\(path)/reference.png", work: work).pixels
      let referenceTruth = try SampleTruth("\(path)/reference-")
      report.references.append(try read(reference, of: character, truth: referenceTruth))
      let palette = try Palette(
        gpl: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/palette.gpl"))))
      // Each drawing is coloured twice; the second time only from its matches on.
      let cache = MemoryCache(stages: [.lineArt, .regions, .reference], capacity: 3)
      for page in try Self.folders(in: path) {
        report.drawings.append(
          try color(
            "\(character)/\(page)", path: "\(path)/\(page)", reference: reference,
            referenceTruth: referenceTruth, entries: TrueEntries(palette), cache: cache))
      }
    }
    if isJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      print(report.table(quality: Self.quality))
      if arguments.contains("--mistakes") { print(report.mistakes) }
    }
  }

  private func read(_ image: Image, of character: String, truth: SampleTruth) throws
    -> ReferenceScore
  {
    let reference = try Reference(image, work: work)
    try keep(reference.flats, as: "\(character)-reference")
    var score = ReferenceScore(
      reference: character, regions: truth.areas.count, found: reference.map.regions.count,
      entries: Set(truth.areas.map(\.entry)).count,
      foundEntries: reference.palette.entries.count)
    if Cjpeg.isInstalled {
      let jpeg = try Cjpeg.through(image, quality: Self.quality, work: work)
      score.foundInJPEG = try Reference(jpeg, work: work).map.regions.count
    }
    return score
  }

  private func keep(_ picture: Image, as name: String) throws {
    guard let folder = arguments.value(after: "--pictures") else { return }
    try PNG.write(picture, to: "\(folder)/\(name).png", overwriting: true)
  }

  private func color(
    _ name: String, path: String, reference: Image, referenceTruth: SampleTruth,
    entries: TrueEntries, cache: MemoryCache
  ) throws -> PageScore {
    let line = try ImageFile.read("\(path)/line.png", work: work).pixels
    let truth = try SampleTruth("\(path)/")
    var inputs = ColoringInputs(drawing: line, references: [reference])
    let result = try Coloring.run(inputs, cache: cache, work: work)
    inputs.corrections.pins = [Pin](
      result.map, truth: truth, reference: result.references[0].map,
      referenceTruth: referenceTruth)
    let pinned = try Coloring.run(inputs, cache: cache, work: work)
    try keep(result.image, as: name.replacingOccurrences(of: "/", with: "-"))
    let colours = try ImageFile.read("\(path)/truth.png", work: work).pixels
    let score = try Score(of: result.image, truth: colours, line: line, work: work)
    return PageScore(
      drawing: name, result: result, pinned: pinned.flats, truth: truth, entries: entries,
      acc10: score.acc10)
  }

  private static func folders(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }
}
