extension Sample {
  /// The samples that the repository keeps.
  public static let all: [Sample] = [
    Sample(
      character: .hana, reference: page("reference", .standing, .digital(3.4), width: 900),
      shading: .soft,
      pages: [
        page("wave", .waving, .digital(3.8), width: 1100),
        page("akimbo", .akimbo.mirrored, .gapped(3.6), width: 1000),
      ]),
    Sample(
      character: .yuki, reference: page("reference", .holding, .digital(3.2), width: 1000),
      shading: .soft,
      pages: [
        page("greet", .greeting, .pencil(4.2), width: 1100),
        page("stroll", .strolling.mirrored, .digital(3.4), width: 1000),
      ]),
    Sample(
      character: .rowan, reference: page("reference", .guarding, .digital(3.2), width: 1100),
      shading: .cel,
      pages: [
        page("command", .commanding, .traced(3.6), width: 1200),
        page("rest", .resting.mirrored, .digital(3.2), width: 1100),
      ]),
    Sample(
      character: .kai, reference: page("reference", .standing, .digital(3.4), width: 900),
      shading: .soft,
      pages: [
        page("cheer", .cheering, .digital(3.8), width: 1200),
        page("akimbo", .akimbo, .digital(2.8), width: 1000),
      ]),
  ]

  private static func page(_ name: String, _ pose: Pose, _ style: LineStyle, width: Int)
    -> SamplePage
  {
    SamplePage(name: name, pose: pose, style: style, width: width, height: 1700)
  }
}

extension Pose {
  fileprivate var mirrored: Pose {
    var pose = self
    pose.isMirrored.toggle()
    return pose
  }

  fileprivate init(_ change: (inout Pose) -> Void) {
    self.init()
    change(&self)
  }

  fileprivate static let standing = Pose {
    $0.headTurn = 0.25
    $0.rightArm = ArmPose(17, 8, handAngle: 4)
    $0.leftArm = ArmPose(15, 4, handAngle: 2)
  }

  fileprivate static let waving = Pose {
    $0.headTurn = -0.5
    $0.headTilt = -7
    $0.lean = -2
    $0.shoulderTilt = -4
    $0.hipTilt = 3
    $0.sway = 0.5
    $0.expression = Expression(mouth: .open, brows: 0.4)
    $0.rightArm = ArmPose(24, 30, handAngle: 34)
    $0.leftArm = ArmPose(62, 158, handAngle: 168, hand: .open)
    $0.leftLeg = LegPose(8, 4)
    $0.rightLeg = LegPose(-1, 1)
  }

  fileprivate static let akimbo = Pose {
    $0.headTurn = 0.45
    $0.headTilt = 6
    $0.shoulderTilt = 3
    $0.hipTilt = -4
    $0.lean = 1.5
    $0.sway = -0.3
    $0.expression = Expression(mouth: .smile, brows: 0.1, gaze: 0.3)
    $0.rightArm = ArmPose(46, -46, handAngle: -20, hand: .fist)
    $0.leftArm = ArmPose(22, 14, handAngle: 10)
    $0.leftLeg = LegPose(10, 6)
    $0.rightLeg = LegPose(0, -1)
  }

  fileprivate static let holding = Pose {
    $0.headTurn = 0.3
    $0.rightArm = ArmPose(14, -6, handAngle: -4)
    $0.leftArm = ArmPose(26, 70, handAngle: 80, hand: .fist)
    $0.rightLeg = LegPose(0, 0)
    $0.leftLeg = LegPose(0, 0)
  }

  fileprivate static let greeting = Pose {
    $0.headTurn = 0.5
    $0.headTilt = 8
    $0.shoulderTilt = 3
    $0.sway = -0.5
    $0.expression = Expression(openness: 0.85, mouth: .open, brows: 0.3)
    $0.rightArm = ArmPose(50, 140, handAngle: 160, hand: .open)
    $0.leftArm = ArmPose(20, -50, handAngle: -58, hand: .fist)
    $0.rightLeg = LegPose(0, 0)
    $0.leftLeg = LegPose(3, 2)
  }

  fileprivate static let strolling = Pose {
    $0.headTurn = -0.55
    $0.headTilt = -5
    $0.hipTilt = 3
    $0.lean = -2
    $0.sway = 0.6
    $0.expression = Expression(mouth: .smile, gaze: -0.4)
    $0.rightArm = ArmPose(30, 18, handAngle: 12)
    $0.leftArm = ArmPose(38, 112, handAngle: 118, hand: .fist)
    $0.rightLeg = LegPose(4, 2)
    $0.leftLeg = LegPose(2, 2)
  }

  fileprivate static let guarding = Pose {
    $0.headTurn = -0.25
    $0.rightArm = ArmPose(18, 10, handAngle: 6)
    $0.leftArm = ArmPose(24, 44, handAngle: 60, hand: .fist)
    $0.expression = Expression(openness: 0.9, mouth: .calm, brows: -0.3)
    $0.rightLeg = LegPose(5, 3)
    $0.leftLeg = LegPose(5, 3)
  }

  fileprivate static let commanding = Pose {
    $0.headTurn = 0.5
    $0.headTilt = 4
    $0.lean = 2
    $0.shoulderTilt = 4
    $0.sway = -0.6
    $0.expression = Expression(openness: 0.95, mouth: .grin, brows: -0.5)
    $0.rightArm = ArmPose(54, 92, handAngle: 96, hand: .open)
    $0.leftArm = ArmPose(34, 58, handAngle: 70, hand: .fist)
    $0.rightLeg = LegPose(4, 2)
    $0.leftLeg = LegPose(13, 8)
  }

  fileprivate static let resting = Pose {
    $0.headTurn = -0.6
    $0.headTilt = -8
    $0.hipTilt = 4
    $0.lean = -2
    $0.sway = 0.3
    $0.expression = Expression(openness: 0.75, mouth: .smile, brows: 0.2, gaze: -0.4)
    $0.rightArm = ArmPose(44, -44, handAngle: -22, hand: .fist)
    $0.leftArm = ArmPose(30, 52, handAngle: 66, hand: .fist)
    $0.rightLeg = LegPose(10, 6)
    $0.leftLeg = LegPose(0, 1)
  }

  fileprivate static let cheering = Pose {
    $0.headTurn = -0.35
    $0.headTilt = -9
    $0.lean = 3
    $0.shoulderTilt = 5
    $0.hipTilt = -3
    $0.expression = Expression(mouth: .grin, brows: 0.7)
    $0.rightArm = ArmPose(128, 160, handAngle: 164, hand: .fist)
    $0.leftArm = ArmPose(46, -42, handAngle: -18, hand: .fist)
    $0.rightLeg = LegPose(12, 8)
    $0.leftLeg = LegPose(6, 2)
  }
}
