import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

@Suite struct LayerTests {
  private func run(
    _ drawing: Image = SmallPictures.traced, _ change: (inout ColoringSettings) -> Void
  ) throws -> ColoringResult {
    var inputs = ColoringInputs(drawing: drawing, references: [SmallPictures.reference])
    inputs.settings.shading = .trace
    change(&inputs.settings)
    return try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 2))
  }

  @Test func thePictureIsItsLayersComposed() throws {
    for lines in ColoringSettings.Lines.allCases {
      for traceLines in ColoringSettings.TraceLines.allCases {
        for shading in ColoringSettings.ShadingSource.allCases {
          for aliased in [false, true] {
            let result = try run { settings in
              settings.lines = lines
              settings.traceLines = traceLines
              settings.shading = shading
              settings.aliased = aliased
              settings.background = shading == .none ? .colour(.white) : .none
            }
            let layered = try result.layered(work: Work(threads: 1))
            #expect(try layered.composed(work: Work(threads: 1)) == result.image)
          }
        }
      }
    }
  }

  @Test func layersStandInTheirOrder() throws {
    let layered = try run {
      $0.background = .colour(.white)
      $0.traceLines = .keep
    }.layered(work: Work(threads: 1))
    let names = layered.nodes.map { node in
      switch node {
      case .layer(let layer, _): layer.name
      case .folder(let name, _, _): name
      }
    }
    #expect(names == ["background", "flats", "trace lines", "line art", "parts"])
    guard case .layer(let parts, _)? = layered.nodes.last else {
      Issue.record("the parts are one layer")
      return
    }
    #expect(!parts.isVisible)
  }

  /// What the artist calls a region, in the drawing or in the reference, is what its layers are called.
  @Test func layersAreNamedAfterParts() throws {
    func names(_ change: (inout ColoringInputs) -> Void) throws -> [String] {
      var inputs = ColoringInputs(
        drawing: SmallPictures.traced, references: [SmallPictures.reference])
      change(&inputs)
      let result = try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 1))
      return try flats(of: result).flatMap { flat, clipped in [flat.name] + clipped.map(\.name) }
    }
    let body = PartLabel(region: RegionName(inside: SmallPictures.body), part: "outer-cloth")
    let own = try names { $0.corrections.labels = [body] }
    #expect(own.contains("outer cloth") && own.contains("outer cloth shadows"), "\(own)")
    let theirs = try names { $0.referenceLabels = [[body]] }
    #expect(theirs == own)
    let unknown = try names { _ in }
    #expect(!unknown.contains { $0.hasPrefix("outer cloth") } && unknown.count == own.count)
  }

  @Test func shadingIsClippedToItsPart() throws {
    let result = try run { _ in }
    let flats = try flats(of: result)
    #expect(flats.contains { !$0.clipped.isEmpty })
    for (flat, clipped) in flats {
      for layer in clipped {
        #expect(layer.name == flat.name + (layer.blend == .multiply ? " shadows" : " highlights"))
        #expect(layer.origin.x >= flat.origin.x && layer.origin.y >= flat.origin.y)
        // What it paints is the part's already, so programs that do not clip show the same.
        for y in 0..<layer.pixels.height {
          for x in 0..<layer.pixels.width where layer.pixels[x, y].a > 0 {
            let place = (layer.origin.x + x - flat.origin.x, layer.origin.y + y - flat.origin.y)
            #expect(flat.pixels[place.0, place.1].a == 255)
          }
        }
      }
    }
  }

  @Test func aTraceAreaHasItsParentsPaintInShadow() throws {
    let result = try run { _ in }
    let entry = result.palette.entries[
      try #require(
        result.flats[result.map.labels[SmallPictures.body]].entry)]
    #expect(entry.base == SmallPictures.coat)
    #expect(result.image[SmallPictures.body] == entry.base)
    #expect(result.flats[result.map.labels[SmallPictures.shadow]].origin == .trace)
    let shadow = result.image[SmallPictures.shadow]
    for (channel, expected) in [
      (shadow.r, entry.shadow.r), (shadow.g, entry.shadow.g), (shadow.b, entry.shadow.b),
    ] {
      #expect(abs(Int(channel) - Int(expected)) <= 1)
    }
  }

  @Test func traceLinesTakeTheirNeighboursColourOrStay() throws {
    let line = Point(57, 50)
    let filled = try run { $0.shading = .none }
    #expect(filled.image[line] == SmallPictures.coat)
    let kept = try run {
      $0.shading = .none
      $0.traceLines = .keep
    }
    #expect(kept.image[line] != SmallPictures.coat)
  }

  @Test func inkKeepsItsColour() throws {
    let brown = RGBA(110, 70, 30)
    let drawing = SmallPictures.line.map { $0 == .black ? brown : $0 }
    let result = try run(drawing) {
      $0.shading = .none
      $0.background = .colour(.white)
    }
    // On the outer half of the line, over white.
    let line = result.image[19, 40]
    for (channel, expected) in [(line.r, brown.r), (line.g, brown.g), (line.b, brown.b)] {
      #expect(abs(Int(channel) - Int(expected)) <= 3, "\(line)")
    }
  }

  @Test func aTintedLineIsADarkerFill() throws {
    let ink = Point(45, 32)
    let kept = try run { _ in }.image[ink]
    let tinted = try run { $0.lines = .tint }.image[ink]
    #expect(kept == .black)
    #expect(tinted.r > tinted.b && tinted.r < 200)
  }

  @Test func aliasedWorkHasNoColoursInBetween() throws {
    let soft = SmallPictures.line.map { pixel in pixel == .black ? RGBA(60, 60, 60) : pixel }
    let result = try run(soft) {
      $0.aliased = true
      $0.shading = .reference
    }
    let entries = result.palette.entries.flatMap { [$0.base, $0.shadow, $0.highlight] }
    let allowed = Set(entries + [.black, .clear])
    #expect(Set(result.image.elements).isSubset(of: allowed))
  }

  @Test func layersAreCroppedToWhatTheyShow() throws {
    let result = try run { _ in }
    let flats = try flats(of: result)
    #expect(!flats.isEmpty)
    for (flat, clipped) in flats {
      for layer in [flat] + clipped {
        #expect(layer.pixels.contentBox == layer.pixels.bounds)
        #expect(layer.pixels.width < result.image.width)
      }
    }
  }

  /// What stands in the folder of flats, which is the lowest where there is no background.
  private func flats(of result: ColoringResult) throws -> [(flat: Layer, clipped: [Layer])] {
    let layered = try result.layered(work: Work(threads: 1))
    guard case .folder("flats", true, let children)? = layered.nodes.first else {
      Issue.record("the flats are the lowest")
      return []
    }
    return children.compactMap { node in
      guard case .layer(let flat, let clipped) = node else { return nil }
      return (flat, clipped)
    }
  }
}
