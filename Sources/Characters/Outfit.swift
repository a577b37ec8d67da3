/// What a character wears.
public enum Outfit: Sendable, CaseIterable {
  /// Sailor blouse, pleated skirt, knee socks, loafers.
  case sailor
  /// Summer kimono with a sash; a round fan in the hand.
  case yukata
  /// Tunic, trousers, boots and a cloak; a staff in the hand.
  case cloak
  /// Hooded sweatshirt, shorts and trainers.
  case hoodie
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
    case .yukata: yukata()
    case .cloak: cloak()
    case .hoodie: hoodie()
    }
  }

  /// Puts each arm where its pose says: behind the body, before it, or, raised, before the head.
  func place(_ arms: (Side) -> [Shape], in clothing: inout Clothing) {
    for side in Side.allCases {
      let arm = pose.arm(side)
      if arm.isBehind {
        clothing.behind = arms(side) + clothing.behind
      } else if arm.upper > 75 && arm.fore > 140 {
        clothing.front += arms(side)
      } else {
        clothing.body += arms(side)
      }
    }
  }
}
