import Characters
import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// The side of a trace line that it is painted with.
@Suite(.byEachEngine) struct TraceSideTests {
  @Test func aTraceLineLiesInTheShadow() throws {
    let inputs = ColoringInputs(
      drawing: SmallPictures.traced, references: [SmallPictures.reference])
    let map = try Situation.coloured(inputs).map
    let shadow = map.labels[SmallPictures.shadow]
    #expect(shadow != map.labels[SmallPictures.body])
    #expect((54..<60).allSatisfy { map.labels[$0, 50] == shadow })
  }

  @Test func aHighlightsLineLiesInTheLight() throws {
    let blue = SmallPictures.traced.map { pixel in
      pixel.r > pixel.b ? RGBA(30, 60, 230) : pixel
    }
    let inputs = ColoringInputs(drawing: blue, references: [SmallPictures.reference])
    let map = try Situation.coloured(inputs).map
    let base = map.labels[SmallPictures.body]
    #expect(base != map.labels[SmallPictures.shadow])
    #expect((54..<60).allSatisfy { map.labels[$0, 50] == base })
  }
}
