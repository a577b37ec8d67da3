import Coloring
import Figures
import Foundation
import ImageFormats
import Raster
import Regions
import TestSupport
import Testing

@testable import Training

/// Data sets written sheet by sheet and read again; what nobody wrote is refused.
@Suite struct DataSetTests {
  private let folder = TemporaryFolder()

  private func wish(_ count: Int) -> DataSetDescription {
    DataSetDescription(
      size: 64, cut: .heads, artist: "A", permission: "all", lineWeights: "0", parts: .truth,
      generated: .init(generator: "0", seed: 3, count: count))
  }

  /// Triples of one colour, one grey and one part each.
  private func triples(_ numbers: Range<Int>) -> [Triple] {
    numbers.map { number in
      let value = UInt8(number % 250)
      return Triple(
        colour: Image(width: 64, height: 64, repeating: RGBA(value, 7, 255 - value)),
        line: Plane(width: 64, height: 64, repeating: value),
        parts: Plane(width: 64, height: 64, repeating: UInt8(number % 14)))
    }
  }

  private func made(_ count: Int) throws -> DataSetMaking {
    var making = try DataSetMaking(of: wish(count), in: folder.path, lines: try shippedLines())
    while !making.isFinished {
      var next = making.description
      let numbers = making.made..<min(count, making.made + 256)
      next.isFinished = numbers.upperBound == count
      try making.write(triples(numbers), next)
    }
    return making
  }

  private func shippedLines() throws -> LineExtractor {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try LineExtractor(network: root.path + "/weights/lines.safetensors")
  }

  @Test func whatIsWrittenIsRead() throws {
    let making = try made(300)
    try making.writeContact()
    let set = try DataSet(folder: folder.path)
    #expect(set.count == 300)
    for index in [0, 17, 255, 256, 299] {
      let value = UInt8(index % 250)
      let colour = try set.colour(index)
      #expect(colour.count == 3 * 64 * 64)
      #expect(colour[0] == value && colour[64 * 64] == 7 && colour.last == 255 - value)
      #expect(try set.line(index).allSatisfy { $0 == value })
      #expect(try set.parts(index).allSatisfy { $0 == UInt8(index % 14) }, "\(index)")
    }
    #expect(set.statement["data.permission"] == "all")
    #expect(folder.names.contains("contact.png") && folder.names.contains("colour-0001.png"))
  }

  @Test func anOrderHoldsAllAndFollowsFromItsSeed() throws {
    _ = try made(20)
    let set = try DataSet(folder: folder.path)
    let order = set.order(seed: 5, epoch: 1)
    #expect(order.sorted() == Array(0..<20))
    #expect(order == set.order(seed: 5, epoch: 1))
    #expect(order != set.order(seed: 5, epoch: 2))
  }

  @Test func aBrokenOffOneGoesOnAndAnotherWishIsRefused() throws {
    var making = try DataSetMaking(of: wish(300), in: folder.path, lines: try shippedLines())
    try making.write(triples(0..<256), making.description)
    #expect(throws: DataSetError(.unfinished(made: 256), path: folder.path)) {
      try DataSet(folder: folder.path)
    }
    let again = try DataSetMaking(of: wish(300), in: folder.path, lines: making.lines)
    #expect(again.made == 256)
    #expect(throws: DataSetError(.other, path: folder.path)) {
      try DataSetMaking(of: wish(301), in: folder.path, lines: making.lines)
    }
  }

  @Test func aFileThatIsNoSheetIsNeverReplaced() throws {
    let drawing = Image(width: 9, height: 9, repeating: RGBA(1, 2, 3))
    try PNG.write(drawing, to: folder / "line-0000.png")
    #expect(throws: DataSetError(.occupied, path: folder / "line-0000.png")) { try made(20) }
    #expect(try ImageFile.read(folder / "line-0000.png").pixels == drawing)
  }

  @Test(arguments: [
    ("\"size\" : 64", "\"size\" : 65"), ("\"size\" : 64", "\"size\" : -9223372036854775808"),
    ("\"made\" : 20", "\"made\" : 1000000000000"), ("\"made\" : 20", "\"made\" : -1"),
    ("\"isFinished\" : true", "\"isFinished\" : false"),
    ("\"count\" : 20", "\"count\" : 21"), ("\"cut\" : \"heads\"", "\"cut\" : \"/etc\""),
    ("{", "["), ("\"generated\"", "\"nothing\""), ("\"size\" : 64", "\"size\" : 1e400"),
  ])
  func aDescriptionThatContradictsItselfIsRefused(_ old: String, _ new: String) throws {
    _ = try made(20)
    let path = folder / "dataset.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let broken = text.replacingOccurrences(of: old, with: new)
    #expect(broken != text)
    try broken.write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: DataSetError.self) { try DataSet(folder: folder.path) }
    guard case .malformed = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aSheetOfAnotherSizeOrOtherColoursIsRefused() throws {
    _ = try made(20)
    try PNG.write(
      Image(width: 1024, height: 128, repeating: RGBA(1, 2, 3)), to: folder / "parts-0000.png")
    try PNG.write(Image(width: 64, height: 64, repeating: .white), to: folder / "line-0000.png")
    try Data([1, 2, 3]).write(to: URL(filePath: folder / "colour-0000.png"))
    let set = try DataSet(folder: folder.path)
    for (name, read) in [
      ("parts", set.parts), ("line", set.line), ("colour", set.colour),
    ] {
      #expect(throws: DataSetError(.damagedSheet, path: folder / "\(name)-0000.png")) {
        try read(3)
      }
    }
  }

  @Test func reducedPartsAreThoseOfMostPixels() {
    let parts: [UInt8] = [1, 1, 0, 4, 1, 2, 4, 0, 3, 3, 3, 3, 3, 3, 3, 3]
    let triple = Triple(
      colour: Image(width: 4, height: 4, repeating: RGBA(10, 20, 30)),
      line: Plane(width: 4, height: 4, elements: (0..<16).map { UInt8($0 * 10) }),
      parts: Plane(width: 4, height: 4, elements: parts)
    ).reduced(to: 2)
    #expect(triple.parts.elements == [1, 4, 3, 3])
    #expect(triple.line.elements == [25, 45, 105, 125])
    #expect(triple.colour[1, 1] == RGBA(10, 20, 30))
  }

  @Test func aCopyIsLikeItsOriginalAndAnotherHeadIsNot() {
    func glance(_ seed: UInt64, brighter: UInt8 = 0) -> Glance {
      let colour = FigurePortrait(seed: seed, of: .heads, side: 64).colour
      return Glance(
        colour.channels.flatMap(\.self).map { min(255, $0 &+ min(brighter, 255 - $0)) }, size: 64)
    }
    #expect(glance(1).isLike(glance(1, brighter: 4)))
    #expect(!glance(1).isLike(glance(2)))
  }
}
