/// A figure, or what stands around it, as geometry in its own units: pieces and strokes in layers.
///
/// Limbs are made in any order; each goes into a layer, and layers are painted from the lowest depth to
/// the highest, those of one depth in the order they were made.
struct Sketch: Sendable {
  /// Pieces that are painted together.
  struct Layer: Sendable {
    var depth: Float
    var pieces: [Piece] = []
    var strokes: [SketchStroke] = []
  }

  private(set) var layers: [Layer] = []
  private(set) var surfaces = 0

  mutating func add(_ layer: Layer) { layers.append(layer) }

  /// A number for a surface.
  mutating func newSurface() -> Int {
    surfaces += 1
    return surfaces - 1
  }

  /// The layers back to front.
  var sorted: [Layer] {
    layers.indices.sorted { (layers[$0].depth, $0) < (layers[$1].depth, $1) }.map { layers[$0] }
  }
}

extension Sketch.Layer {
  /// Adds a surface.
  ///
  /// - Parameters:
  ///   - isOutlined: whether its whole outline is a stroke.
  ///   - part: what it is, where its group does not say.
  ///   - on: the surface that it keeps to.
  mutating func surface(
    _ outline: [Vector], _ group: PartGroup, _ paint: Paint, _ surface: Int,
    frame: PieceFrame? = nil,
    part: UInt8? = nil, on: Int? = nil, isOutlined: Bool = true, weight: Float = 1,
    gradient: Gradient? = nil
  ) {
    pieces.append(
      Piece(
        outline: outline, kind: .surface, paint: paint, group: group, part: part ?? group.part,
        surface: surface, on: on, frame: frame, gradient: gradient))
    if isOutlined, let first = outline.first {
      strokes.append(
        SketchStroke(
          outline + [first], .outline, weight: weight, tapers: (1, 1), surface: surface, on: nil))
    }
  }

  /// Adds other paint on a surface, and the line round it.
  mutating func mark(
    _ outline: [Vector], _ paint: Paint, on surface: Int, line: SketchStroke.Kind? = .border,
    weight: Float = 0.8, gradient: Gradient? = nil
  ) {
    pieces.append(
      Piece(
        outline: outline, kind: .mark, paint: paint, group: .ground, part: 0, surface: surface,
        on: surface, gradient: gradient))
    if let line, let first = outline.first {
      strokes.append(
        SketchStroke(
          outline + [first], line, weight: weight, tapers: (1, 1), surface: surface, on: surface))
    }
  }

  /// Adds a cel shadow (1) or a highlight (2) on a surface; 0 takes them away.
  mutating func shade(_ outline: [Vector], _ tone: UInt8, on surface: Int, isTraced: Bool = true) {
    pieces.append(
      Piece(
        outline: outline, kind: .shade(tone), paint: .none, group: .ground, part: 0,
        surface: surface, on: surface))
    if isTraced, let first = outline.first {
      strokes.append(
        SketchStroke(
          outline + [first], tone == 2 ? .highlight : .shadow, weight: 0.7, tapers: (0.8, 0.8),
          surface: surface, on: surface))
    }
  }

  mutating func stroke(
    _ points: [Vector], _ kind: SketchStroke.Kind = .inner, weight: Float = 0.8,
    tapers: (Float, Float) = (0.8, 0.1), _ surface: Int, on: Int? = nil
  ) {
    strokes.append(
      SketchStroke(points, kind, weight: weight, tapers: tapers, surface: surface, on: on))
  }
}

extension Paint {
  /// For pieces that change no paint.
  static let none = Paint(base: .zero, shadow: .zero, light: .zero)
}
