internal import Raster
internal import Tensors

extension Image {
  /// The picture on white, in the upper left corner, as networks are given it.
  ///
  /// - Returns: `[1, 3, H, W]`, 0…1, the sides the smallest multiples of `grain` that hold the picture.
  func onWhite(sidesMultiplesOf grain: Int) -> Tensor {
    let width = (self.width + grain - 1) / grain * grain
    let height = (self.height + grain - 1) / grain * grain
    var values = [Float](repeating: 1, count: 3 * width * height)
    let plane = width * height
    for y in 0..<self.height {
      for x in 0..<self.width {
        let pixel = elements[y * self.width + x]
        let opacity = Float(pixel.a) / 255
        let index = y * width + x
        for (channel, value) in [pixel.r, pixel.g, pixel.b].enumerated() {
          values[channel * plane + index] = 1 - opacity * (1 - Float(value) / 255)
        }
      }
    }
    return Tensor(values, [1, 3, height, width])
  }
}
