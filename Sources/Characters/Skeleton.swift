/// The joints of a posed body, in heads; the hips are the origin.
struct Skeleton: Sendable {
  struct Arm: Sendable {
    let shoulder: Vector
    let elbow: Vector
    let wrist: Vector
    /// At the wrist, y along the hand, x towards the thumb, one unit a hand's length.
    let hand: AffineFrame
  }

  struct Leg: Sendable {
    let hip: Vector
    let knee: Vector
    let ankle: Vector
  }

  let proportions: Proportions
  let neckBase: Vector
  /// At the middle of the skull, one unit a head.
  let head: AffineFrame
  private let pose: Pose
  private let shoulderLine: Vector
  private let hipLine: Vector

  init(_ proportions: Proportions, _ pose: Pose) {
    self.proportions = proportions
    self.pose = pose
    let up = Vector(0, -1).rotated(by: pose.lean)
    neckBase = up * proportions.torso
    shoulderLine = Vector(1, 0).rotated(by: pose.shoulderTilt)
    hipLine = Vector(1, 0).rotated(by: pose.hipTilt)
    let neckTop = neckBase + up.mixed(with: Vector(0, -1), 0.5) * proportions.neck
    let headUp = Vector(0, -1).rotated(by: pose.headTilt)
    head = AffineFrame(origin: neckTop + headUp * 0.44, degrees: pose.headTilt)
  }

  /// A place on the trunk: `u` heads to the page's right of the spine, `v` 0 at the neck's base … 1
  /// at the hips.
  func torso(_ u: Double, _ v: Double) -> Vector {
    let spine = neckBase * (1 - v) + (neckBase - Vector(0, neckBase.y)) * (0.35 * v * (1 - v))
    let across = shoulderLine.mixed(with: hipLine, min(max(v, 0), 1)).unit
    return spine + across * u + (v > 1 ? Vector(0, (v - 1) * 0) : .zero)
  }

  func arm(_ side: Side) -> Arm {
    let arm = pose.arm(side)
    let s = side.rawValue
    let shoulder = torso(
      s * (proportions.shoulders - proportions.armHalf), 0.19 / proportions.torso)
    let elbow = shoulder + .hanging(s * arm.upper) * proportions.upperArm
    let wrist = elbow + .hanging(s * arm.fore) * proportions.forearm
    let along = Vector.hanging(s * arm.handAngle)
    // The thumb of a hanging hand is on the body's side; of a raised one too, palm to the viewer.
    let thumb = along.normal * s
    return Arm(
      shoulder: shoulder, elbow: elbow, wrist: wrist,
      hand: AffineFrame(
        origin: wrist, xAxis: thumb * proportions.hand, yAxis: along * proportions.hand))
  }

  func leg(_ side: Side) -> Leg {
    let leg = pose.leg(side)
    let s = side.rawValue
    let hip = torso(s * (proportions.hips - proportions.thighHalf * 0.92), 1)
    let knee = hip + .hanging(s * leg.thigh) * proportions.thigh
    return Leg(
      hip: hip, knee: knee, ankle: knee + .hanging(s * leg.shin) * proportions.shin)
  }
}
