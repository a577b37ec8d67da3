/// Draws one figure: a character in a pose, as pieces and strokes in head heights.
///
/// Its parts are in extensions, one for each thing that is drawn. Layers' depths are in `Depth`.
struct Drafter {
  let character: CharacterDesign
  let pose: FigurePose
  let expression: FigureExpression
  /// The choices that differ in every drawing: strands, folds, what is worn or held this time.
  let chance: Chance
  let skeleton: FigureSkeleton
  let colours: Colours
  /// Towards the light, in the picture.
  let light: Vector
  var sketch = Sketch()
  /// The face's surface, for what lies on it.
  var face = 0

  init(_ character: CharacterDesign, pose: FigurePose, expression: FigureExpression, chance: Chance)
  {
    self.character = character
    self.pose = pose
    self.expression = expression
    self.chance = chance
    skeleton = FigureSkeleton(character.build, headWidth: character.face.headWidth, pose)
    colours = character.colours
    light = Vector(0, -1).turned(chance.bell("light", -1.2, 1.2))
  }

  var build: Build { character.build }
  var outfit: OutfitDesign { character.outfit }

  /// The whole figure.
  mutating func draw() -> Sketch {
    drawWings()
    drawTail()
    drawTrunk()
    drawArms()
    drawLegs()
    drawClothes()
    drawHead()
    drawHair()
    drawHat()
    drawProps()
    return sketch
  }
}

/// The places of layers, back to front.
enum Depth {
  static let wings: Float = 8
  static let cape: Float = 9
  static let tail: Float = 10
  static let hairBack: Float = 12
  static let hairTails: Float = 13
  static let armsBehind: Float = 20
  static let legs: Float = 30
  static let trunk: Float = 36
  static let trousers: Float = 37
  static let shirt: Float = 38
  static let skirt: Float = 40
  static let belt: Float = 43
  static let coat: Float = 45
  static let collar: Float = 47
  static let scarf: Float = 48
  static let head: Float = 50
  static let bangs: Float = 54
  static let hairSide: Float = 55
  static let hat: Float = 57
  static let back: Float = 58
  static let arms: Float = 60
}

extension Sketch.Layer {
  /// Shades a surface on the side away from the light: all of it, but for its own outline moved there.
  mutating func form(_ outline: [Vector], _ surface: Int, light: Vector, _ amount: Float) {
    shade(outline, 1, on: surface, isTraced: false)
    shade(outline.map { $0 + light * amount }, 0, on: surface)
  }
}

extension Ribbon {
  /// The outline from `from` to `to`, its ends flat or round.
  func outline(
    _ from: Float, _ to: Float, ease: Float = 1, startIsRound: Bool = false,
    endIsRound: Bool = false
  ) -> [Vector] {
    let right = edge(ease, from, to, steps: 20)
    let left = edge(-ease, from, to, steps: 20)
    var points = right
    if endIsRound {
      points += Ribbon.cap(
        right[right.count - 1], left[left.count - 1], self(0, to) - self(0, to - 0.05))
    }
    points += left.reversed()
    if startIsRound {
      points += Ribbon.cap(left[0], right[0], self(0, from) - self(0, from + 0.05))
    }
    return points
  }

  /// A round end from `a` to `b`, which bulges towards `out`.
  static func cap(_ a: Vector, _ b: Vector, _ out: Vector) -> [Vector] {
    let middle = (a + b) / 2
    let height = out.unit * (a - b).length / 2
    return (1..<6).map { step in
      let t = Float(step) / 6 * .pi
      return middle + (a - middle) * cosine(t) + height * sine(t)
    }
  }
}
