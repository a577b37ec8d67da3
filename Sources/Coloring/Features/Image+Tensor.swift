internal import Raster
internal import Tensors

extension Image {
  /// The picture on white, in the upper left corner, as networks are given it: `[1, 3, height, width]`, 0…1.
  ///
  /// - Parameters: `width` and `height` are no smaller than its own.
  func onWhite(width: Int, height: Int) -> Tensor {
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
