/// A pixel's place: column `x` from the left, row `y` from the top.
public struct Point: Hashable, Sendable, Codable, BitwiseCopyable {
  public var x: Int
  public var y: Int

  public init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }

  /// The square of the distance to `other`, in pixels².
  public func squaredDistance(to other: Point) -> Int {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}

/// A rectangle of pixels: columns `x ..< x + width`, rows `y ..< y + height`.
public struct Box: Hashable, Sendable, Codable, BitwiseCopyable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  /// The box of `width` × `height` pixels whose top left one is (`x`, `y`); it may lie outside of any picture.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var maxX: Int { x + width }
  public var maxY: Int { y + height }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The smallest box that holds both.
  public func union(_ other: Box) -> Box {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Box(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
