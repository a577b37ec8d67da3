import Characters

/// A movement from one of a sample's pages to another, drawn frame by frame.
struct Movement {
  let from: SamplePage
  let to: SamplePage

  /// The frames from the first pose to the last, evenly apart, each drawn anew by the hand of the first page.
  func frames(_ count: Int) -> [SamplePage] {
    (0..<count).map { index in
      SamplePage(
        name: "\(from.name)-\(to.name)-\(index)",
        pose: from.pose.moved(to: to.pose, by: Double(index) / Double(max(1, count - 1))),
        style: from.style, width: max(from.width, to.width), height: max(from.height, to.height))
    }
  }
}

extension Pose {
  /// The posture on the way to another one; what is one thing or another changes halfway.
  ///
  /// - Parameter share: of the way, 0…1.
  fileprivate func moved(to other: Pose, by share: Double) -> Pose {
    func between<Whole>(_ a: Whole, _ b: Whole, _ path: WritableKeyPath<Whole, Double>) -> Double {
      a[keyPath: path] + (b[keyPath: path] - a[keyPath: path]) * share
    }
    var pose = share < 0.5 ? self : other
    for path in [
      \Pose.lean, \.hipTilt, \.shoulderTilt, \.headTilt, \.headTurn, \.sway,
      \.rightArm.upper, \.rightArm.fore, \.rightArm.handAngle,
      \.leftArm.upper, \.leftArm.fore, \.leftArm.handAngle,
      \.rightLeg.thigh, \.rightLeg.shin, \.leftLeg.thigh, \.leftLeg.shin,
      \.expression.openness, \.expression.brows, \.expression.gaze,
    ] as [WritableKeyPath<Pose, Double>] {
      pose[keyPath: path] = between(self, other, path)
    }
    return pose
  }
}
