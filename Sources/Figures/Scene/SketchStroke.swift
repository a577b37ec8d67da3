/// A line of a scene.
struct SketchStroke: Sendable {
  /// The purpose of a stroke; a drawing's hand decides which kinds are drawn, and how.
  enum Kind: UInt8, Sendable, CaseIterable {
    /// The end of a surface before another.
    case outline
    /// Folds, strands, seams.
    case inner
    /// Eyes, nose, mouth.
    case feature
    /// The inside of an iris, which artists often leave out of their lines.
    case pupil
    /// The border of two colours of one surface: stripes, tips, cuffs, blush.
    case border
    /// The end of a cel shadow or a highlight.
    case shadow, highlight
    /// Wrinkles and hatching, which end no colour.
    case wrinkle
    /// Things behind the figure.
    case scenery
  }

  var points: [Vector]
  var kind: Kind
  /// Times the pen's width.
  var weight: Float
  /// The share of the width that is left at the start and at the end, 0…1.
  var tapers: (Float, Float)
  /// It is hidden where a surface above this one is seen.
  var surface: Int
  /// It shows on this surface alone.
  var on: Int?

  init(
    _ points: [Vector], _ kind: Kind = .outline, weight: Float = 1,
    tapers: (Float, Float) = (0.6, 0.6),
    surface: Int, on: Int? = nil
  ) {
    self.points = points
    self.kind = kind
    self.weight = weight
    self.tapers = tapers
    self.surface = surface
    self.on = on
  }
}
