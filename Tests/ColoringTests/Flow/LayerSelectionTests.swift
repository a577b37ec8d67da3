import Raster
import TestSupport
import Testing

@testable import Coloring

@Suite("Some layers of a coloured drawing")
struct LayerSelectionTests {
  private static let result: ColoringResult? = {
    var inputs = ColoringInputs(
      drawing: SmallPictures.traced, references: [SmallPictures.reference])
    inputs.settings.shading = .trace
    inputs.settings.traceLines = .keep
    return try? Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 2))
  }()
  private let work = Work(threads: 1)

  @Test("All of them are the picture that the flow makes, on whichever ground")
  func all() throws {
    let result = try #require(Self.result)
    #expect(try result.composed(of: .all, on: .none, work: work) == result.image)
    let white = try result.composed(of: .all, on: .colour(.white), work: work)
    #expect(white != result.image)
    #expect(try result.layered(on: .colour(.white), work: work).composed(work: work) == white)
  }

  @Test("What is left out is what its layers showed")
  func some() throws {
    let result = try #require(Self.result)
    let layered = try result.layered(on: .colour(.white), work: work)
    for raw in UInt8(0)..<32 {
      let chosen = LayerSelection(rawValue: raw)
      // Without flats their shading lies on white, which no layered picture holds.
      if !chosen.contains(.flats), !chosen.isDisjoint(with: [.shadows, .highlights]) { continue }
      let kept = layered.nodes.compactMap { node -> LayerNode? in
        switch node {
        case .layer(let layer, _):
          let isKept =
            layer.name == "background"
            ? chosen.contains(.background) : layer.isVisible && chosen.contains(.lines)
          return isKept ? node : nil
        case .folder(let name, let isVisible, let children):
          guard chosen.contains(.flats) else { return nil }
          let parts = children.map { child -> LayerNode in
            guard case .layer(let flat, let clipped) = child else { return child }
            return .layer(
              flat,
              clipped: clipped.filter {
                chosen.contains($0.blend == .multiply ? .shadows : .highlights)
              })
          }
          return .folder(name: name, isVisible: isVisible, children: parts)
        }
      }
      let expected = try LayeredImage(
        width: layered.width, height: layered.height, nodes: kept
      ).composed(work: work)
      #expect(
        try result.composed(of: chosen, on: .colour(.white), work: work) == expected, "\(raw)")
    }
  }

  @Test("Shading without flats lies on white, and nowhere else")
  func shadingAlone() throws {
    let result = try #require(Self.result)
    let shading = try result.composed(of: [.shadows, .highlights], on: .none, work: work)
    let flats = try result.composed(of: .flats, on: .none, work: work)
    for (shaded, flat) in zip(shading.elements, flats.elements) {
      #expect((shaded.a == 0) == (flat.a == 0))
    }
    #expect(shading.elements.contains { $0.a == 255 && $0 != .white })
  }
}
