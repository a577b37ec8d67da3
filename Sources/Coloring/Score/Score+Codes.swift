import Raster

// Pictures brought to the form in which they are scored, to the same codes as Pillow's.

extension Image {
  /// Rec. 601 luma, rounded; alpha is left out.
  var grey: Plane<UInt8> {
    map { color in
      let weighted = 19_595 * UInt32(color.r) + 38_470 * UInt32(color.g) + 7471 * UInt32(color.b)
      return UInt8((weighted + 0x8000) >> 16)
    }
  }

  /// The picture on white paper, opaque.
  var overWhite: Image {
    map { color in
      if color.a == 255 { return color }
      let share = UInt32(color.a) * 128
      func mixed(_ code: UInt8) -> UInt8 {
        let sum = UInt32(code) * share + 255 * (255 * 128 - share) + 0x80 << 7
        return UInt8(((sum >> 8 + sum) >> 8) >> 7)
      }
      return RGBA(mixed(color.r), mixed(color.g), mixed(color.b))
    }
  }

  /// An opaque picture in another size, by Lanczos on its codes.
  func onCodes(width: Int, height: Int) -> Image {
    if width == self.width && height == self.height { return self }
    let channels = [map(\.r), map(\.g), map(\.b)].map {
      $0.lanczosOnCodes(width: width, height: height).elements
    }
    return Image(
      width: width, height: height,
      elements: (0..<width * height).map {
        RGBA(channels[0][$0], channels[1][$0], channels[2][$0])
      })
  }
}
