/// A body's measures, in heads: 1 is from the chin to the crown of the skull.
public struct Proportions: Hashable, Sendable {
  public var neck = 0.2
  /// From the base of the neck to the hips.
  public var torso = 1.5
  /// Half widths.
  public var shoulders = 0.5
  public var chest = 0.39
  public var waist = 0.31
  public var hips = 0.42
  public var upperArm = 0.82
  public var forearm = 0.72
  public var hand = 0.44
  /// Half the width of the upper arm.
  public var armHalf = 0.115
  public var thigh = 1.2
  public var shin = 1.2
  /// Half the width of the thigh.
  public var thighHalf = 0.225
  /// The size of an eye against a girl's: 1.
  public var eyes = 1.0
  /// The jaw's distance from round: 0 a child's … 1 a grown man's.
  public var jaw = 0.2

  public init() {}

  /// A slim girl, five and a half heads.
  public static let girl = Proportions()

  /// A tall young woman.
  public static var woman: Proportions {
    var result = Proportions()
    result.torso = 1.58
    result.thigh = 1.4
    result.shin = 1.38
    result.chest = 0.41
    result.eyes = 0.92
    result.jaw = 0.35
    return result
  }

  /// A boy of fourteen.
  public static var boy: Proportions {
    var result = Proportions()
    result.shoulders = 0.56
    result.chest = 0.42
    result.waist = 0.36
    result.hips = 0.38
    result.thighHalf = 0.2
    result.thigh = 1.25
    result.shin = 1.22
    result.eyes = 0.88
    result.jaw = 0.5
    return result
  }

  /// A young man.
  public static var man: Proportions {
    var result = boy
    result.shoulders = 0.66
    result.chest = 0.48
    result.waist = 0.4
    result.torso = 1.68
    result.upperArm = 0.92
    result.forearm = 0.82
    result.hand = 0.5
    result.armHalf = 0.135
    result.thigh = 1.48
    result.shin = 1.45
    result.eyes = 0.78
    result.jaw = 0.9
    return result
  }
}
