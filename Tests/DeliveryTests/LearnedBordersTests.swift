import Coloring
import Foundation
import ImageFormats
import Raster
import Regions
import Testing

@testable import Delivery

@Suite("Borders that nobody drew")
struct LearnedBordersTests {
  private let samples =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/samples"
  private let work = Work(threads: 2)

  private func picture(_ name: String) throws -> Image {
    try ImageFile.read("\(samples)/\(name)", work: work).pixels
  }

  private func coloured(
    _ drawing: Image, _ change: (inout ColoringSettings) -> Void = { _ in }
  ) throws -> RegionMap {
    var inputs = ColoringInputs(
      drawing: drawing, references: [try picture("yuki/reference.png")])
    change(&inputs.settings)
    return try ColouredDrawing(
      inputs, resolution: nil, engines: .shipped, cache: MemoryCache(), work: work
    ).result.map
  }

  /// Whether each pixel lies within some pixels of one, in steps along rows and columns.
  private func near(_ pixels: Plane<Bool>, _ reach: Int) -> Plane<Bool> {
    var near = pixels
    for _ in 0..<reach {
      let before = near
      for y in 1..<near.height - 1 {
        for x in 1..<near.width - 1 where !near[x, y] {
          near[x, y] =
            before[x - 1, y] || before[x + 1, y] || before[x, y - 1] || before[x, y + 1]
        }
      }
    }
    return near
  }

  /// The share of the pixels of two parts that lie in regions most of which is the same part.
  private func purity(_ map: RegionMap, _ first: Plane<Bool>, _ second: Plane<Bool>) -> Double {
    var counts = [SIMD2<Int>](repeating: .zero, count: map.regions.count + 1)
    for (index, label) in map.labels.elements.enumerated() {
      if first.elements[index] { counts[Int(label)].x += 1 }
      if second.elements[index] { counts[Int(label)].y += 1 }
    }
    let pure = counts.reduce(0) { $0 + max($1.x, $1.y) }
    return Double(pure) / Double(counts.reduce(0) { $0 + $1.x + $1.y })
  }

  @Test(
    "Hair and skin are apart where the line between them is gone, unless lines alone are wished for"
  )
  func hairAndSkin() throws {
    let parts = try picture("yuki/stroll/parts.png")
    func shown(_ part: String) -> Plane<Bool> {
      let colour = RGBA(hex: Part.standard.first { $0.id == part }!.hex)
      return parts.map { $0 == colour }
    }
    let (hair, skin) = (shown("hair"), shown("skin"))
    let (aroundHair, aroundSkin) = (near(hair, 8), near(skin, 8))
    var drawing = try picture("yuki/stroll/line.png")
    let paper = drawing[2, 2]
    for index in drawing.elements.indices
    where aroundHair.elements[index] && aroundSkin.elements[index] {
      drawing.elements[index] = paper
    }
    let drawn = try coloured(drawing) { $0.borders = .drawn }
    #expect(drawn.learned.isEmpty)
    let learned = try coloured(drawing)
    #expect(!learned.learned.isEmpty && Set(learned.learned).isSubset(of: learned.closings))
    #expect(purity(learned, hair, skin) > purity(drawn, hair, skin) + 0.08)
    #expect(try coloured(drawing) { $0.matcher = .classical }.learned.isEmpty)
  }

  @Test("A clean drawing has hardly any")
  func clean() throws {
    let line = try picture("yuki/stroll/line.png")
    let drawn = try coloured(line) { $0.borders = .drawn }
    #expect(try coloured(line).regions.count <= drawn.regions.count + 6)
  }
}
