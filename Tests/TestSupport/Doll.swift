public import Raster

/// A small doll of sixteen shapes, as line art and coloured: the figure of situations that artists have reported.
///
/// Its shapes lie in a box of 200 × 340 and cover one another in their order, as an animator would paint them.
public struct Doll: Sendable {
  public enum Shape: Sendable {
    /// By its box: left, top, right, bottom.
    case ellipse(Double, Double, Double, Double)
    case polygon([(x: Double, y: Double)])
  }

  public struct Piece: Sendable {
    public let name: String
    public let shape: Shape
    public var paint: RGBA

    public init(_ name: String, _ shape: Shape, _ paint: RGBA) {
      self.name = name
      self.shape = shape
      self.paint = paint
    }
  }

  /// From the back to the front.
  public var pieces: [Piece]
  /// Of the strokes, in pixels.
  public var width = 3.0
  public var ink = RGBA.black
  /// Of pieces whose outline has a colour of its own, by name.
  public var inks: [String: RGBA] = [:]
  /// Pixels to a unit of the doll's box.
  public var scale = 1.0

  public static let skin = RGBA(240, 200, 170)
  public static let shirt = RGBA(60, 120, 200)
  public static let skirt = RGBA(200, 50, 60)
  public static let hair = RGBA(90, 60, 30)
  public static let shoes = RGBA(120, 60, 40)
  public static let eyes = RGBA(40, 140, 90)
  public static let lips = RGBA(200, 80, 90)

  public init() {
    pieces = [
      Piece("left leg", [(78, 230), (98, 230), (96, 300), (76, 300)], Self.skin),
      Piece("right leg", [(102, 230), (122, 230), (124, 300), (104, 300)], Self.skin),
      Piece("left shoe", 62, 292, 98, 320, Self.shoes),
      Piece("right shoe", 102, 292, 138, 320, Self.shoes),
      Piece("left arm", [(66, 130), (82, 140), (52, 205), (36, 196)], Self.shirt),
      Piece("right arm", [(134, 130), (118, 140), (148, 205), (164, 196)], Self.shirt),
      Piece("left hand", 30, 192, 56, 218, Self.skin),
      Piece("right hand", 144, 192, 170, 218, Self.skin),
      Piece("skirt", [(72, 180), (128, 180), (146, 240), (54, 240)], Self.skirt),
      Piece("shirt", [(66, 122), (134, 122), (130, 184), (70, 184)], Self.shirt),
      Piece("neck", [(90, 108), (110, 108), (110, 126), (90, 126)], Self.skin),
      Piece("hair", 52, 14, 148, 118, Self.hair),
      Piece("face", 64, 36, 136, 114, Self.skin),
      Piece("left eye", 78, 66, 92, 82, Self.eyes),
      Piece("right eye", 108, 66, 122, 82, Self.eyes),
      Piece("mouth", 92, 94, 108, 102, Self.lips),
    ]
  }

  /// The doll in its colours, on a ground.
  public func coloured(on ground: RGBA = .white) -> Image {
    drawn(on: ground) { $0.paint }
  }

  /// Its lines, on a ground.
  ///
  /// - Parameter fill: of the shapes; clear for a layer of lines alone, where a shape hides what is behind it all the same.
  public func lines(on ground: RGBA = .white, fill: RGBA = .white) -> Image {
    drawn(on: ground) { _ in fill }
  }

  /// White where the doll is, black elsewhere: the pixels that count.
  public var subject: Image {
    var blank = self
    blank.ink = .white
    blank.inks = [:]
    return blank.drawn(on: .black) { _ in .white }
  }

