import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

@Suite struct ShadingTests {
  /// Bilinear by the book, one pixel at a time; outside the nodes the nearest counts.
  private func naive(_ nodes: Plane<Float>, _ x: Float, _ y: Float) -> Float {
    let x = min(max(x, 0), Float(nodes.width - 1))
    let y = min(max(y, 0), Float(nodes.height - 1))
    var sum: Float = 0
    for j in 0..<nodes.height {
      for i in 0..<nodes.width {
        sum += nodes[i, j] * max(0, 1 - abs(x - Float(i))) * max(0, 1 - abs(y - Float(j)))
      }
    }
    return sum
  }

  @Test func rowsAgreeWithTheNaiveTwin() {
    let nodes = [
      Plane<Float>(width: 3, height: 2, elements: [0, 0.5, -1, 1, 0.25, -0.5]),
      Plane<Float>(width: 1, height: 4, elements: [1, 0, -1, 0.5]),
    ]
    var shading = Shading(regionCount: 3)
    shading.set(1, origin: (2, 3), cell: 4, amounts: nodes[0])
    shading.set(3, origin: (10, 0), cell: 2.5, amounts: nodes[1])
    let labels: [UInt16] = [1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 3, 3, 1, 1, 3]
    for y in 0..<12 {
      var amounts = [Float](repeating: 9, count: labels.count)
      var span = amounts.mutableSpan
      shading.fill(&span, y: y, labels: labels.span)
      for (x, label) in labels.enumerated() {
        let expected: Float =
          switch label {
          case 1: naive(nodes[0], Float(x - 2) / 4, Float(y - 3) / 4)
          case 3: naive(nodes[1], Float(x - 10) / 2.5, Float(y) / 2.5)
          default: 0
          }
        #expect(abs(amounts[x] - expected) < 1e-5, "at \(x), \(y)")
      }
    }
  }

  @Test func meansFillWhatIsEmptyFromWhatIsNear() {
    let sums = Plane<Float>(width: 5, height: 1, elements: [2, 0, 0, 0, -3])
    let weights = Plane<Float>(width: 5, height: 1, elements: [2, 0, 0, 0, 3])
    let means = filledMeans(sums: sums, weights: weights)
    #expect(means[0, 0] == 1)
    #expect(means[4, 0] == -1)
    #expect(means[1, 0] > means[3, 0])
    #expect(means.elements.allSatisfy { abs($0) <= 1 })
  }

  @Test func aConstantStaysConstant() {
    let weights = Plane<Float>(width: 7, height: 6, repeating: 0)
    var some = weights
    some[2, 3] = 4
    some[6, 5] = 0.5
    let means = filledMeans(sums: some.map { $0 * 0.25 }, weights: some)
    #expect(means.elements.allSatisfy { abs($0 - 0.25) < 1e-6 })
  }

  @Test func lightComesOverAtItsPlace() throws {
    // A plain square whose right half is in shadow, matched with itself.
    let rows = ["........"] + Array(repeating: ".bbbsss.", count: 6) + ["........"]
    let base = RGBA(200, 160, 120)
    let shadow = RGBA(140, 100, 80)
    let coloured = Image.letters(rows, scale: 10, ["b": base, "s": shadow])
    var labels = Plane<UInt16>(width: 80, height: 80, repeating: 1)
    for y in 10..<70 {
      for x in 10..<70 { labels[x, y] = 2 }
    }
    let reference = Reference(
      map: RegionMapOfSquares.map(labels),
      graph: .init(borders: [], regionCount: 2),
      palette: Palette(
        entries: [PaletteEntry(name: "cloth", base: base, shadow: shadow, highlight: base)]),
      entries: [0, 0], parts: [nil, nil], hasGround: true)
    let light = try ReferenceLight(reference, image: coloured, work: Work(threads: 1))
    let patch = try #require(light.patches[2])
    #expect(light.patches[1] == nil)
    #expect(abs(patch.amount(x: 25, y: 40)) < 0.05)
    #expect(patch.amount(x: 55, y: 40) < -0.95)
    #expect(patch.amount(x: 200, y: 40) < -0.95)
  }

