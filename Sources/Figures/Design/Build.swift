/// A body's proportions, in head heights.
struct Build: Sendable {
  /// The height in heads: 2 is a chibi, 7.5 lifelike.
  var heads: Float
  /// 0 broad shoulders and narrow hips, 1 the other way round.
  var softness: Float
  var shoulder: Float
  var waist: Float
  var hip: Float
  var bust: Float
  var belly: Float
  /// Limbs' thickness, times the usual.
  var limbs: Float
  var trunk: Float
  var leg: Float
  var arm: Float
  var neck: Float
  var hand: Float
  /// A round body without waist, neck or long limbs: a mascot, a beast on two legs.
  var isMascot: Bool

  init(_ chance: Chance) {
    isMascot = chance.happens("mascot", 0.17)
    let kind = chance.weighted(
      "kind", [(0, 0.24), (1, 0.5), (2, 0.26)])
    heads =
      kind == 0
      ? chance.value("chibi", 2.1, 3.4)
      : kind == 1 ? chance.value("anime", 4.6, 6.6) : chance.value("lifelike", 6.4, 7.9)
    if isMascot { heads = chance.value("mascot tall", 2.2, 3) }
    softness = chance.unit("softness")
    let below = heads - 1
    let stout = chance.happens("stout", 0.12) ? chance.value("how stout", 0.1, 0.5) : 0
    let breadth = chance.bell("breadth", 0.85, 1.18)
    neck = below * chance.value("neck", 0.035, 0.06)
    trunk = below * chance.bell("trunk", 0.37, 0.43)
    leg = below * chance.bell("leg", 0.5, 0.6)
    arm = below * chance.bell("arm", 0.36, 0.42)
    hand = below * 0.072 + 0.12
    shoulder = (below * mix(0.112, 0.09, softness) + 0.075) * breadth
    hip = (below * mix(0.078, 0.098, softness) + 0.07) * breadth * (1 + stout * 0.5)
    belly = stout
    waist = (below * mix(0.074, 0.06, softness) + 0.07) * breadth * (1 + stout)
    bust = softness > 0.5 ? chance.value("bust", 0.1, 1) * (heads > 4 ? 1 : 0.3) : 0
    limbs =
      chance.bell("limbs", 0.8, 1.2) * (1 + stout * 0.5) * mix(1.15, 0.92, softness)
      * (heads < 3.5 ? 1.25 : 1)
    if isMascot {
      neck = 0
      trunk = below * 0.62
      leg = below * 0.34
      arm = below * 0.42
      shoulder = chance.value("mascot shoulder", 0.42, 0.55)
      waist = shoulder * chance.value("mascot belly", 1.05, 1.3)
      hip = waist * chance.value("mascot hip", 0.85, 1.05)
      limbs = 1.7
      bust = 0
    }
  }
}
