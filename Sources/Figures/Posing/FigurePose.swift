/// The posture of a figure in one drawing.
struct FigurePose: Sendable {
  enum Arm: Sendable, CaseIterable {
    case down, relaxed, hip, crossed, behind, raised, wave, point, front, chin, head, hold, wide,
      lap, reach, heart, knees
  }
  enum Legs: Sendable, CaseIterable {
    case stand, apart, contra, walk, run, kick, sit, kneel, jump, crossed
  }
  enum Hand: Sendable, CaseIterable { case open, fist, relaxed, point, spread, victory }

  /// Radians: the trunk's turn, and the head's turn, rise and tilt.
  var turn: Float
  var headTurn: Float
  var headRise: Float
  var headTilt: Float
  /// The trunk's lean, and the hips' and shoulders' tilt.
  var lean: Float
  var hipTilt: Float
  var shoulderTilt: Float
  var arms: [Arm]
  var hands: [Hand]
  var legs: Legs
  /// The wind in strands and cloth, −1…1.
  var wind: Float
  let chance: Chance

  init(_ chance: Chance) {
    self.chance = chance
    let view = chance.weighted(
      "view", [(0, 0.42), (1, 0.4), (2, 0.12), (3, 0.06)])
    let side = chance.sign("side")
    switch view {
    case 0: turn = chance.bell("front", -0.35, 0.35)
    case 1: turn = side * chance.value("three quarters", 0.3, 0.95)
    case 2: turn = side * chance.value("profile", 1.1, 1.6)
    default: turn = side * chance.value("from behind", 2.3, 3.4)
    }
    headTurn = turn + chance.bell("head turn", -0.7, 0.7)
    if view == 0 && chance.happens("looks aside", 0.25) { headTurn += side * 0.6 }
    if abs(turn) < 2 { headTurn = headTurn.clamped(-1.62, 1.62) }
    headRise =
      chance.happens("looks up or down", 0.25)
      ? chance.sign("up") * chance.value("steep rise", 0.35, 0.8)
      : chance.bell("head rise", -0.45, 0.45)
    headTilt = chance.bell("head tilt", -0.38, 0.38)
    lean = chance.bell("lean", -0.28, 0.28)
    hipTilt = chance.bell("hip tilt", -0.2, 0.2)
    shoulderTilt = chance.bell("shoulder tilt", -0.22, 0.22)
    // Most drawn arms hang.
    func arm(_ chance: Chance) -> Arm {
      chance.happens("hangs", 0.3)
        ? chance.pick("how", [.down, .relaxed]) : chance.pick("arm", Arm.allCases)
    }
    let both = arm(chance("arms"))
    arms = [both, both]
    if chance.happens("arms differ", 0.6) { arms[1] = arm(chance("other arm")) }
    if both == .crossed { arms = [.crossed, .crossed] }
    if arms[1] == .crossed { arms[1] = .relaxed }
    let kinds: [(Hand, Float)] = [
      (.open, 0.24), (.fist, 0.16), (.relaxed, 0.34), (.point, 0.08), (.spread, 0.13),
      (.victory, 0.05),
    ]
    hands = [chance.weighted("hand", kinds), chance.weighted("other hand", kinds)]
    legs = chance.weighted(
      "legs",
      [
        (.stand, 0.22), (.apart, 0.2), (.contra, 0.18), (.walk, 0.12), (.run, 0.06), (.kick, 0.04),
        (.sit, 0.07), (.kneel, 0.04), (.jump, 0.04), (.crossed, 0.03),
      ])
    wind = chance.bell("wind", -1, 1)
  }

  var isFromBehind: Bool { abs(turn) > 2 }
}

/// A face's expression in one drawing.
struct FigureExpression: Sendable {
  enum Mouth: Sendable, CaseIterable {
    case line, smile, frown, open, laugh, small, cat, teeth, pout
  }

  /// The opening of each eye; 0 closed.
  var lids: [Float]
  /// Closed eyes smile: their arcs are round at the top.
  var smiles: Bool
  var gaze: Vector
  var browRise: Float
  var browTilt: Float
  var mouth: Mouth
  var blush: Bool

  init(_ chance: Chance) {
    let kind = chance.weighted("eyes", [(0, 0.72), (1, 0.1), (2, 0.08), (3, 0.1)])
    let open = chance.value("open", 0.75, 1.1)
    switch kind {
    case 1: lids = [0, 0]
    case 2: lids = chance.happens("which winks", 0.5) ? [0, open] : [open, 0]
    case 3: lids = [0.5, 0.5]
    default: lids = [open, open]
    }
    smiles = chance.happens("smiles", 0.6)
    gaze = Vector(chance.bell("gaze across", -0.5, 0.5), chance.bell("gaze down", -0.25, 0.25))
    browRise = chance.bell("brow rise", -0.5, 1)
    browTilt = chance.bell("brow tilt", -0.4, 0.4)
    mouth = chance.pick("mouth", Mouth.allCases)
    blush = chance.happens("blush", 0.3)
  }
}
