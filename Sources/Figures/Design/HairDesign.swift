/// A character's hair: what grows where, independently chosen, so that there are hundreds of kinds.
struct HairDesign: Sendable {
  enum Bangs: Sendable, CaseIterable {
    case straight, parted, swept, spiky, curtains, single, wisps, slick, bowl, curly, overEye
  }
  enum Back: Sendable, CaseIterable {
    case none, short, bob, shoulder, long, veryLong, spiky, curly, wolf, flipped
  }
  enum Side: Sendable, CaseIterable { case none, short, chin, chest, hime, wavy }
  enum Tails: Sendable, CaseIterable {
    case none, pony, twin, low, side, braid, twinBraids, bun, twinBuns, drills, top
  }
  enum Crown: Sendable, CaseIterable { case smooth, spiky, afro, mohawk, bald, buzz }

  var bangs: Bangs
  var back: Back
  var side: Side
  var tails: Tails
  var crown: Crown
  var strands: Int
  var hasAntenna: Bool
  var hasStreak: Bool
  var hasTips: Bool
  var isGraded: Bool
  var gloss: Int
  /// The distance at which it stands out from the skull, head heights.
  var volume: Float
  var waviness: Float
  var length: Float
  /// The place of the parting, −1…1.
  var parting: Float
  /// The length of what falls before shoulders and chest, head heights; 0 where nothing does.
  var mane: Float
  /// It stands off in curls, like wool or fur.
  var isFluffy: Bool

  init(_ chance: Chance, build: Build) {
    let soft = build.softness
    crown = chance.weighted(
      "crown",
      [
        (.smooth, 0.72), (.spiky, 0.12 * (1.5 - soft)), (.afro, 0.04), (.mohawk, 0.02),
        (.bald, 0.03 * (1.5 - soft)), (.buzz, 0.05 * (1.3 - soft)),
      ])
    bangs = chance.pick("bangs", Bangs.allCases)
    back =
      soft < 0.45
      ? chance.weighted(
        "back of a man",
        [
          (.none, 0.15), (.short, 0.4), (.spiky, 0.15), (.wolf, 0.1), (.bob, 0.05), (.long, 0.1),
          (.curly, 0.05),
        ])
      : chance.weighted(
        "back",
        [
          (.short, 0.1), (.bob, 0.18), (.shoulder, 0.15), (.long, 0.24), (.veryLong, 0.1),
          (.curly, 0.1), (.wolf, 0.04), (.flipped, 0.09),
        ])
    side = chance.pick("side", Side.allCases)
    tails =
      chance.happens("tails", soft < 0.45 ? 0.12 : 0.5)
      ? chance.pick("which tails", Tails.allCases) : .none
    if tails != .none && tails != .twinBuns && chance.happens("all tied", 0.65) { back = .short }
    if build.isMascot && chance.happens("hairless", 0.65) { crown = .bald }
    if crown == .bald || crown == .buzz || crown == .mohawk {
      bangs = .slick
      back = .none
      side = .none
      tails = .none
    }
    if crown == .afro {
      back = .none
      side = .none
    }
    strands = chance.count("strands", 4, 9)
    hasAntenna = crown == .smooth && chance.happens("antenna", 0.2)
    hasStreak = chance.happens("streak", 0.08)
    hasTips = chance.happens("tips", 0.12)
    isGraded = chance.happens("graded", 0.22)
    gloss = chance.weighted("gloss", [(0, 0.35), (1, 0.3), (2, 0.2), (3, 0.15)])
    volume = chance.bell("volume", 0.03, 0.13)
    waviness = chance.happens("wavy", 0.35) ? chance.value("waviness", 0.3, 1) : 0
    length = chance.bell("length", 0.8, 1.25)
    parting = chance.bell("parting", -0.8, 0.8)
    let isLong = back == .shoulder || back == .long || back == .veryLong || back == .curly
    mane = isLong && chance.happens("mane", 0.45) ? chance.value("mane long", 1, 2.5) : 0
    isFluffy = back != .none && chance.happens("fluffy", 0.08)
  }
}
