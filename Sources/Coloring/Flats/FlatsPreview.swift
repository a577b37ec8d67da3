internal import Raster
internal import Regions

/// The flats under the ink at any smaller size: one pixel looked up for each asked for.
struct FlatsPreview: Sendable {
  let lineArt: LineArt
  let map: RegionMap
  let flats: Flats

  func image(longestSide: Int) -> Image {
    precondition(longestSide >= 1, "a preview of \(longestSide) pixels")
    let scale = max(1, Double(max(map.width, map.height)) / Double(longestSide))
    let width = max(1, Int(Double(map.width) / scale))
    let height = max(1, Int(Double(map.height) / scale))
    var image = Image(width: width, height: height, repeating: .white)
    for y in 0..<height {
      let row = min(map.height - 1, Int((Double(y) + 0.5) * scale)) * map.width
      for x in 0..<width {
        let index = row + min(map.width - 1, Int((Double(x) + 0.5) * scale))
        let entry = flats[map.labels.elements[index]].entry
        let base = entry.map { flats.palette.entries[$0].base } ?? .white
        let light = 255 - Int(lineArt.darkness.elements[index])
        func inked(_ channel: UInt8) -> UInt8 { UInt8(Int(channel) * light / 255) }
        image.elements[y * width + x] = RGBA(inked(base.r), inked(base.g), inked(base.b))
      }
    }
    return image
  }
}
