import Coloring
import Foundation
import ImageFormats
import Raster
import Regions
import Testing

@testable import Delivery

@Suite("The parts that the network sees")
struct SeenPartsTests {
  private let samples =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/samples"
  private let work = Work(threads: 2)

  /// Thresholds lie a little below what is reached: they hold the ground that was won.
  @Test(
    "Nobody has labelled anything, and most of a figure's parts are told, few of them wrongly",
    arguments: [("hana/wave", 0.75, 0.85), ("kai/cheer", 0.5, 0.6), ("rowan/command", 0.4, 0.6)])
  func told(pose: String, least: Double, leastRight: Double) throws {
    let character = pose.split(separator: "/")[0]
    func picture(_ name: String) throws -> Image {
      try ImageFile.read("\(samples)/\(name)", work: work).pixels
    }
    let result = try ColouredDrawing(
      ColoringInputs(
        drawing: picture("\(pose)/line.png"), references: [picture("\(character)/reference.png")]),
      resolution: nil, engines: .shipped, cache: MemoryCache(), work: work
    ).result
    let truth = try picture("\(pose)/parts.png")
    var (figure, known, right) = (0, 0, 0)
    for (label, colour) in zip(result.map.labels.elements, truth.elements) {
      guard let shown = Part.standard.first(where: { RGBA(hex: $0.hex) == colour }),
        shown.id != "background"
      else { continue }
      figure += 1
      guard let part = result.parts[label], part.origin == .seen else { continue }
      known += 1
      right += part.part == shown.id ? 1 : 0
    }
    #expect(Double(known) > least * Double(figure))
    #expect(Double(right) > leastRight * Double(known))
  }
}
