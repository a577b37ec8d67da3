/// The clothes of a character.
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

/// Clothes and limbs, behind the neck and before it; the head lies over both.
struct Clothing {
  /// Behind the neck.
  var behind: [Shape] = []
  var body: [Shape] = []
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

  /// Puts each arm where its pose says: behind the body or before it.
  func place(_ arms: (Side) -> [Shape], in clothing: inout Clothing) {
    for side in Side.allCases {
      let arm = pose.arm(side)
      if arm.isBehind {
        clothing.behind = arms(side) + clothing.behind
      } else {
        clothing.body += arms(side)
      }
    }
  }
}
