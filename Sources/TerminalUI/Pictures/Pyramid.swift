public import Raster

/// A plane and smaller copies of it, so that to look at it from far costs no more than from near.
///
/// Each level is a quarter as wide and high as the one before; together they take 7 % more memory. A
/// view reads at most 8 × 8 values a subcell of the level that suits it.
public struct Pyramid<Element: BitwiseCopyable & Sendable>: Sendable {
  /// The plane itself first.
  let levels: [Plane<Element>]

  /// The plane alone: free to make, but a view from far reads every value.
  public init(_ plane: Plane<Element>) { levels = [plane] }

  private init(levels: [Plane<Element>]) { self.levels = levels }

  public var plane: Plane<Element> { levels[0] }

  /// The largest of its copies that is no longer than `longest` either way; the smallest, where none is.
  public func copy(longest: Int) -> Plane<Element> {
    levels.first { max($0.width, $0.height) <= longest } ?? levels[levels.count - 1]
  }

  /// The coarsest level that still has two values or more a subcell.
  ///
  /// - Parameter step: values of the plane itself a subcell.
  /// - Returns: the level, and how many times smaller than the plane it is.
  func level(forStep step: Double) -> (plane: Plane<Element>, shrink: Double) {
    var index = 0
    var shrink = 1.0
    while index + 1 < levels.count && step / (shrink * 4) >= 2 {
      index += 1
      shrink *= 4
    }
    return (levels[index], shrink)
  }

  /// - Parameter shrunk: means over blocks.
  private static func levels(
    _ plane: Plane<Element>, work: Work,
    _ shrunk: (Plane<Element>, SampleSpans, SampleSpans) -> Plane<Element>
  ) throws(Cancelled) -> [Plane<Element>] {
    var levels = [plane]
    while let last = levels.last, max(last.width, last.height) > 64 {
      try work.checkCancelled()
      levels.append(
        shrunk(
          last, SampleSpans(blocksOf: 4, limit: last.width),
          SampleSpans(blocksOf: 4, limit: last.height)))
    }
    try work.checkCancelled()
    return levels
  }
}

extension Pyramid<RGBA> {
  /// A picture with its means in linear light; about 1 ns a pixel and thread.
  public init(_ picture: Image, work: Work) throws(Cancelled) {
    self.init(
      levels: try Self.levels(picture, work: work) { $0.lightMeans($1, $2, work: work) })
  }
}

extension Pyramid<UInt8> {
  /// A drawing's darkness with its means: how much of an area ink covers.
  public init(_ darkness: Plane<UInt8>, work: Work) throws(Cancelled) {
    self.init(levels: try Self.levels(darkness, work: work) { $0.means($1, $2, work: work) })
  }
}
