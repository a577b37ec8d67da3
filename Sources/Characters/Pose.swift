/// The two sides of a body, its own: the right hand is on the page's left.
public enum Side: Double, Sendable, CaseIterable {
  case right = -1
  case left = 1

  public var name: String { self == .right ? "right" : "left" }
}

/// The expression of a face.
public struct Expression: Hashable, Sendable {
  public enum Mouth: Sendable { case smile, open, calm, grin }

  /// The opening of the eyes, 0.25…1.
  public var openness: Double
  public var mouth: Mouth
  /// The rise of the brows, −1 frown … 1 surprise.
  public var brows: Double
  /// The eyes' direction, −1…1 to the page's right.
  public var gaze: Double

  /// An expression: `openness` 0.25…1, `brows` and `gaze` −1…1.
  public init(openness: Double = 1, mouth: Mouth = .smile, brows: Double = 0, gaze: Double = 0) {
    self.openness = openness
    self.mouth = mouth
    self.brows = brows
    self.gaze = gaze
  }
}

/// The gesture of a hand.
public enum HandShape: Sendable, CaseIterable {
  case relaxed, open, fist
}

/// One arm's joints, degrees.
public struct ArmPose: Hashable, Sendable {
  /// The upper arm's angle from hanging straight down, outwards.
  public var upper: Double
  /// The forearm's, measured the same way: negative points inwards, across the body.
  public var fore: Double
  /// The hand's, measured the same way.
  public var handAngle: Double
  public var hand: HandShape
  /// Whether the whole arm is behind the body.
  public var isBehind: Bool

  /// An arm by its angles in degrees from hanging straight down, outwards: upper arm, forearm and hand, which goes on straight
  /// unless `handAngle` is told.
  public init(
    _ upper: Double, _ fore: Double, handAngle: Double? = nil, hand: HandShape = .relaxed,
    isBehind: Bool = false
  ) {
    self.upper = upper
    self.fore = fore
    self.handAngle = handAngle ?? fore
    self.hand = hand
    self.isBehind = isBehind
  }
}

/// One leg's joints, degrees from hanging straight down, outwards.
public struct LegPose: Hashable, Sendable {
  public var thigh: Double
  public var shin: Double

  public init(_ thigh: Double, _ shin: Double) {
    self.thigh = thigh
    self.shin = shin
  }
}

/// A character's posture and its face's expression. Angles are degrees, clockwise on the page.
public struct Pose: Hashable, Sendable {
  /// The lean of the spine.
  public var lean = 0.0
  public var hipTilt = 0.0
  public var shoulderTilt = 0.0
  public var headTilt = 0.0
  /// The head's turn to the page's right, −1…1; 1 is about 25°.
  public var headTurn = 0.0
  public var rightArm = ArmPose(12, 6)
  public var leftArm = ArmPose(12, 6)
  public var rightLeg = LegPose(3, 1)
  public var leftLeg = LegPose(3, 1)
  public var expression = Expression()
  /// The swing of hair and hems to the page's right, −1…1.
  public var sway = 0.0
  /// Seen in a mirror.
  public var isMirrored = false

  public init() {}

  public func arm(_ side: Side) -> ArmPose { side == .right ? rightArm : leftArm }
  public func leg(_ side: Side) -> LegPose { side == .right ? rightLeg : leftLeg }
}
