/// What a character wears.
public enum Outfit: Sendable, CaseIterable {
  /// Sailor blouse, pleated skirt, knee socks, loafers.
  case sailor
}

/// Clothes and limbs, in three layers around the neck and the head.
struct Clothing {
  /// Behind the neck.
  var behind: [Shape] = []
  /// Between neck and head.
  var body: [Shape] = []
  /// Before the head.
  var front: [Shape] = []
}

extension Figure {
  func clothing() -> Clothing {
    switch character.outfit {
    case .sailor: sailor()
    }
  }

  /// Puts each arm where its pose says: behind the body, before it, or, raised, before the head.
  func place(_ arms: (Side) -> [Shape], in clothing: inout Clothing) {
    for side in Side.allCases {
      let arm = pose.arm(side)
      if arm.isBehind {
        clothing.behind = arms(side) + clothing.behind
      } else if arm.upper > 100 || arm.fore > 120 {
        clothing.front += arms(side)
      } else {
        clothing.body += arms(side)
      }
    }
  }
}
