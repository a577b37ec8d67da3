import Raster
import Regions
import Testing

@testable import Coloring

private let figure = Letters.stack

@Suite("What features say of a region as a whole")
struct RegionFeaturesTests {
  /// Two channels that all letters share, then the parts: a letter shows that which it is given for sure, all others
  /// any.
  private func whole(_ parts: [Character: String]) -> RegionFeatures {
    let map = figure.map
    let count = Part.standard.count
    let values = map.labels.elements.flatMap { label -> [Float] in
      let shown = parts[figure.letter[label]!].flatMap { id in
        Part.standard.firstIndex { $0.id == id }
      }
      let roots = (0..<count).map { part -> Float in
        shown.map { $0 == part ? 1 : 0 } ?? (1 / Float(count)).squareRoot()
      }
      return [0.6, 0.8] + roots
    }
    return RegionFeatures(
      Features(
        grids: [Features.Grid(left: 0, top: 0, width: map.width, height: map.height, cell: 1)],
        channels: 2 + count, parts: count, values: values), of: map)
  }

  private func kinship(_ a: Character, _ b: Character, _ features: RegionFeatures) -> Double {
    features.kinship(of: figure.label[a]!, to: figure.label[b]!, in: features)
  }

  @Test("Regions of one part are kin, those of others are not, whatever else they look like")
  func kin() {
    let features = whole(["a": "hair", "b": "skin", "c": "hair"])
    #expect(abs(kinship("a", "c", features) - 1) < 1e-4)
    #expect(kinship("a", "b", features) < 0.03)
    #expect(kinship("a", ".", features) > kinship("a", "b", features))
  }

  @Test("A part is told where it is likely, and colours tell what lines leave open")
  func parts() {
    let (lines, colours) = (whole(["a": "hair"]), whole(["a": "skin", "b": "skin"]))
    func part(_ letter: Character, _ seen: [RegionFeatures]) -> String? {
      PartChances.likeliest(of: seen.map { $0.partChances(of: figure.label[letter]!) })?.part
    }
    #expect(part("a", [lines]) == "hair")
    #expect(part("b", [lines]) == nil)
    #expect(part("b", [lines, colours]) == "skin")
    #expect(
      PartChances.likeliest(of: [.none, lines.partChances(of: figure.label["a"]!)])?.part == "hair")
    #expect(PartChances.likeliest(of: [.none])?.part == nil)
  }
}
