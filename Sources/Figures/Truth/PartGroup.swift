/// A piece of a figure, finer than its part: the same place of two drawings of a character has the
/// same group. Left and right share one.
public enum PartGroup: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case ground
  case hairBack, hairCrown, hairBangs, hairSide, hairTail, hairBun, hairStrand
  case face, neck, ear, eyeWhite, iris, lash, brow, mouth, tongue, teeth, blush, muzzle
  case trunk, upperArm, forearm, hand, thigh, shin, foot
  case shirt, sleeve, cuff, collar, tie, placket, belt, buckle, skirt, skirtTrim, apron
  case trousers, sock, shoe, sole, glove
  case coat, coatSleeve, coatCuff, lapel, coatTail, cape, hood, scarf, strap
  case hat, hatBand, hairRibbon, headband, glasses, mask, jewel, armour
  case beastEar, beastEarInside, horn, tail, tailTip, wing, bodyBelly
  case blade, hilt, sheath, shaft, bag, book, thing, thingTrim

  /// The index in `Part.standard` of what its pieces are, where they are not something else.
  public var part: UInt8 {
    switch self {
    case .ground: return PartIndex.background
    case .hairBack, .hairCrown, .hairBangs, .hairSide, .hairTail, .hairBun, .hairStrand:
      return PartIndex.hair
    case .face, .neck, .ear, .blush, .muzzle, .trunk, .upperArm, .forearm, .hand, .thigh, .shin,
      .foot, .bodyBelly:
      return PartIndex.skin
    case .eyeWhite: return PartIndex.eyeWhite
    case .iris: return PartIndex.iris
    case .lash, .brow: return PartIndex.brow
    case .mouth, .tongue, .teeth: return PartIndex.mouth
    case .shirt, .sleeve, .cuff, .collar, .placket: return PartIndex.upperCloth
    case .skirt, .skirtTrim, .trousers: return PartIndex.lowerCloth
    case .apron, .coat, .coatSleeve, .coatCuff, .lapel, .coatTail, .cape, .hood, .armour:
      return PartIndex.outerCloth
    case .tie, .belt, .buckle, .scarf, .strap, .hat, .hatBand, .hairRibbon, .headband, .glasses,
      .mask, .jewel, .glove:
      return PartIndex.accessory
    case .sock, .shoe, .sole: return PartIndex.footwear
    case .beastEar, .beastEarInside, .horn, .tail, .tailTip, .wing: return PartIndex.other
    case .blade, .hilt, .sheath, .shaft, .bag, .book, .thing, .thingTrim: return PartIndex.prop
    }
  }
}