  /// A square over a grid that is moved by `shift` pixels to the right.
  private func overlap(shift: Int) -> Double {
    var labels = Plane<UInt16>(width: 120, height: 80, repeating: 1)
    for y in 20..<60 {
      for x in 20..<60 { labels[x, y] = 2 }
    }
    let map = RegionMapOfSquares.map(labels)
    let nodes = Plane(
      width: 12, height: 8,
      elements: (0..<96).map {
        SIMD2(Float($0 % 12 * 10 + shift) + 4.5, Float($0 / 12 * 10) + 4.5)
      })
    return Alignment(nodes: nodes, cell: 10).overlap(of: map[2], in: map, with: map[2], in: map)
  }

  @Test func theOverlapIsWhatBothHaveInCommon() {
    #expect(overlap(shift: 0) > 0.95)
    #expect(abs(overlap(shift: 20) - 1.0 / 3) < 0.05)
    #expect(overlap(shift: 50) == 0)
  }

  @Test func tonesHaveHardEdges() {
    let amounts = Plane<Float>(width: 4, height: 1, elements: [0, 0, -1, -1])
    let labels = [UInt16](repeating: 1, count: 31)
    func row(isToned: Bool) -> [Float] {
      var shading = Shading(regionCount: 1)
      shading.set(
        1, origin: (0, 0), cell: 10, amounts: amounts,
        manner: Shading.Manner(strength: 0.8, isToned: isToned))
      var row = [Float](repeating: 9, count: labels.count)
      var span = row.mutableSpan
      shading.fill(&span, y: 0, labels: labels.span)
      return row
    }
    let between: (Float) -> Bool = { $0 < -0.01 && $0 > -0.79 }
    #expect(row(isToned: true).count(where: between) == 1)
    #expect(row(isToned: false).count(where: between) > 7)
    #expect(row(isToned: true).last == -0.8)
  }

  /// Cel paint has its tones and nothing in between; a soft brush has all that is between, over half of the cloth.
  @Test(arguments: [true, false]) func hardTonesAreToldFromSoft(_ isHard: Bool) throws {
    let base = RGBA(200, 160, 120)
    let shadow = RGBA(140, 100, 80)
    var image = Image(width: 80, height: 80, repeating: .white)
    var labels = Plane<UInt16>(width: 80, height: 80, repeating: 1)
    for y in 10..<70 {
      for x in 10..<70 {
        labels[x, y] = 2
        let share = isHard ? (x < 40 ? 0 : 1) : min(max(Double(x - 20) / 40, 0), 1)
        let mix = { (a: UInt8, b: UInt8) in UInt8(Double(a) + (Double(b) - Double(a)) * share) }
        image[x, y] = RGBA(
          mix(base.r, shadow.r), mix(base.g, shadow.g), mix(base.b, shadow.b))
      }
    }
    let reference = Reference(
      map: RegionMapOfSquares.map(labels), graph: .init(borders: [], regionCount: 2),
      palette: Palette(
        entries: [PaletteEntry(name: "cloth", base: base, shadow: shadow, highlight: base)]),
      entries: [0, 0], parts: [nil, nil], hasGround: true)
    let light = try ReferenceLight(reference, image: image, work: Work(threads: 1))
    #expect(try #require(light.patches[2]).isToned == isHard)
  }

  /// A drawing that says where its shadows lie is believed, whatever the reference's light does.
  @Test func traceLinesOfTheDrawingSayWhereItsShadowsLie() throws {
    var reference = SmallPictures.reference
    for y in 0..<reference.height {
      for x in 30..<48 where reference[x, y] == SmallPictures.coat {
        reference[x, y] = RGBA(28, 62, 112)
      }
    }
    let result = try Coloring.run(
      ColoringInputs(drawing: SmallPictures.traced, references: [reference]),
      cache: MemoryCache(), work: Work(threads: 1))
    let coat = result.map.labels[SmallPictures.body]
    let entry = result.palette.entries[try #require(result.flats[coat].entry)]
    #expect(result.image[SmallPictures.body] == entry.base)
    #expect(result.image[SmallPictures.shadow] == entry.shadow)
    #expect(entry.shadow != entry.base)
  }
}
