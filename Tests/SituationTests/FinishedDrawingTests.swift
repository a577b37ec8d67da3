import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

/// A finished drawing is the reference of the next.
@Suite(.byEachEngine) struct FinishedDrawingTests {
  private func reference(_ result: ColoringResult) throws -> Reference {
    try Reference(
      result.image, dividedAs: FinishedDivision(of: result), work: Work(threads: 2))
  }

  @Test func itsRegionsAndPaintsAreThoseOfTheDrawing() throws {
    var settings = ColoringSettings()
    settings.shading = .reference
    let result = try Situation.sample(0, scale: 0.4).coloured(settings)
    let reference = try reference(result)
    #expect(reference.map.regions.count == result.map.regions.count)
    let pairs = Set(
      zip(reference.map.labels.elements, result.map.labels.elements).map { Point(Int($0), Int($1)) }
    )
    #expect(pairs.count == result.map.regions.count, "each pixel is of the same region")
    for region in result.map.regions {
      let label = reference.map.labels[region.inside]
      let paint = result.flats[region.label].entry.map { result.palette.entries[$0].base }
      #expect(reference.map[label].isBackground == (paint == nil))
      if let paint { #expect(reference.palette.entries[reference.entries[label]].base == paint) }
    }
  }

  /// Larger than it is read.
  @Test func ofALargeOneOnlySpecksAreLost() throws {
    var division = Plane<UInt16>(width: 3000, height: 40, repeating: 1)
    for y in 5..<35 { for x in 100..<2900 { division[x, y] = 2 } }
    division[1501, 21] = 3
    let image = division.map { $0 == 1 ? RGBA(0, 0, 0, 0) : RGBA(200, 60, 60) }
    let reference = try Reference(
      image,
      dividedAs: FinishedDivision(
        labels: division, paints: RegionTable([nil, RGBA(200, 60, 60), RGBA(1, 2, 3)])),
      work: Work(threads: 2))
    #expect(reference.map.regions.count >= 2)
    #expect(
      reference.palette.entries[reference.entries[reference.map.labels[500, 20]]].base
        == RGBA(200, 60, 60))
    #expect(reference.map[reference.map.labels[0, 0]].isBackground)
  }

  /// The same drawing again: what small regions or shadows would make a picture lose is all there.
  @Test(arguments: [0, 3]) func theNextFrameHasItsColours(number: Int) throws {
    var settings = ColoringSettings()
    settings.shading = .reference
    let situation = Situation.sample(number, scale: 0.5)
    let first = try situation.coloured(settings)
    func share(_ picture: ReferencePicture) throws -> Double {
      let next = try Situation.coloured(
        ColoringInputs(drawing: situation.line, references: [picture], settings: settings))
      let same = first.map.regions.filter { region in
        let (own, other) = (
          first.flats[region.label].entry, next.flats[next.map.labels[region.inside]].entry
        )
        return own.map { first.palette.entries[$0].base }
          == other.map { next.palette.entries[$0].base }
      }
      return Double(same.count) / Double(first.map.regions.count)
    }
    let divided = try share(.finished(first.image, FinishedDivision(of: first)))
    #expect(divided >= 0.95)
    #expect(try divided > share(.pixels(first.image)) + 0.1)
  }

  @Test func labelsWithoutPaintsAreRefused() {
    #expect(throws: BrokenDivision.self) {
      try FinishedDivision(
        labels: Plane(width: 2, height: 1, elements: [1, 2]), paints: RegionTable([nil]))
    }
    #expect(throws: BrokenDivision.self) {
      try FinishedDivision(
        labels: Plane(width: 2, height: 1, elements: [0, 1]), paints: RegionTable([nil]))
    }
  }
}
