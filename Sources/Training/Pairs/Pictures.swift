internal import Raster
internal import Tensors

/// Pictures of one size as `[N, 3, H, W]`, 0…1.
func tensor(_ pictures: [Image]) -> Tensor {
  let values = pictures.flatMap { picture in
    picture.channels.flatMap { $0.map { Float($0) / 255 } }
  }
  return Tensor(values, [pictures.count, 3, pictures[0].height, pictures[0].width])
}

extension Image {
  /// Red, green and blue, each `[H, W]`.
  var channels: [[UInt8]] { [elements.map(\.r), elements.map(\.g), elements.map(\.b)] }

  /// Puts a picture there, all of which lies within this one.
  mutating func put(_ picture: Image, x left: Int, y top: Int) {
    for y in 0..<picture.height {
      for x in 0..<picture.width { self[left + x, top + y] = picture[x, y] }
    }
  }
}
