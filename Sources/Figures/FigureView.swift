public import Raster

/// One drawing of a character with all that is true of it.
public struct FigureView: Sendable {
  /// The coloured drawing, `[H, W]`.
  public let colour: Image
  /// The line drawing, `[H, W]`: paper, dark lines, here and there trace lines in colour.
  public let line: Image
  /// Indices in `Part.standard`, `[H, W]`; no pixel is left out, also under lines.
  public let parts: Plane<UInt8>
  /// `PartGroup`s, `[H, W]`.
  public let groups: Plane<UInt8>
  /// Areas of one flat colour, `[H, W]`, numbered from 1, whether their borders are drawn or not.
  public let regions: Plane<UInt16>
  /// The paint of each pixel, without shade, line or ground, `[H, W]`.
  public let flats: Image
  /// Some 200 to 900 visible points with their lasting places.
  public let points: [TruePoint]
  /// The coloured drawing as an artist would ink it, `[H, W]`, 0 paper, 255 ink: no edges of shade, nothing inside
  /// an iris. Nil unless it was asked for.
  public let ink: Plane<UInt8>?
}

/// Two drawings of one character: another pose, face, crop and hand; garments and props may be missing.
public struct FigurePair: Sendable {
  /// Raised by whoever changes what a seed gives, so that held-out sets are known to be the same.
  public static let version = 2

  public let views: [FigureView]

  /// The pair of a seed.
  ///
  /// - Parameters:
  ///   - width: pixels, 32…2048, as `height`.
  ///   - isInked: whether its views have `ink`; all else is the same.
  /// - Complexity: about 30 ms on one core at 256 by 256; in proportion to the pixels above that.
  public init(seed: UInt64, width: Int, height: Int, isInked: Bool = false) {
    precondition(
      (32...2048).contains(width) && (32...2048).contains(height), "a pair of \(width)×\(height)")
    let chance = Chance(seed)
    let character = CharacterDesign(chance("character"))
    views = (0..<2).map { index in
      ViewMaker(character, chance("view")(index), width: width, height: height)
        .view(isInked: isInked)
    }
  }
}
