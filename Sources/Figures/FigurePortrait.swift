public import Raster

/// A character as a data set shows it: one coloured drawing and its parts, framed as all others are.
///
/// Heads stand upright, their faces of one width, their eyes at one height; none is seen from behind or hides its face. Bodies are seen
/// whole. No second figure, and no traces of a camera or a file format.
public struct FigurePortrait: Sendable {
  public enum Cut: String, CaseIterable, Codable, Sendable { case heads, bodies }

  /// The width of a face seen from the front, in sides of the picture.
  public static let faceWidth: Float = 0.46
  /// The height of the eyes, likewise, from above.
  public static let eyeHeight: Float = 0.56
  /// The longer side of a figure, likewise.
  public static let bodyHeight: Float = 0.94

  /// The coloured drawing, `[side, side]`.
  public let colour: Image
  /// Indices in `Part.standard`, `[side, side]`; no pixel is left out, also under lines.
  public let parts: Plane<UInt8>
  /// Raw values of `PartGroup`, likewise.
  public let groups: Plane<UInt8>

  /// The first view of a seed's character that shows what is asked for.
  ///
  /// - Parameter side: pixels, 32…2048.
  /// - Complexity: about 12 ms on one core at a side of 128, in proportion to the pixels above that.
  public init(seed: UInt64, of cut: Cut, side: Int) {
    precondition((32...2048).contains(side), "a portrait of \(side)×\(side)")
    let chance = Chance(seed)
    let character = CharacterDesign(chance("character"))
    var view = 0
    while true {
      var maker = ViewMaker(character, chance("view")(view), width: side, height: side)
      maker.cut = cut
      if let portrait = maker.portrait(isLast: view == Self.mostViews) {
        self = portrait
        return
      }
      view += 1
    }
  }

  fileprivate init(colour: Image, parts: Plane<UInt8>, groups: Plane<UInt8>) {
    self.colour = colour
    self.parts = parts
    self.groups = groups
  }

  /// So many views are looked at for a better one before the last is taken as it is.
  private static let mostViews = 16
}

extension ViewMaker {
  /// The coloured drawing and its parts.
  ///
  /// - Parameter isLast: whether it has to do whatever it shows.
  /// - Returns: nil where the face is hidden.
  fileprivate func portrait(isLast: Bool) -> FigurePortrait? {
    if cut == .heads && !isLast && FigurePose(chance("pose")("pose")).showsNoFace { return nil }
    let (scene, _) = scene()
    let cover = Cover(scene)
    let partOf = [PartIndex.background] + scene.pieces.map(\.part)
    let groupOf = [PartGroup.ground.rawValue] + scene.pieces.map(\.group.rawValue)
    let isFace = [false] + scene.pieces.map { $0.group.isOfFace }
    let isFeature = [false] + scene.pieces.map { $0.group.isFeature }
    var parts = [UInt8](repeating: PartIndex.background, count: width * height)
    var groups = [UInt8](repeating: PartGroup.ground.rawValue, count: width * height)
    var (face, features) = (0, 0)
    for y in 0..<height {
      for x in 0..<width {
        let piece = Int(cover.surface[(2 * y + 1) * cover.width + 2 * x + 1])
        parts[y * width + x] = partOf[piece]
        groups[y * width + x] = groupOf[piece]
        if isFace[piece] { face += 1 }
        if isFeature[piece] { features += 1 }
      }
    }
    let area = width * height
    if cut == .heads && !isLast && (face * 14 < area || features * 200 < area) { return nil }
    return FigurePortrait(
      colour: picture(coloured(scene, cover)),
      parts: Plane(width: width, height: height, elements: parts),
      groups: Plane(width: width, height: height, elements: groups))
  }
}

extension FigurePose {
  /// Whether the head is turned away from the viewer.
  fileprivate var showsNoFace: Bool { abs(headTurn) > 1.62 }
}

extension PartGroup {
  fileprivate var isOfFace: Bool {
    isFeature || self == .face || self == .blush || self == .muzzle
  }

  /// Eyes, brows and mouths: what expressions are made of.
  fileprivate var isFeature: Bool {
    switch self {
    case .eyeWhite, .iris, .lash, .brow, .mouth, .tongue, .teeth: true
    default: false
    }
  }
}
