/// The traces of a medium in flat colour: the paper's grain under crayon, blooms of water, pixels' noise.
struct Texture {
  let style: ColourStyle
  let amount: Float
  let key: UInt32
  let slant: Float
  let scale: Float

  init(_ style: ColourStyle, _ chance: Chance, unit: Float) {
    self.style = style
    amount = chance.value("amount", 0.15, 0.85)
    key = UInt32(chance.unit("key") * 16_777_215)
    slant = chance.value("slant", -1, 1)
    scale = 1 / max(1, unit)
  }

  @inline(__always)
  func apply(_ value: inout SIMD3<Float>, _ x: Int, _ y: Int) {
    switch style.medium {
    case .digital: break
    case .photograph: break
    case .crayon:
      let fx = Float(x) * scale
      let fy = Float(y) * scale
      let along = UInt32(bitPattern: Int32((fx * 0.15 + fy * 0.6 * slant)))
      let across = UInt32(bitPattern: Int32((fy - fx * slant) * 0.8 + 4096))
      let hatch = latticeValue(across, key &+ along)
      let grain = latticeValue(UInt32(fx), UInt32(fy) &+ key)
      let bare = max(0, hatch * 0.7 + grain * 0.5 - 0.6) * amount
      value += (SIMD3(0.98, 0.98, 0.96) - value) * bare
    case .watercolour:
      let bloom = smoothValue(Float(x) * scale * 0.04, Float(y) * scale * 0.04, key)
      let fine = smoothValue(Float(x) * scale * 0.2, Float(y) * scale * 0.2, key &+ 7)
      value += (SIMD3(repeating: 1) - value) * ((bloom * 0.7 + fine * 0.3) * 0.55 * amount)
    }
  }
}
