internal import Raster
internal import Tensors

/// Pictures of one size as `[N, 3, H, W]`, 0…1.
func tensor(_ pictures: [Image]) -> Tensor {
  let values = pictures.flatMap { picture in
    [\RGBA.r, \.g, \.b].flatMap { channel in
      picture.elements.map { Float($0[keyPath: channel]) / 255 }
    }
  }
  return Tensor(values, [pictures.count, 3, pictures[0].height, pictures[0].width])
}

extension Image {
  /// Puts a picture there, all of which lies within this one.
  mutating func put(_ picture: Image, x left: Int, y top: Int) {
    for y in 0..<picture.height {
      for x in 0..<picture.width { self[left + x, top + y] = picture[x, y] }
    }
  }
}
