/// Two drawings of one character: another pose, face, crop and hand; garments and props may be missing.
public struct FigurePair: Sendable {
  /// Raised by whoever changes what a seed gives, so that held-out sets are known to be the same.
  public static let version = 3

  public let views: [FigureView]

  /// The pair of a seed.
  ///
  /// - Parameters:
  ///   - width: pixels, 32…2048, as `height`.
  ///   - isInked: whether its views have `ink`; all else is the same.
  /// - Complexity: about 30 ms on one core at 256 by 256; in proportion to the pixels above that.
  public init(seed: UInt64, width: Int, height: Int, isInked: Bool = false) {
    views = Self.views(2, seed: seed, width: width, height: height, isInked: isInked)
  }

  /// The first views of a seed's character: a pair's two, and more of the same.
  ///
  /// - Parameters: as of a pair.
  public static func views(
    _ count: Int, seed: UInt64, width: Int, height: Int, isInked: Bool = false
  ) -> [FigureView] {
    precondition(
      (32...2048).contains(width) && (32...2048).contains(height), "a pair of \(width)×\(height)")
    let chance = Chance(seed)
    let character = CharacterDesign(chance("character"))
    return (0..<count).map { index in
      ViewMaker(character, chance("view")(index), width: width, height: height)
        .view(isInked: isInked)
    }
  }
}
