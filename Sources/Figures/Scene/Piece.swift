/// A closed area of a scene, painted over what lies behind it.
struct Piece: Sendable {
  enum Kind: Hashable, Sendable {
    /// A surface of its own: it hides what is behind.
    case surface
    /// Other paint on the surface `on`, which stays what it is: a stripe, a pupil.
    case mark
    /// Shadow (1) or light (2) on the surface `on`, or neither (0).
    case shade(UInt8)
  }

  var outline: [Vector]
  var kind: Kind
  var paint: Paint
  var group: PartGroup
  /// An index in `Part.standard`.
  var part: UInt8
  /// Pieces of one surface share its number: an arm's upper and lower half.
  var surface: Int
  /// The surface that it keeps to, or nothing.
  var on: Int?
  /// Places that last, for truth; none for what is different in every drawing.
  var frame: PieceFrame?
  /// The change of its paint across it.
  var gradient: Gradient?
}

/// A change of a piece's colour along an axis.
struct Gradient: Sendable {
  var start: Vector
  var end: Vector
  /// The colour at the end.
  var paint: Paint
}
