extension Sample {
  /// The samples that the repository keeps.
  public static let all: [Sample] = [hana]

  private static let hana = Sample(
    character: .hana,
    reference: SamplePage(
      name: "reference", pose: standing, style: .digital(3.4), width: 900, height: 1800),
    shading: .soft,
    pages: [
      SamplePage(name: "wave", pose: waving, style: .digital(3.6), width: 1100, height: 1800),
      SamplePage(name: "akimbo", pose: akimbo, style: .gapped(3.6), width: 1100, height: 1800),
    ])

  private static var standing: Pose {
    var pose = Pose()
    pose.headTurn = 0.25
    pose.rightArm = ArmPose(17, 8, handAngle: 4)
    pose.leftArm = ArmPose(15, 4, handAngle: 2)
    return pose
  }

  private static var waving: Pose {
    var pose = Pose()
    pose.headTurn = -0.5
    pose.headTilt = -7
    pose.lean = -2
    pose.shoulderTilt = -4
    pose.hipTilt = 3
    pose.sway = 0.5
    pose.expression = Expression(mouth: .open, brows: 0.4)
    pose.rightArm = ArmPose(24, 30, handAngle: 34)
    pose.leftArm = ArmPose(62, 158, handAngle: 168, hand: .open)
    pose.leftLeg = LegPose(8, 4)
    pose.rightLeg = LegPose(-1, 1)
    return pose
  }

  private static var akimbo: Pose {
    var pose = Pose()
    pose.headTurn = 0.45
    pose.headTilt = 6
    pose.shoulderTilt = 3
    pose.hipTilt = -4
    pose.lean = 1.5
    pose.sway = -0.3
    pose.isMirrored = true
    pose.expression = Expression(mouth: .smile, brows: 0.1, gaze: 0.3)
    pose.rightArm = ArmPose(44, -52, handAngle: -20, hand: .fist)
    pose.leftArm = ArmPose(22, 14, handAngle: 10)
    pose.leftLeg = LegPose(10, 6)
    pose.rightLeg = LegPose(0, -1)
    return pose
  }
}
