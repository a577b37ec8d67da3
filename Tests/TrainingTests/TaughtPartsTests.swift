import Figures
import Foundation
import Raster
import Regions
import Testing

@testable import Training

/// Parts that are learned from a few drawings on what the matcher sees.
@Suite struct TaughtPartsTests {
  private static let work = Work(threads: 2)
  private static let count = Part.standard.count
  private static let iris = UInt8(Part.standard.firstIndex { $0.id == "iris" }!)
  private static let hair = UInt8(Part.standard.firstIndex { $0.id == "hair" }!)

  private static func features() throws -> PlaceFeatures {
    try .matcher(
      URL(filePath: #filePath).appending(path: "../../../weights/matcher.safetensors")
        .standardized.path)
  }

  private static func head(_ seed: UInt64) -> LabelledDrawing {
    let portrait = FigurePortrait(seed: seed, of: .heads, side: 256)
    return LabelledDrawing(portrait.colour, isLineArt: false, parts: portrait.parts)
  }

  private static func overlap(_ part: UInt8, _ guess: Plane<UInt8>, _ truth: Plane<UInt8>)
    -> Double
  {
    let pairs = zip(guess.elements, truth.elements)
    let either = pairs.count { $0 == part || $1 == part }
    return Double(pairs.count { $0 == part && $1 == part }) / Double(max(1, either))
  }

  /// What no labelled drawing shows is told as well as before.
  @Test func partsThatNoDrawingShowsAreKept() throws {
    let given = Self.head(7_099_000)
    let blind = LabelledDrawing(
      given.picture, isLineArt: false,
      parts: given.parts.map { $0 == Self.iris ? LabelledDrawing.unknown : $0 })
    let features = try Self.features()
    let heldOut = (UInt64(0)..<4).map { Self.head(7_100_000 + $0) }
    func mean(_ known: [Int?]?) -> (iris: Double, hair: Double) {
      let taught = TaughtParts(
        from: [blind], parts: Self.count, known: known, on: features, seed: 1, work: Self.work)
      let guesses = heldOut.map {
        taught.parts(of: $0.picture, isLineArt: false, work: Self.work)
      }
      let pairs = zip(guesses, heldOut)
      return (
        pairs.map { Self.overlap(Self.iris, $0, $1.parts) }.reduce(0, +) / 4,
        pairs.map { Self.overlap(Self.hair, $0, $1.parts) }.reduce(0, +) / 4
      )
    }
    let known = mean(Array(Part.standard.indices))
    #expect(known.iris > 0.5 && known.hair > 0.6, "\(known)")
    let unknown = mean(nil)
    #expect(unknown.iris < 0.1 && unknown.hair < known.hair, "\(unknown)")
  }

  /// A part of the artist's own: the hair's lower half.
  @Test func aPartOfTheArtistsOwnIsLearnedBesideKnownOnes() throws {
    func labelled(_ seed: UInt64) -> LabelledDrawing {
      let head = Self.head(seed)
      var parts = head.parts
      for y in parts.height / 2..<parts.height {
        for x in 0..<parts.width where parts[x, y] == Self.hair { parts[x, y] = UInt8(Self.count) }
      }
      return LabelledDrawing(head.picture, isLineArt: false, parts: parts)
    }
    let taught = TaughtParts(
      from: (UInt64(0)..<5).map { labelled(7_099_000 + $0) }, parts: Self.count + 1,
      known: Array(Part.standard.indices) + [nil], on: try Self.features(), seed: 1,
      work: Self.work)
    let overlaps = (UInt64(0)..<4).map { index in
      let drawing = labelled(7_100_000 + index)
      return Self.overlap(
        UInt8(Self.count),
        taught.parts(of: drawing.picture, isLineArt: false, work: Self.work), drawing.parts)
    }
    #expect(overlaps.reduce(0, +) / 4 > 0.4, "\(overlaps)")
  }
}
