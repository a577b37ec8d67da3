import Characters
import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// Lines on transparency, and pale ones on paper.
@Suite(.byEachEngine) struct LineLayerTests {
  @Test(arguments: [RGBA.white, RGBA(255, 205, 215), RGBA(210, 190, 240), RGBA(40, 90, 220)])
  func aLayersLinesKeepTheirColour(ink: RGBA) throws {
    var doll = Doll()
    doll.ink = ink
    var situation = Situation.doll()
    situation.line = doll.lines(on: .clear, fill: .clear)
    #expect(try situation.rightShare() > 0.95)
    let result = try situation.coloured()
    // The middle of the skirt's hem.
    #expect(result.image[100, 240] == ink)
    let layered = try result.layered(work: Work(threads: 1))
    let lines = layered.nodes.compactMap { node -> Layer? in
      if case .layer(let layer, _) = node, layer.name == "line art" { layer } else { nil }
    }
    #expect(lines.map(\.blend) == [.normal])
  }

  @Test func aSamplesLinesOnALayerKeepTheirColour() throws {
    let lilac = RGBA(210, 190, 240)
    var situation = Situation.sample(0)
    let share = try situation.rightShare()
    situation.line = situation.line.map { RGBA(lilac.r, lilac.g, lilac.b, 255 - $0.r) }
    #expect(try situation.rightShare() > 0.95 * share)
    let image = try situation.coloured().image
    #expect(image.elements.contains(lilac) && !image.elements.contains(.black))
  }

  @Test(arguments: [RGBA(255, 205, 215), RGBA(210, 190, 240), RGBA(200, 240, 215)])
  func aPastelSketchOnPaperIsALineDrawing(ink: RGBA) throws {
    var doll = Doll()
    doll.ink = ink
    var situation = Situation.doll()
    situation.line = doll.lines()
    #expect(try situation.rightShare() > 0.95)
  }
}
