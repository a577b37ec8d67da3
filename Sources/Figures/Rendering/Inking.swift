/// Lines as they are drawn: how dark each pixel is, and in which colour.
///
/// A stroke's pixel is as dark as the distance to its middle says; it shows as far as no surface above its
/// own is seen there, by the cover's samples.
/// Cost: about 5 ns a pixel of each segment's box; 2 ms a figure at 256 pixels.
struct Inking {
  let width: Int
  let height: Int
  /// 0…255.
  private(set) var ink: [UInt8]
  /// 0 black, 1 a shadow's trace, 2 a highlight's.
  private(set) var tint: [UInt8]
  private let cover: Cover
  /// The time at which the surface of each piece, plus 1, was painted, and its number.
  private let orders: [Int32]
  private let owners: [Int32]

  init(_ scene: Scene, _ cover: Cover) {
    width = scene.width
    height = scene.height
    ink = Array(repeating: 0, count: width * height)
    tint = ink
    self.cover = cover
    orders = [-1] + scene.pieces.map { scene.order[$0.surface] }
    owners = [-1] + scene.pieces.map { Int32($0.surface) }
  }

  /// Draws the strokes of a scene that a style draws.
  mutating func draw(_ scene: Scene, _ style: PenStyle, _ chance: Chance) {
    let unit = Float(min(width, height)) / 256
    let highest = Int32.max
    for (index, stroke) in scene.strokes.enumerated() where stroke.points.count > 1 {
      let own = chance(index)
      guard let pen = style.pen(for: stroke, own) else { continue }
      let through = style.drawsEyesThroughHair && stroke.kind == .feature
      let order = through ? highest : scene.order[stroke.surface]
      let on = through ? nil : stroke.on.map { Int32($0) }
      for turn in 0..<style.repeats {
        let path = style.path(stroke.points, own(turn), unit: unit)
        for points in path {
          draw(
            points, halfWidth: max(pen.width * unit, 0.55) / 2, tapers: stroke.tapers,
            contrast: style.contrast,
            strength: pen.darkness, tint: pen.tint, order: order, on: on)
        }
      }
    }
  }

  private mutating func draw(
    _ points: [Vector], halfWidth: Float, tapers: (Float, Float), contrast: Float, strength: Float,
    tint: UInt8, order: Int32, on: Int32?
  ) {
    let last = Float(points.count - 1)
    for index in 1..<points.count {
      let a = profile(Float(index - 1) / last, tapers, contrast) * halfWidth
      let b = profile(Float(index) / last, tapers, contrast) * halfWidth
      segment(points[index - 1], points[index], a, b, strength, tint, order, on)
    }
  }

  /// A line's width along its way: thinner at its ends, as far as its tapers and the tool say.
  private func profile(_ t: Float, _ tapers: (Float, Float), _ contrast: Float) -> Float {
    let start = mix(1, tapers.0, contrast)
    let end = mix(1, tapers.1, contrast)
    let rise = t < 0.3 ? mix(start, 1, t / 0.3) : 1
    let fall = t > 0.6 ? mix(1, end, (t - 0.6) / 0.4) : 1
    return max(0.12, rise * fall)
  }

  private mutating func segment(
    _ a: Vector, _ b: Vector, _ widthA: Float, _ widthB: Float, _ strength: Float, _ tint: UInt8,
    _ order: Int32, _ on: Int32?
  ) {
    let reach = max(widthA, widthB) + 1
    let low = pointwiseMin(a, b) - reach
    let high = pointwiseMax(a, b) + reach
    guard low.x < Float(width), low.y < Float(height), high.x > 0, high.y > 0 else { return }
    let x0 = max(0, Int(low.x))
    let x1 = min(width - 1, Int(high.x))
    let y0 = max(0, Int(low.y))
    let y1 = min(height - 1, Int(high.y))
    guard x0 <= x1, y0 <= y1 else { return }
    let along = b - a
    let squared = max(along.dot(along), 1e-6)
    for y in y0...y1 {
      for x in x0...x1 {
        let p = Vector(Float(x) + 0.5, Float(y) + 0.5) - a
        let t = min(max(p.dot(along) / squared, 0), 1)
        let off = p - along * t
        let half = widthA + (widthB - widthA) * t
        let inside = half - off.dot(off).squareRoot() + 0.5
        guard inside > 0 else { continue }
        let dark = min(inside, 1) * min(1, half * 2.4) * strength
        let place = y * width + x
        guard dark * 255 > Float(ink[place]) else { continue }
        let seen = share(x, y, order, on)
        let value = UInt8(dark * seen * 255)
        if value > ink[place] {
          ink[place] = value
          self.tint[place] = tint
        }
      }
    }
  }

  /// The share of a pixel's samples where a stroke is not hidden.
  private func share(_ x: Int, _ y: Int, _ order: Int32, _ on: Int32?) -> Float {
    let at = 2 * y * cover.width + 2 * x
    return shows(at, order, on) + shows(at + 1, order, on) + shows(at + cover.width, order, on)
      + shows(at + cover.width + 1, order, on)
  }

  @inline(__always)
  private func shows(_ place: Int, _ order: Int32, _ on: Int32?) -> Float {
    let piece = Int(cover.surface[place])
    return orders[piece] <= order && (on == nil || owners[piece] == on) ? 0.25 : 0
  }
}
