import Raster

/// A picture as PNG stores it.
enum PNGContent {
  case colors(Image, isOpaque: Bool)
  case indices(Plane<UInt8>, palette: [RGBA])
  case grey(Plane<UInt8>)
  case labels(Plane<UInt16>)

  init(_ image: Image, indexed: Bool) {
    if indexed, let index = ColorIndex(image) {
      self = .indices(index.indices(of: image), palette: index.colors)
    } else {
      self = .colors(image, isOpaque: image.elements.allSatisfy { $0.a == 255 })
    }
  }

  var width: Int {
    switch self {
    case .colors(let image, _): image.width
    case .indices(let values, _), .grey(let values): values.width
    case .labels(let values): values.width
    }
  }

  var height: Int {
    switch self {
    case .colors(let image, _): image.height
    case .indices(let values, _), .grey(let values): values.height
    case .labels(let values): values.height
    }
  }
}
