import Coloring
import Projects
import Raster
import Regions
import TestSupport

/// Edits of every kind over a few pictures and few places, so that they meet.
struct RandomEdits {
  static let pictures = ["a", "b", "c", "sheet", "back"].map { name in
    Picture(
      id: PictureID(rawValue: name), kind: name.count == 1 ? .drawing : .reference, title: name,
      width: 96, height: 72)
  }

  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  mutating func next() -> Edit {
    let drawing = one(RandomEdits.pictures.filter { $0.kind == .drawing }).id
    let reference = one(RandomEdits.pictures.filter { $0.kind == .reference }).id
    switch Int.random(in: 0..<23, using: &random) {
    case 0, 1: return .add(RandomEdits.pictures.map(\.id).shuffled(using: &random))
    case 2: return .remove([one([drawing, reference])])
    case 3: return .rename(drawing, title: one(["泣き顔", "two\nlines", "\u{1b}[31m"]))
    case 4: return .assign([drawing], references: one([[reference], []]))
    case 5: return .gap(drawing, pixels: one([nil, 3.5, 12]))
    case 6: return .cut(drawing, Cut(points: [point(), point()]))
    case 7: return .join(drawing, [Join(region(), region())])
    case 8: return .close(drawing, [closing()])
    case 9: return .open(drawing, [closing()])
    case 10: return .label(one([drawing, reference]), regions(), part: one(["hair", "own", nil]))
    case 11: return .pin(drawing, region(), reference: reference, counterpart: region())
    case 12: return .unlink(drawing, regions())
    case 13: return .release(drawing, regions())
    case 14: return .colour(drawing, regions(), entry: one(["red", "blue", nil]))
    case 15: return one([.addEntry(entry("red")), .removeEntry("red")])
    case 16: return .accept(drawing, regions(), entry: one(["red", "blue", nil]))
    case 17:
      return one([.addPart(part("A")), .changePart("own", to: part("B")), .removePart("own")])
    case 18: return .replace(drawing, with: one(RandomEdits.pictures).id)
    case 19: return .settings(settings())
    case 20: return .traits(drawing, [RandomEdits.seen(region())])
    case 21: return .teach(one([nil, String(repeating: "a1", count: 16)]))
    default: return .changeEntry(one(["red", "blue"]), to: entry(one(["red", "blue", "green"])))
    }
  }

  /// A region as a network saw it: two numbers, and no part.
  static func seen(_ region: RegionName, network: String = "network") -> SeenRegion {
    SeenRegion(
      region: region, traits: RegionTraits(bytes: [127, 1] + [UInt8](repeating: 0, count: 14))!,
      network: network)
  }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values.randomElement(using: &random)!
  }

  private mutating func point() -> Point { Point(one([1, 20, 40]), one([5, 30])) }
  private mutating func region() -> RegionName { RegionName(inside: point()) }
  private mutating func regions() -> [RegionName] { (0..<one([1, 1, 3])).map { _ in region() } }
  private mutating func closing() -> Closing { Closing(from: point(), to: point()) }

  private mutating func settings() -> ProjectSettings {
    var settings = ProjectSettings()
    settings.gap = one([nil, 4])
    settings.shading = one([nil, .trace])
    settings.traceColours = one([nil, .blueShadow])
    settings.aliased = one([nil, true])
    settings.borders = one([nil, .drawn])
    return settings
  }

  private func part(_ letter: String) -> Part {
    Part(id: "own", name: "own \(letter)", japanese: "独自", letter: letter, hex: "#28f0f0")
  }

  private mutating func entry(_ name: String) -> PaletteEntry {
    PaletteEntry(
      name: name, part: one([nil, "hair"]),
      base: RGBA(UInt8.random(in: 0...255, using: &random), 40, 60))
  }
}
