import Raster
import TestSupport

extension SeededNumbers {
  mutating func pixel(opaque: Bool) -> RGBA {
    let bits = next()
    return RGBA(
      UInt8(bits & 255), UInt8(bits >> 8 & 255), UInt8(bits >> 16 & 255),
      opaque ? 255 : UInt8(bits >> 24 & 255))
  }
}
