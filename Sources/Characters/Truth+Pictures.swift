public import Raster
import Regions

extension Truth {
  /// Each pixel in the fixed colour of its part.
  public var partsPicture: Image {
    let colours = Dictionary(
      uniqueKeysWithValues: Part.standard.map { part -> (String, RGBA) in
        (part.id, RGBA(hex: UInt32(part.hex.dropFirst(), radix: 16) ?? 0))
      })
    let ofRegion = RegionTable(
      regions.map { region -> RGBA in
        guard let colour = colours[region.part] else {
          preconditionFailure("\(region.swatch) belongs to no standard part: \(region.part)")
        }
        return colour
      })
    return labels.map { ofRegion[$0] }
  }

  /// The ideal lines: black ink, red and blue trace lines, white paper.
  public var linePicture: Image {
    let colours = [RGBA.white, .black, RGBA(255, 0, 0), RGBA(0, 0, 255)]
    return lines.map { colours[Int($0)] }
  }
}
