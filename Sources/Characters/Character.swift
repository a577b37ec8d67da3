/// A character: everything about it that stays the same from one drawing to the next.
public struct Character: Sendable {
  public var name: String
  public var proportions: Proportions
  public var hair: HairStyle
  public var outfit: Outfit
  public var hasGlasses: Bool
  /// The background's first.
  public var swatches: [Swatch]

  /// A character of what stays the same of it; `swatches` begin with the background's.
  public init(
    name: String, proportions: Proportions, hair: HairStyle, outfit: Outfit,
    hasGlasses: Bool = false, swatches: [Swatch]
  ) {
    self.name = name
    self.proportions = proportions
    self.hair = hair
    self.outfit = outfit
    self.hasGlasses = hasGlasses
    self.swatches = swatches
  }

  /// The character in a pose, as large as the page allows.
  ///
  /// - Parameters:
  ///   - width, height: pixels; at least 64 each.
  ///   - margin: the share of the page left free on every side.
  ///   - seed: varies nothing but strands and folds.
  public func drawn(
    _ pose: Pose, width: Int, height: Int, margin: Double = 0.04, seed: Seed
  ) -> Drawing {
    let figure = Figure(character: self, pose: pose, seed: seed)
    let shapes = figure.shapes()
    var low = Vector(.infinity, .infinity)
    var high = Vector(-.infinity, -.infinity)
    for point in shapes.flatMap({ $0.clip == nil ? $0.areas.flatMap(\.points) : [] }) {
      low = Vector(min(low.x, point.x), min(low.y, point.y))
      high = Vector(max(high.x, point.x), max(high.y, point.y))
    }
    let room = 1 - 2 * margin
    let scale = min(
      Double(width) * room / (high.x - low.x), Double(height) * room / (high.y - low.y))
    let middle = Vector(Double(width), Double(height)) / 2 - (low + high) * (scale / 2)
    let drawing = Drawing(
      width: width, height: height,
      shapes: shapes.map { $0.mapped(scale: scale) { $0 * scale + middle } }, swatches: swatches)
    return pose.isMirrored ? drawing.mirrored : drawing
  }
}

/// A character about to be drawn in a pose, in heads; its parts are built in extensions, one file each.
struct Figure: Sendable {
  let character: Character
  let pose: Pose
  let skeleton: Skeleton
  let seed: Seed

  init(character: Character, pose: Pose, seed: Seed) {
    self.character = character
    self.pose = pose
    self.seed = seed
    skeleton = Skeleton(character.proportions, pose)
  }

  var proportions: Proportions { character.proportions }

  /// All of it, back to front.
  func shapes() -> [Shape] {
    let clothes = clothing()
    return backHair() + clothes.behind + neck() + clothes.body + head() + frontHair()
  }
}
