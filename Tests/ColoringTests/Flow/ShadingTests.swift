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
}
