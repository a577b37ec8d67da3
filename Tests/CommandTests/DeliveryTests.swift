import Coloring
import Foundation
import ImageFormats
import Projects
import Raster
import TestSupport
import Testing

@testable import Studio

/// `colorize`, `export`, a render and the studio's export of one drawing with the same settings.
@Suite struct DeliveryTests {
  private let folder: TemporaryFolder
  private let settings =
    "--gap auto --trace-lines fill --lines keep --shading reference --background white"

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.line, to: "walk.png", resolution: Resolution(dotsPerInch: 600))
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func run(_ arguments: String...) throws {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    try readBytes(folder / file, limit: 1 << 24)
  }

  /// Has the studio open the project, colour the drawing and export it to these files.
  private func export(to files: [String]) async throws {
    let project = try Project(opening: folder / "hana.nurie")
    let order = try #require(AnalysisOrder("walk", in: project.history.state))
    let (actions, continuation) = AsyncStream.makeStream(of: Action.self)
    let runner = EffectRunner(
      project: project, folders: UserFolders { _ in nil }, threads: 2
    ) { continuation.yield($0) }
    defer {
      #expect(runner.finish(remembering: Preferences()) == nil)
      project.writer?.lock.release()
    }
    runner.run(.analyse(order))
    var waiting = Set(files)
    for await action in actions {
      switch action {
      case .analysed(let analysis):
        for file in files {
          let order = FileOrder.result(analysis.coloured, background: .colour(.white))
          runner.run(.write(order, path: folder / file, replacing: false))
        }
      case .written(let file, .exportResult):
        waiting.remove(URL(filePath: file).lastPathComponent)
        if waiting.isEmpty { return }
      case .analysisFailed(_, let reason), .exchangeFailed(let reason, _):
        Issue.record("\(reason.english)")
        return
      default: break
      }
    }
  }

  @Test(arguments: LayeredFormat.all)
  func allWaysDeliverTheSameBytes(_ format: LayeredFormat) async throws {
    let layers = "walk.\(format.ending)"
    try run(
      "colorize", "walk.png", "--reference", "sheet.png", "--background", "white", "--output",
      "colorize.png", "--layers", layers)
    try run("new", "hana", "--lines", "walk.png", "--references", "sheet.png")
    try run(
      "export", "hana.nurie", "--output", "out", "--background", "white", "--layers", format.ending)
    try run("render", "hana.nurie", "walk", "--background", "white", "--layers", format.ending)
    try run("wait", "hana.nurie")
    try await export(to: ["studio.png", "studio.\(format.ending)"])

    let picture = try bytes("colorize.png")
    let rendered = "hana.nurie/renders/1/result/result"
    for file in ["out/walk.png", "\(rendered).png", "studio.png"] {
      #expect(try bytes(file) == picture, "\(file)")
    }
    for file in ["out/\(layers)", "\(rendered).\(format.ending)", "studio.\(format.ending)"] {
      #expect(try bytes(file) == bytes(layers), "\(file)")
    }
    let chunks = chunks(of: picture)
    #expect(chunks["pHYs"] == [[0, 0, 0x5c, 0x46, 0, 0, 0x5c, 0x46, 1]])
    #expect(
      chunks["tEXt"]?.map { String(decoding: $0, as: UTF8.self) }
        == ["Software\0nurie \(try version)", "Settings\0\(settings)"])
    #expect(Set(chunks.keys) == ["IHDR", "sRGB", "pHYs", "tEXt", "IDAT", "IEND"])
  }

  /// 16.16 fixed point an inch, where `PSD` puts it: after the header, no palette, and the resource's own head.
  @Test func aPhotoshopFileHasTheDrawingsResolution() async throws {
    try run("colorize", "walk.png", "--reference", "sheet.png", "--layers", "walk.psd")
    let fixed = try bytes("walk.psd")[46..<50].reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(Double(fixed) / 65_536 - 600) < 0.01)
  }

  private var version: String {
    get throws {
      try Program.run(["--version"], in: folder).output.trimmingCharacters(in: .newlines)
    }
  }

  /// The contents of a PNG's chunks, by their names.
  private func chunks(of png: [UInt8]) -> [String: [[UInt8]]] {
    var chunks: [String: [[UInt8]]] = [:]
    var start = 8
    while start + 12 <= png.count {
      let size = png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: png[start + 4..<start + 8], as: UTF8.self)
      chunks[name, default: []].append(Array(png[start + 8..<start + 8 + size]))
      start += size + 12
    }
    return chunks
  }
}
