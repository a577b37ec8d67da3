import Raster
import TestSupport

/// A small picture with everything that layers can be.
enum LayeredSample {
  /// XML specials, control characters, an emoji of two code units, Japanese.
  static let names = ["<a href=\"x\">&'</a>", "tab\tbell\u{7}end", "塗り🎨ぬりえ", "線画"]

  /// What layers are clipped to is opaque or clear: programs differ in what a mode makes of a base
  /// that is neither.
  static let picture: LayeredImage = {
    var random = SeededNumbers(seed: 31)
    func code() -> UInt8 { UInt8(random.next() & 255) }
    func pixels(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> RGBA) -> Image {
      Image(
        width: width, height: height,
        elements: (0..<height).flatMap { y in (0..<width).map { x in pixel(x, y) } })
    }
    let paper = Layer(
      name: names[0], pixels: pixels(40, 30) { x, _ in x < 30 ? RGBA(240, 230, 220) : .clear })
    let hair = Layer(
      name: names[2],
      pixels: pixels(20, 20) { x, y in
        (x - 10) * (x - 10) + (y - 10) * (y - 10) < 60 ? RGBA(90, 40, 160) : .clear
      }, origin: Point(3, 5))
    let skin = Layer(
      name: "skin", pixels: pixels(14, 9) { _, _ in RGBA(250, 200, 170) }, origin: Point(22, 18))
    let shadow = Layer(
      name: names[1], pixels: pixels(40, 30) { x, y in RGBA(code(), 90, 200, UInt8(x * 6)) },
      blend: .multiply, opacity: 0.6)
    let light = Layer(
      name: "light", pixels: pixels(12, 30) { _, _ in RGBA(255, 240, code(), code()) },
      origin: Point(8, 0), blend: .screen)
    let ribbon = Layer(
      name: "ribbon", pixels: pixels(9, 4) { x, _ in RGBA(200, 20, 60, UInt8(255 - 20 * x)) },
      origin: Point(16, 10), opacity: 0.8)
    let mask = Layer(
      name: "mask", pixels: pixels(40, 30) { _, _ in RGBA(255, 0, 0) }, isVisible: false)
    let empty = Layer(name: "empty", pixels: Image(width: 4, height: 4, repeating: .clear))
    let lines = Layer(
      name: names[3], pixels: pixels(40, 30) { x, y in (x + y) % 7 == 0 ? .black : .clear },
      blend: .multiply)
    return LayeredImage(
      width: 40, height: 30,
      nodes: [
        .layer(paper, clipped: [shadow]),
        .folder(
          name: "flats & more", isVisible: true,
          children: [
            .layer(hair, clipped: [light, ribbon]),
            .folder(name: "inner", isVisible: true, children: [.layer(skin)]),
          ]),
        .layer(empty),
        .folder(name: "hidden", isVisible: false, children: [.layer(mask)]), .layer(lines),
      ])
  }()
}