  /// Every pixel is the mean of 16 samples, alpha-weighted.
  private func drawn(on ground: RGBA, paint: (Piece) -> RGBA) -> Image {
    let side = 4
    var image = Image(
      width: Int((200 * scale).rounded()), height: Int((340 * scale).rounded()), repeating: ground)
    let half = width / scale / 2
    let layers = pieces.map { piece in
      (
        shape: piece.shape, reach: piece.shape.reach(half: half + 1 / scale), paint: paint(piece),
        ink: inks[piece.name] ?? ink
      )
    }
    for y in 0..<image.height {
      for x in 0..<image.width {
        let (column, row) = (Double(x) / scale, Double(y) / scale)
        let near = layers.filter { $0.reach.x.contains(column) && $0.reach.y.contains(row) }
        if near.isEmpty { continue }
        var (r, g, b, a) = (0, 0, 0, 0)
        for sample in 0..<side * side {
          let at = (
            x: (Double(x) + (Double(sample % side) + 0.5) / Double(side)) / scale,
            y: (Double(y) + (Double(sample / side) + 0.5) / Double(side)) / scale
          )
          var colour = ground
          for layer in near.reversed() {
            guard let place = layer.shape.place(of: at, half: half) else { continue }
            colour = place == .inside ? layer.paint : layer.ink
            break
          }
          let alpha = Int(colour.a)
          (r, g, b, a) = (
            r + Int(colour.r) * alpha, g + Int(colour.g) * alpha, b + Int(colour.b) * alpha,
            a + alpha
          )
        }
        guard a > 0 else {
          image[x, y] = .clear
          continue
        }
        let mean = { UInt8(($0 + a / 2) / a) }
        image[x, y] = RGBA(mean(r), mean(g), mean(b), UInt8((a + side * side / 2) / (side * side)))
      }
    }
    return image
  }
}

extension Doll.Piece {
  fileprivate init(_ name: String, _ corners: [(x: Double, y: Double)], _ paint: RGBA) {
    self.init(name, .polygon(corners), paint)
  }

  fileprivate init(
    _ name: String, _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, _ paint: RGBA
  ) {
    self.init(name, .ellipse(left, top, right, bottom), paint)
  }
}

extension Doll.Shape {
  fileprivate enum Place { case inside, stroke }

  /// The columns and rows that the shape and its stroke may reach.
  fileprivate func reach(half: Double) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    switch self {
    case .ellipse(let left, let top, let right, let bottom):
      return (left - half...right + half, top - half...bottom + half)
    case .polygon(let corners):
      let (columns, rows) = (corners.map(\.x), corners.map(\.y))
      return (
        (columns.min() ?? 0) - half...(columns.max() ?? 0) + half,
        (rows.min() ?? 0) - half...(rows.max() ?? 0) + half
      )
    }
  }

  /// Nil outside of the shape and its stroke, which lies half inside and half outside.
  fileprivate func place(of point: (x: Double, y: Double), half: Double) -> Place? {
    switch self {
    case .ellipse(let left, let top, let right, let bottom):
      let (rx, ry) = ((right - left) / 2, (bottom - top) / 2)
      let (dx, dy) = (point.x - (left + right) / 2, point.y - (top + bottom) / 2)
      // The distance from the curve, to first order: exact enough for strokes much thinner than the ellipse.
      let reach = ((dx / rx) * (dx / rx) + (dy / ry) * (dy / ry)).squareRoot()
      let slope = ((dx / rx / rx) * (dx / rx / rx) + (dy / ry / ry) * (dy / ry / ry)).squareRoot()
      let distance = slope > 0 ? (reach - 1) * reach / slope : -min(rx, ry)
      return abs(distance) <= half ? .stroke : distance < 0 ? .inside : nil
    case .polygon(let corners):
      var isInside = false
      var nearest = Double.infinity
      for (index, to) in corners.enumerated() {
        let from = corners[(index + corners.count - 1) % corners.count]
        if (from.y > point.y) != (to.y > point.y),
          point.x < (to.x - from.x) * (point.y - from.y) / (to.y - from.y) + from.x
        {
          isInside.toggle()
        }
        let (ex, ey) = (to.x - from.x, to.y - from.y)
        let along = ((point.x - from.x) * ex + (point.y - from.y) * ey) / (ex * ex + ey * ey)
        let share = min(max(along, 0), 1)
        let (dx, dy) = (point.x - from.x - share * ex, point.y - from.y - share * ey)
        nearest = min(nearest, (dx * dx + dy * dy).squareRoot())
      }
      return nearest <= half ? .stroke : isInside ? .inside : nil
    }
  }
}
