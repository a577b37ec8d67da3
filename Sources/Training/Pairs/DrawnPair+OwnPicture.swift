internal import Figures
internal import Networks
internal import Raster
internal import Tensors

extension DrawnPair {
  /// The stand-in for a part that nobody knows.
  static let unknownPart: UInt8 = .max

  /// An artist's own coloured picture as a pair with itself: its dark ridges are the line art, and a place of it is its own
  /// counterpart. The warps of a step make two views of that; parts and regions are not known.
  ///
  /// - Parameter side: the picture is fitted into a square of it, on white.
  /// - Throws: `Cancelled`.
  init(ownPicture picture: Image, side: Int, work: Work) throws(Cancelled) {
    let small = try picture.thumbnail(longest: side, work: work)
    let (left, top) = ((side - small.width) / 2, (side - small.height) / 2)
    var square = Image(width: side, height: side, repeating: .white)
    square.put(small.map(\.onWhite), x: left, y: top)
    let ridges = ColourInput.of(tensor([square])).values.suffix(side * side)
    let view = View(
      line: ridges.map { UInt8(255 * (1 - min(1, Self.ridgeStrength * $0))) },
      colour: square.channels,
      parts: [UInt8](repeating: Self.unknownPart, count: side * side),
      regions: [UInt16](repeating: 0, count: side * side),
      points: Self.grid(
        over: Box(x: left, y: top, width: small.width, height: small.height), side))
    self.side = side
    views = [view, view]
  }

  /// The factor that makes ink of a ridge's depth.
  private static let ridgeStrength: Float = 3

  /// Places all over the picture, by where they are in it. They all have one group, which says nothing.
  private static func grid(over box: Box, _ side: Int) -> [Place] {
    let step = max(1, side / 24)
    let unit = 2 / Float(side)
    var places: [Place] = []
    for y in Swift.stride(from: box.y, to: box.maxY, by: step) {
      let v: Float = unit * Float(y)
      for x in Swift.stride(from: box.x, to: box.maxX, by: step) {
        let u: Float = unit * Float(x)
        places.append(Place(x: Int32(x), y: Int32(y), group: nil, region: 0, u: u, v: v))
      }
    }
    return places
  }
}

extension RGBA {
  /// Over white paper.
  var onWhite: RGBA {
    let opacity = Int(a)
    func over(_ value: UInt8) -> UInt8 {
      let sum: Int = Int(value) * opacity + 255 * (255 - opacity)
      return UInt8((sum + 127) / 255)
    }
    return RGBA(over(r), over(g), over(b))
  }
}
