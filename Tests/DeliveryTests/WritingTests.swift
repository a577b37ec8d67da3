import Coloring
import Foundation
import ImageFormats
import Raster
import Regions
import TestSupport
import Testing

@testable import Delivery

@Suite("Writing a coloured drawing")
struct WritingTests {
  private let folder = TemporaryFolder()
  private let work = Work(threads: 2)
  /// A box in ink, and the same in red.
  private let line = box(.white)
  private let sheet = box(RGBA(200, 40, 40))

  private static func box(_ colour: RGBA) -> Image {
    var image = Image(width: 60, height: 48, repeating: .white)
    for y in 10..<38 {
      for x in 12..<48 {
        let isInk = y < 14 || y >= 34 || x < 16 || x >= 44
        image[x, y] = isInk ? .black : colour
      }
    }
    return image
  }

  private func coloured(on background: ColoringSettings.Background) throws -> ColouredDrawing {
    var settings = ColoringSettings()
    settings.background = background
    return try ColouredDrawing(
      ColoringInputs(drawing: line, references: [sheet], settings: settings),
      resolution: Resolution(dotsPerInch: 300), engines: Engines(weights: nil),
      cache: MemoryCache(), work: work)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try readBytes(folder / name, limit: 1 << 24)
  }

  @Test("On another ground it is what the flow makes with that ground, texts too")
  func grounds() throws {
    let white = ColoringSettings.Background.colour(.white)
    for ending in [".png"] + LayeredFormat.all.map(\.suffix) {
      try coloured(on: white).write(
        to: DeliveredFiles(folder / "made\(ending)"), overwriting: false, work: work)
      try coloured(on: .none).write(
        to: DeliveredFiles(folder / "changed\(ending)"), on: white, overwriting: false, work: work)
      #expect(try bytes("made\(ending)") == bytes("changed\(ending)"), "\(ending)")
    }
  }

  @Test(
    "Layers, labels and picture are written where each is to go, and nothing is replaced unasked")
  func files() throws {
    let drawing = try coloured(on: .none)
    let files = DeliveredFiles(
      picture: folder / "a.png", layers: folder / "a.ora", labels: folder / "labels.png")
    try drawing.write(to: files, overwriting: false, work: work)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["a.ora", "a.png", "labels.png"])
    #expect(try ImageFile.read(folder / "a.png").pixels == drawing.result.image)
    #expect(try PNG.decodeGrey(bytes("labels.png")) == drawing.result.map.labels)
    for file in ["a.png", "labels.png"] {
      #expect(
        abs(try #require(try ImageFile.read(folder / file).resolution).dotsPerInch - 300) < 0.1)
    }
    let error = #expect(throws: ImageError.self) {
      try drawing.write(to: files, overwriting: false, work: work)
    }
    #expect(error == ImageError(.exists, file: folder / "a.ora"))
    try drawing.write(to: files, overwriting: true, work: work)
  }

  @Test("Settings are told as they would be typed")
  func typed() {
    var settings = ColoringSettings()
    #expect(
      settings.typed
        == "--gap auto --trace-lines fill --lines keep --shading reference --background none")
    settings.gap = 7.5
    settings.traceLines = .keep
    settings.lines = .tint
    settings.shading = .trace
    settings.background = .colour(RGBA(1, 2, 255))
    settings.aliased = true
    #expect(
      settings.typed
        == "--gap 7.5 --trace-lines keep --lines tint --shading trace --background #0102ff --aliased"
    )
    settings.background = .colour(.white)
    settings.borders = .drawn
    #expect(settings.typed.contains("--background white --borders drawn"))
  }
}
