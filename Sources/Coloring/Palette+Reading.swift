import Raster
import Regions

extension Palette {
  /// The colours of a divided picture, one entry for regions an artist would call one colour.
  static func read(from image: Image, map: RegionMap) -> (palette: Palette, entries: [Int]) {
    var counts = [[UInt32: Int]](repeating: [:], count: map.regions.count)
    for index in image.elements.indices {
      let p = image.elements[index]
      let key = UInt32(p.r) << 16 | UInt32(p.g) << 8 | UInt32(p.b)
      counts[Int(map.labels.elements[index]) - 1][key, default: 0] += 1
    }
    var entries: [PaletteEntry] = []
    var shades: [Shade] = []
    var of = [Int](repeating: 0, count: map.regions.count)
    let order = map.regions.indices.sorted {
      (map.regions[$1].area, $0) < (map.regions[$0].area, $1)
    }
    for region in order {
      let mode = counts[region].max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
      let base = RGBA(UInt8(mode >> 16), UInt8(mode >> 8 & 255), UInt8(mode & 255))
      let shade = Shade(base)
      if let known = shades.firstIndex(where: { distance($0, shade) < 25 }) {
        of[region] = known
      } else {
        of[region] = entries.count
        shades.append(shade)
        entries.append(
          PaletteEntry(
            name: "colour \(entries.count + 1)", base: base, shadow: base, highlight: base))
      }
    }
    return (Palette(entries: entries), of)
  }
}
