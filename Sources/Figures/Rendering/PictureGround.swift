/// The ground behind everything in a coloured picture.
struct PictureGround: Sendable {
  enum Kind: Sendable, CaseIterable {
    case plain, gradient, stripes, checks, dots, rays, noise, clouds, bokeh, split
  }

  let kind: Kind
  let first: SIMD3<Float>
  let second: SIMD3<Float>
  let angle: Vector
  let period: Float
  let key: UInt32
  let size: Vector

  init(_ chance: Chance, width: Int, height: Int) {
    kind = chance.weighted(
      "kind",
      [
        (.plain, 0.74), (.gradient, 0.08), (.stripes, 0.02), (.checks, 0.02), (.dots, 0.02),
        (.rays, 0.01), (.noise, 0.04), (.clouds, 0.04), (.bokeh, 0.01), (.split, 0.02),
      ])
    let tone = chance.weighted("tone", [(0, 0.7), (1, 0.2), (2, 0.05), (3, 0.05)])
    func colour(_ chance: Chance) -> SIMD3<Float> {
      switch tone {
      case 0: return SIMD3(repeating: chance.value("white", 0.93, 1))
      case 1:
        return rgb(
          chance.unit("hue"), chance.value("pale", 0.03, 0.25), chance.value("light", 0.8, 1))
      case 2:
        return rgb(chance.unit("hue"), chance.value("dim", 0, 0.6), chance.value("dark", 0.02, 0.3))
      default:
        return rgb(
          chance.unit("hue"), chance.value("strong", 0.2, 0.7), chance.value("middle", 0.4, 0.9))
      }
    }
    let one =
      kind == .plain && tone == 0 && chance.happens("white", 0.85)
      ? SIMD3(1, 1, 1) : colour(chance("first"))
    first = one
    let drift = rgb(
      chance.unit("second hue"), chance.value("second strong", 0.05, 0.4),
      chance.value("second light", 0.4, 1))
    second = one + (drift - one) * chance.value("contrast", 0.1, 0.6)
    angle = Vector(1, 0).turned(chance.value("angle", 0, 6.28))
    period = chance.value("period", 8, 48) * Float(min(width, height)) / 256
    key = UInt32(chance.unit("key") * 16_777_215)
    size = Vector(Float(width), Float(height))
  }

  func colour(_ x: Int, _ y: Int) -> SIMD3<Float> {
    guard kind != .plain else { return first }
    return first + (second - first) * share(Vector(Float(x), Float(y)))
  }

  private func share(_ point: Vector) -> Float {
    let along = point.dot(angle) / period
    let across = point.dot(angle.quarter) / period
    switch kind {
    case .plain: return 0
    case .gradient: return ((point - size * 0.5).dot(angle) / size.y + 0.5).clamped(0, 1)
    case .stripes: return along - along.rounded(.down) < 0.5 ? 0 : 1
    case .checks:
      let a = along - along.rounded(.down) < 0.5
      let b = across - across.rounded(.down) < 0.5
      return a == b ? 0 : 1
    case .dots:
      let offset = Vector(along - along.rounded(), across - across.rounded())
      return offset.length < 0.3 ? 1 : 0
    case .rays:
      let turn = arc(point.y - size.y * 0.5, point.x - size.x * 0.5) * 4
      return turn - turn.rounded(.down) < 0.5 ? 0 : 1
    case .noise:
      let coarse = smoothValue(along, across, key)
      let fine = smoothValue(along * 5, across * 5, key &+ 3)
      return coarse * 0.6 + fine * 0.25 + latticeValue(UInt32(point.x), UInt32(point.y) &+ key)
        * 0.15
    case .clouds:
      let value =
        smoothValue(along, across, key) * 0.6 + smoothValue(along * 2.1, across * 2.1, key &+ 5)
        * 0.4
      return value.eased(0.4, 0.6)
    case .bokeh:
      let cell = Vector(along.rounded(.down), across.rounded(.down))
      let column = UInt32(bitPattern: Int32(cell.x))
      let row = UInt32(bitPattern: Int32(cell.y)) &+ key
      let centre = Vector(latticeValue(column, row), latticeValue(row, column))
      let off = (Vector(along, across) - cell - centre).length
      return off < 0.4 ? 0.4 + 0.6 * latticeValue(column &+ 9, row) : 0
    case .split: return (point - size * 0.5).dot(angle) > 0 ? 1 : 0
    }
  }
}
