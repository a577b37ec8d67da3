/// A hand's way of drawing lines: which it draws, with what, how steadily.
struct PenStyle: Sendable {
  enum Tool: Sendable { case pen, pencil, brush, marker }
  enum Shadows: Sendable { case none, black, traced }
  enum Tone: Sendable { case none, hatching, dots }

  var tool: Tool
  /// Of an outline, pixels where the picture's side is 256.
  var width: Float
  /// The factor by which outlines are wider than the lines inside them.
  var outlines: Float
  /// 0 even, 1 from hairs to strokes.
  var contrast: Float
  /// Pixels at a side of 256.
  var wobble: Float
  /// Strokes drawn for each line.
  var repeats: Int
  /// Holes in a hundred pixels of line.
  var gaps: Float
  /// The share of lines that end early.
  var openEnds: Float
  /// The share of outlines that are missing.
  var missing: Float
  var inner: Float
  var wrinkles: Float
  var hasBorders: Bool
  var hasPupils: Bool
  var fillsPupils: Bool
  var shadows: Shadows
  /// The filling of shadows.
  var tone: Tone
  /// Areas of black paint are filled.
  var fillsBlack: Bool
  /// The blackness of its lines, 0…1.
  var darkness: Float
  /// The paper's grain in them, 0…1.
  var grain: Float
  var hasScenery: Bool
  /// Eyes and brows are drawn over the hair before them.
  var drawsEyesThroughHair: Bool
  /// The share of it that is found in the coloured picture instead of drawn, 0…1, and whether edges between
  /// colours are found too.
  var extracted: Float
  var extractsEdges: Bool

  init(_ chance: Chance) {
    tool = chance.weighted(
      "tool", [(.pen, 0.56), (.pencil, 0.18), (.brush, 0.11), (.marker, 0.15)])
    switch chance.weighted("weight", [(0, 0.3), (1, 0.5), (2, 0.2)]) {
    case 0: width = chance.value("thin", 0.4, 0.8)
    case 1: width = chance.bell("width", 0.75, 1.8)
    default: width = chance.value("thick", 1.6, 2.8)
    }
    outlines = chance.happens("bold outlines", 0.25) ? chance.value("outlines", 1.2, 2.2) : 1
    contrast = chance.unit("contrast")
    wobble = chance.happens("steady", 0.5) ? 0.1 : chance.value("wobble", 0.2, 0.9)
    repeats = 1
    gaps = chance.happens("gappy", 0.3) ? chance.value("gaps", 0.2, 2) : 0
    openEnds = chance.happens("open", 0.35) ? chance.value("open ends", 0.05, 0.4) : 0
    missing = chance.happens("missing", 0.3) ? chance.value("missing lines", 0.01, 0.08) : 0
    inner = chance.value("inner", 0.3, 1)
    wrinkles = chance.happens("wrinkled", 0.6) ? chance.unit("wrinkles") : 0
    hasBorders = chance.happens("borders", 0.65)
    hasPupils = chance.happens("pupils", 0.5)
    fillsPupils = chance.happens("filled pupils", 0.3)
    shadows = chance.weighted("shadows", [(.none, 0.88), (.traced, 0.04), (.black, 0.08)])
    tone = chance.weighted("tone", [(.none, 0.94), (.hatching, 0.04), (.dots, 0.02)])
    fillsBlack = chance.happens("black", 0.28)
    darkness = chance.value("darkness", 0.8, 1)
    grain = 0
    hasScenery = chance.happens("scenery", 0.5)
    drawsEyesThroughHair = chance.happens("through hair", 0.25)
    extracted = 0
    extractsEdges = chance.happens("edges", 0.4)
    switch tool {
    case .pen: break
    case .pencil:
      darkness = chance.value("pencil", 0.55, 0.95)
      grain = chance.value("grain", 0.1, 0.8)
      repeats = chance.weighted("repeats", [(1, 0.6), (2, 0.28), (3, 0.12)])
      wobble += 0.2
    case .brush:
      contrast = 1.4
      width *= 1.3
    case .marker:
      contrast = 0
      width = chance.value("marker", 1.3, 3.4)
    }
    if chance.happens("extracted", 0.22) {
      extracted = chance.happens("all extracted", 0.65) ? 1 : 0.5
    }
  }

  /// The lines of a coloured picture: steadier, whole, with all that is in an eye.
  static func coloured(_ chance: Chance) -> PenStyle {
    var style = PenStyle(chance)
    style.hasPupils = true
    style.fillsPupils = true
    style.hasScenery = true
    style.shadows = .none
    style.extracted = 0
    style.missing *= 0.5
    style.gaps *= 0.4
    if chance.happens("no pencil", 0.6) {
      style.repeats = 1
      style.grain = 0
    }
    return style
  }

  /// The lines of a coloured picture as one steady pen would ink them: whole, and none inside an iris.
  static func inked(like coloured: PenStyle) -> PenStyle {
    var style = coloured
    style.width = 1.4
    style.outlines = 1
    style.contrast = 0.4
    style.repeats = 1
    style.gaps = 0
    style.openEnds = 0
    style.missing = 0
    style.hasPupils = false
    style.darkness = 1
    return style
  }
}
