import Raster
import Regions

/// What libFuzzer calls with each input, taken as a small drawing: any pixels must give line art and
/// regions or an error, the same on one thread and on three.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard count > 2 else { return 0 }
  let width = 1 + Int(bytes[0] % 64)
  let height = (count - 2) / width
  guard height >= 1 else { return 0 }
  let image = Image(
    width: width, height: height, elements: bytes[2..<2 + width * height].map(color))
  let gap = Double(bytes[1] % 16)
  let one = regions(of: image, gap: gap, work: Work(threads: 1))
  let three = regions(of: image, gap: gap, work: Work(threads: 3))
  precondition(one?.labels == three?.labels, "the regions depend on the threads")
  return 0
}

private func regions(of image: Image, gap: Double, work: Work) -> RegionMap? {
  // A drawing without a line is an error like any other here.
  guard let lineArt = try? LineArt(image, work: work),
    let map = try? RegionMap(lineArt, gap: gap, work: work)
  else { return nil }
  for label in map.labels.elements { precondition(Int(label) <= map.regions.count) }
  for region in map.regions {
    precondition(map.labels[region.inside] == region.label, "an inside point lies outside")
    precondition(map.resolve(map.name(of: region.label)) == region.label, "a name is lost")
    precondition(!map.outline(of: region.label).isEmpty, "a region without an outline")
  }
  _ = try? RegionGraph(map: map, lineArt: lineArt, work: work)
  return map
}

/// Half of the bytes are greys, the others colours of two bits a channel, some of them clear.
private func color(_ byte: UInt8) -> RGBA {
  if byte < 128 { return RGBA(byte * 2, byte * 2, byte * 2) }
  return RGBA((byte >> 4 & 3) * 85, (byte >> 2 & 3) * 85, (byte & 3) * 85, byte & 64 == 0 ? 255 : 0)
}
