extension Character {
  static let commonSwatches: [Swatch] = [
    Swatch("paper", "background", 0xffffff, 0xe9e9ee, 0xffffff),
    Swatch("eye white", "eye-white", 0xfdfcfb, 0xcfc8d6, 0xffffff),
    Swatch("eye light", "iris", 0xffffff, 0xe8eef6, 0xffffff),
    Swatch("mouth", "mouth", 0x9c3b45, 0x742a38, 0xb95560),
    Swatch("tongue", "mouth", 0xe58a8a, 0xcc6c72, 0xf2a8a6),
    Swatch("teeth", "mouth", 0xfbf9f6, 0xdad4da, 0xffffff),
  ]

  /// Light skin, chestnut bob, navy sailor uniform.
  public static let hana = Character(
    name: "hana", proportions: .girl,
    hair: HairStyle(fringe: .full, back: .long(1.05), sideLocks: 0.72), outfit: .sailor,
    swatches: commonSwatches + [
      Swatch("skin", "skin", 0xfde3d3, 0xefb3a0, 0xfff3ea),
      Swatch("hair", "hair", 0xb0714a, 0x7d4536, 0xeec08c),
      Swatch("lash", "brow", 0x4a2a26, 0x2e1a1c, 0x6a4038),
      Swatch("iris", "iris", 0x4f9a68, 0x24574a, 0xa9dc9a),
      Swatch("pupil", "iris", 0x1f3a38, 0x14262a, 0x2f5a50),
      Swatch("ribbon", "accessory", 0xd8404e, 0xa3283f, 0xf08080),
      Swatch("blouse", "upper-cloth", 0xf7f5f4, 0xc9cbe0, 0xffffff),
      Swatch("collar", "upper-cloth", 0x34487c, 0x222d57, 0x5a72a8),
      Swatch("scarf", "accessory", 0xd8404e, 0xa3283f, 0xf08080),
      Swatch("skirt", "lower-cloth", 0x3b4f85, 0x26325f, 0x5f78ae),
      Swatch("socks", "footwear", 0x2d3042, 0x1c1d2c, 0x4a5068),
      Swatch("shoes", "footwear", 0x6e3f33, 0x472523, 0xa8735c),
      Swatch("soles", "footwear", 0x3c2a2a, 0x271a1c, 0x5c4440),
    ])
}
