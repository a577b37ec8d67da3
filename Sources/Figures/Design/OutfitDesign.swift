/// The clothes of a character, each item independently chosen.
struct OutfitDesign: Sendable {
  enum Neckline: Sendable, CaseIterable {
    case round, deep, wide, high, shirt, sailor, strapless, straps
  }
  enum Sleeve: Sendable, CaseIterable { case none, cap, short, puff, elbow, long, wide, loose }
  enum Bottom: Sendable, CaseIterable {
    case trousers, shorts, skirt, longSkirt, pleated, dress, leggings, wideTrousers
  }
  enum Outer: Sendable, CaseIterable {
    case none, jacket, coat, vest, cape, hoodie, robe, apron, shawl
  }
  enum Feet: Sendable, CaseIterable { case shoes, boots, longBoots, bare, sandals, heels }
  enum Pattern: Sendable, CaseIterable { case plain, stripes, bars, checks, dots, edge, emblem }
  enum Hat: Sendable, CaseIterable {
    case none, beanie, cap, top, witch, straw, crown, band, headphones, maid, hood, helmet, beret,
      bow, twinBows, flower, veil, bicorne, chef
  }
  enum FaceThing: Sendable, CaseIterable { case none, round, square, half, goggles, mask, patch }
  enum Prop: Sendable, CaseIterable {
    case none, sword, staff, book, umbrella, cup, bag, phone, flower, ball, spear, scroll
  }

  var neckline: Neckline
  var sleeve: Sleeve
  var bottom: Bottom
  var outer: Outer
  var feet: Feet
  var sock: Float
  var glove: Float
  var pattern: Pattern
  var bottomPattern: Pattern
  /// The end of the shirt along the trunk; above 0.6 the midriff is bare.
  var hem: Float
  var hasBelt: Bool
  var hasButtons: Bool
  var tie: Int
  var hasScarf: Bool
  var hasStrap: Bool
  var hasCuffs: Bool
  var isSheer: Bool
  var ease: Float
  var skirtLength: Float
  var flare: Float
  var hat: Hat
  var faceThing: FaceThing
  var prop: Prop
  var isSheathed: Bool
  var beastEars: Int
  var horns: Int
  var tail: Int
  var wings: Int
  var hasChoker: Bool
  var hasEarrings: Bool
  var hasArmour: Bool

  init(_ chance: Chance, build: Build) {
    let soft = build.softness
    neckline = chance.pick("neckline", Neckline.allCases)
    if soft < 0.4 && (neckline == .strapless || neckline == .straps) { neckline = .round }
    sleeve = chance.weighted(
      "sleeve",
      [
        (.none, 0.08), (.cap, 0.06), (.short, 0.28), (.puff, 0.1), (.elbow, 0.1), (.long, 0.32),
        (.wide, 0.04), (.loose, 0.02),
      ])
    if neckline == .strapless || neckline == .straps {
      sleeve = chance.happens("loose", 0.3) ? .loose : .none
    }
    bottom =
      soft < 0.45
      ? chance.weighted(
        "bottom of a man",
        [(.trousers, 0.55), (.shorts, 0.2), (.wideTrousers, 0.2), (.longSkirt, 0.05)])
      : chance.pick("bottom", Bottom.allCases)
    outer =
      chance.happens("outer", 0.4)
      ? chance.pick("which outer", Outer.allCases.filter { $0 != .none }) : .none
    feet = chance.weighted(
      "feet",
      [
        (.shoes, 0.35), (.boots, 0.22), (.longBoots, 0.13), (.bare, 0.1), (.sandals, 0.08),
        (.heels, 0.12),
      ])
    sock = chance.happens("socks", 0.5) ? chance.value("sock", 0.7, 1.6) : 0
    glove = chance.happens("gloves", 0.16) ? chance.value("glove", 0.2, 1.2) : 0
    pattern = chance.weighted(
      "pattern",
      [
        (.plain, 0.66), (.stripes, 0.06), (.bars, 0.04), (.checks, 0.05), (.dots, 0.04),
        (.edge, 0.08), (.emblem, 0.07),
      ])
    bottomPattern = chance.weighted(
      "bottom pattern",
      [(.plain, 0.66), (.stripes, 0.05), (.checks, 0.09), (.dots, 0.04), (.edge, 0.16)])
    hem =
      chance.happens("short", 0.16)
      ? chance.value("bare midriff", 0.42, 0.56) : chance.value("hem", 0.66, 1.02)
    hasBelt = chance.happens("belt", 0.35)
    hasButtons = chance.happens("buttons", 0.3)
    tie = chance.weighted("tie", [(0, 0.55), (1, 0.18), (2, 0.2), (3, 0.07)])
    hasScarf = chance.happens("scarf", 0.08)
    hasStrap = chance.happens("strap", 0.1)
    hasCuffs = chance.happens("cuffs", 0.45)
    isSheer = chance.happens("sheer", 0.07)
    ease = chance.bell("ease", 0.03, 0.28)
    skirtLength = chance.bell("skirt length", 0.5, 1.5)
    flare = chance.bell("flare", 0.1, 1)
    hat =
      chance.happens("hatted", build.isMascot ? 0.5 : 0.26)
      ? chance.pick("hat", Hat.allCases) : .none
    faceThing =
      chance.happens("face thing", 0.2)
      ? chance.pick("which face thing", FaceThing.allCases) : .none
    prop =
      chance.happens("prop", build.isMascot ? 0.5 : 0.32)
      ? chance.pick("which prop", Prop.allCases) : .none
    isSheathed = chance.happens("sheathed", 0.35)
    beastEars =
      chance.happens("beast ears", build.isMascot ? 0.6 : 0.13) ? chance.count("ears", 1, 4) : 0
    horns = chance.happens("horns", 0.06) ? chance.count("which horns", 1, 3) : 0
    tail =
      chance.happens("tail", beastEars > 0 ? 0.6 : 0.05) ? chance.count("which tail", 1, 4) : 0
    wings = chance.happens("wings", 0.05) ? chance.count("which wings", 1, 3) : 0
    hasChoker = chance.happens("choker", 0.12)
    hasEarrings = chance.happens("earrings", 0.15)
    hasArmour = chance.happens("armour", 0.07)
    if build.isMascot {
      sock = 0
      feet = chance.happens("mascot boots", 0.2) ? .boots : .bare
      if chance.happens("undressed", 0.6) {
        outer =
          chance.happens("one garment", 0.5)
          ? chance.pick("which garment", [.vest, .cape, .jacket, .shawl]) : .none
      }
    }
  }
}
