/// A posed body: where trunk, head and limbs are, in head heights, the hips at the origin.
struct FigureSkeleton: Sendable {
  var trunk: Ribbon
  var head: Globe
  /// The neck's root and its radius.
  var neck: Vector
  var neckRadius: Float
  /// Left in a front view first.
  var arms: [FigureLimb]
  var legs: [FigureLimb]
  let turn: Float
  let build: Build

  init(_ build: Build, headWidth: Float, _ pose: FigurePose) {
    self.build = build
    turn = pose.turn
    let trunk = Trunk(build, pose)
    self.trunk = trunk.ribbon
    neck = trunk.ribbon(0, 0)
    neckRadius = build.isMascot ? 0.3 : 0.055 + build.shoulder * 0.11
    let rise = pose.headRise
    let forward = 0.1 * sine(pose.turn) + pose.lean * 0.5
    head = Globe(
      centre: neck + Vector(forward + pose.headTilt * 0.2, -build.neck - 0.4),
      radii: Place(headWidth, 0.5, headWidth * 0.5 + 0.24),
      yaw: pose.headTurn, pitch: rise, roll: pose.headTilt + pose.lean * 0.3)
    arms = (0..<2).map { FigureSkeleton.arm($0, build, pose, trunk) }
    legs = (0..<2).map { FigureSkeleton.leg($0, build, pose, trunk) }
  }

  private static func arm(_ index: Int, _ build: Build, _ pose: FigurePose, _ trunk: Trunk)
    -> FigureLimb
  {
    let side: Float = index == 0 ? -1 : 1
    let sh = build.shoulder
    let upper = build.arm * 0.5
    let lower = build.arm * 0.47
    let (target, pole) = ArmTargets.target(
      pose.arms[index], side: side, index: index, build: build, chance: pose.chance("arm")(index))
    let thick = (build.heads - 1) * 0.006 + 0.012
    let scale = build.limbs
    return FigureLimb(
      side: side, root: trunk.place(Place(side * sh * 0.88, trunk.shoulderHeight + sh * 0.1, 0)),
      target: trunk.place(target), pole: trunk.direction(pole), upper: upper, lower: lower
    ) { v in
      curve(
        v,
        [
          (0, thick * 5.4), (0.3, thick * 4.9), (0.85, thick * 3.9), (1.2, thick * 3.9),
          (1.6, thick * 3.1), (2, thick * 2.5),
        ])
        * scale
    }
  }

  private static func leg(_ index: Int, _ build: Build, _ pose: FigurePose, _ trunk: Trunk)
    -> FigureLimb
  {
    let side: Float = index == 0 ? -1 : 1
    let hip = build.hip
    let (target, pole) = LegTargets.target(
      pose.legs, side: side, build: build, chance: pose.chance("leg")(index))
    let thick = (build.heads - 1) * 0.0095 + 0.02
    let scale = build.limbs * mix(0.95, 1.1, build.softness)
    let most = hip * 0.56
    return FigureLimb(
      side: side, root: trunk.hipPlace(Place(side * hip * 0.5, 0, 0)),
      target: trunk.standing(target),
      pole: trunk.facing(pole), upper: build.leg * 0.5, lower: build.leg * 0.5
    ) { v in
      min(
        most * mix(1, 0.8, v),
        curve(
          v,
          [
            (0, thick * 7.2), (0.3, thick * 6.7), (0.9, thick * 4.5), (1.1, thick * 4.1),
            (1.35, thick * 4.5), (1.7, thick * 3.1), (2, thick * 2.5),
          ])
          * scale)
    }
  }
}
