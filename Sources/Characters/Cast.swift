extension Character {
  private static let common: [Swatch] = [
    Swatch("paper", "background", 0xffffff, 0xe9e9ee, 0xffffff),
    Swatch("eye white", "eye-white", 0xfdfcfb, 0xcfc8d6, 0xffffff),
    Swatch("eye light", "iris", 0xffffff, 0xe8eef6, 0xffffff),
    Swatch("mouth", "mouth", 0x9c3b45, 0x742a38, 0xb95560),
    Swatch("tongue", "mouth", 0xe58a8a, 0xcc6c72, 0xf2a8a6),
    Swatch("teeth", "mouth", 0xfbf9f6, 0xdad4da, 0xffffff),
  ]

  /// A schoolgirl: long chestnut hair, navy sailor uniform.
  public static let hana = Character(
    name: "hana", proportions: .girl,
    hair: HairStyle(fringe: .full, back: .long(1.05), sideLocks: 0.72), outfit: .sailor,
    swatches: common + [
      Swatch("skin", "skin", 0xfde3d3, 0xefb3a0, 0xfff3ea),
      Swatch("hair", "hair", 0xb0714a, 0x7d4536, 0xeec08c),
      Swatch("lash", "brow", 0x4a2a26, 0x2e1a1c, 0x6a4038),
      Swatch("iris", "iris", 0x4f9a68, 0x24574a, 0xa9dc9a),
      Swatch("pupil", "iris", 0x1f3a38, 0x14262a, 0x2f5a50),
      Swatch("blouse", "upper-cloth", 0xf7f5f4, 0xc9cbe0, 0xffffff),
      Swatch("collar", "upper-cloth", 0x34487c, 0x222d57, 0x5a72a8),
      Swatch("scarf", "accessory", 0xd8404e, 0xa3283f, 0xf08080),
      Swatch("skirt", "lower-cloth", 0x3f5a94, 0x293a6b, 0x6c8ac0),
      Swatch("socks", "footwear", 0x2d3042, 0x1c1d2c, 0x4a5068),
      Swatch("shoes", "footwear", 0x6e3f33, 0x472523, 0xa8735c),
      Swatch("soles", "footwear", 0x3c2a2a, 0x271a1c, 0x5c4440),
    ])

  /// A young woman at a summer festival: black hair put up, violet yukata, round fan.
  public static let yuki = Character(
    name: "yuki", proportions: .woman,
    hair: HairStyle(fringe: .parted, back: .bun, sideLocks: 0.5), outfit: .yukata,
    swatches: common + [
      Swatch("skin", "skin", 0xfce0cf, 0xe9aa9c, 0xfff0e6),
      Swatch("hair", "hair", 0x33304a, 0x1f1b30, 0x7378a6),
      Swatch("lash", "brow", 0x2a2434, 0x191420, 0x463c58),
      Swatch("iris", "iris", 0x8a5fb0, 0x4c2f78, 0xd0a4e6),
      Swatch("pupil", "iris", 0x33204e, 0x221436, 0x51367a),
      Swatch("yukata", "outer-cloth", 0xb3a5de, 0x8272b8, 0xd9d0f2),
      Swatch("blossom", "outer-cloth", 0xfbe4ee, 0xe2b2cb, 0xffffff),
      Swatch("neckband", "upper-cloth", 0xf6f1e6, 0xd3c6bd, 0xffffff),
      Swatch("sash", "accessory", 0xe9b84c, 0xc08432, 0xf8dc92),
      Swatch("cord", "accessory", 0xcf4257, 0x9c2c46, 0xea8088),
      Swatch("flower", "accessory", 0xf08ba6, 0xc9627f, 0xfcc0ce),
      Swatch("ornament", "accessory", 0xf2d37a, 0xc99c46, 0xfcecb4),
      Swatch("fan", "prop", 0xf7f3ea, 0xd6cfc8, 0xffffff),
      Swatch("fan wave", "prop", 0x5f9fc6, 0x3f7499, 0x96c8e2),
      Swatch("wood", "prop", 0xc89a64, 0x96693f, 0xe4c08e),
      Swatch("sandals", "footwear", 0x9c5f3e, 0x6b3d2b, 0xc98c62),
    ])

  /// A wandering mage: silver hair, dark green cloak, boots, staff.
  public static let rowan = Character(
    name: "rowan", proportions: .man,
    hair: HairStyle(fringe: .swept, back: .long(0.62), sideLocks: 0.5), outfit: .cloak,
    swatches: common + [
      Swatch("skin", "skin", 0xf3cfb4, 0xd29a82, 0xfce6d2),
      Swatch("hair", "hair", 0xc9d0dc, 0x8f98b2, 0xf6fafd),
      Swatch("lash", "brow", 0x525466, 0x363848, 0x74788c),
      Swatch("iris", "iris", 0xd09a32, 0x8a5a20, 0xf4d884),
      Swatch("pupil", "iris", 0x4a3018, 0x30200f, 0x6e4a26),
      Swatch("cloak", "outer-cloth", 0x35705a, 0x224b42, 0x62a184),
      Swatch("lining", "outer-cloth", 0x7b3346, 0x552234, 0xa35669),
      Swatch("tunic", "upper-cloth", 0xe4d8bd, 0xb8a68c, 0xf8f1df),
      Swatch("trousers", "lower-cloth", 0x5c5468, 0x413a4d, 0x827a90),
      Swatch("leather", "accessory", 0x7a4b2f, 0x52301f, 0xa97750),
      Swatch("bracers", "accessory", 0x855636, 0x5c3926, 0xb08058),
      Swatch("metal", "accessory", 0xe0bd62, 0xab8438, 0xf8e6a6),
      Swatch("gem", "accessory", 0x3fa6c2, 0x266f90, 0xa6e6ee),
      Swatch("boots", "footwear", 0x5a3a2c, 0x3b2520, 0x8a6350),
      Swatch("boot cuffs", "footwear", 0x9b7350, 0x6f4f38, 0xc59d78),
      Swatch("soles", "footwear", 0x33262a, 0x211719, 0x524044),
      Swatch("wood", "prop", 0x8d6a4a, 0x614630, 0xb8946c),
    ])

  /// A sporty boy: teal tufts, spectacles, orange hooded sweatshirt.
  public static let kai = Character(
    name: "kai", proportions: .boy,
    hair: HairStyle(fringe: .spiky, back: .tufts, sideLocks: 0.28), outfit: .hoodie,
    hasGlasses: true,
    swatches: common + [
      Swatch("skin", "skin", 0xe8b48e, 0xc07f66, 0xf7d3b4),
      Swatch("hair", "hair", 0x2f8f92, 0x1d5d6b, 0x86d4c6),
      Swatch("lash", "brow", 0x1f4650, 0x142e36, 0x34646e),
      Swatch("iris", "iris", 0x9a5a34, 0x5c3220, 0xdc9c62),
      Swatch("pupil", "iris", 0x341c14, 0x20100c, 0x52301f),
      Swatch("glasses", "accessory", 0x3a3440, 0x241f28, 0x645c6c),
      Swatch("hoodie", "upper-cloth", 0xf08a3c, 0xc45e2c, 0xfcb877),
      Swatch("lining", "upper-cloth", 0xa84b2a, 0x7c3424, 0xcc7048),
      Swatch("ribbing", "upper-cloth", 0xf4ecdf, 0xccbdb2, 0xffffff),
      Swatch("laces", "accessory", 0xfaf6ee, 0xd2cad0, 0xffffff),
      Swatch("shorts", "lower-cloth", 0x4a5470, 0x333a54, 0x6f7b9a),
      Swatch("socks", "footwear", 0xf2f2f4, 0xc6c8d6, 0xffffff),
      Swatch("trainers", "footwear", 0x4fae6b, 0x32794f, 0x92d8a0),
      Swatch("soles", "footwear", 0xf0ede8, 0xc4bec4, 0xffffff),
    ])
}
