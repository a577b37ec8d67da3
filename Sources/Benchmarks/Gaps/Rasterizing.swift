import Raster

/// How a test drawing's lines look.
enum DrawnStyle: String, CaseIterable {
  /// Black and smooth.
  case clean
  /// Grey, grainy and of uneven width.
  case pencil
}

extension DrawnStyle {
  /// Strokes drawn on white.
  ///
  /// - Parameter seed: of the pencil's grain.
  func draw(_ strokes: [DrawnStroke], width: Int, height: Int, seed: UInt64) -> Image {
    var ink = Plane<UInt8>(width: width, height: height, repeating: 0)
    for (index, stroke) in strokes.enumerated() {
      let hand = ValueNoise(seed: seed &+ UInt64(index) &* 7919, period: 9)
      let pressure = ValueNoise(seed: seed &+ UInt64(index) &* 104_729, period: 40)
      for (point, (radius, s)) in zip(stroke.points, zip(stroke.radii, stroke.arcLengths)) {
        switch self {
        case .clean: ink.stamp(point, radius: radius, value: 255)
        case .pencil:
          let wobble = 1 + 0.22 * hand.value(at: s)
          ink.stamp(
            point, radius: max(0.5, radius * wobble), value: 205 + 35 * pressure.value(at: s))
        }
      }
    }
    if self == .pencil { ink.addGrain(seed: seed) }
    return ink.map { RGBA(255 - $0, 255 - $0, 255 - $0) }
  }
}

extension Plane<UInt8> {
  /// A soft-edged disc, the darker of it and what is there.
  fileprivate mutating func stamp(_ centre: Vector, radius: Double, value: Double) {
    let reach = radius + 1
    for y in Int(centre.y - reach)...Int(centre.y + reach + 1) {
      for x in Int(centre.x - reach)...Int(centre.x + reach + 1) where contains(x, y) {
        let distance = (Vector(Double(x), Double(y)) - centre).length
        let share = Swift.min(1, Swift.max(0, radius + 0.5 - distance))
        self[x, y] = Swift.max(self[x, y], UInt8(share * value))
      }
    }
  }

  /// Paper's tooth: lightens ink and darkens paper a little, pixel by pixel.
  fileprivate mutating func addGrain(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed ^ 0xABCD)
    elements = elements.map { value in
      let grain = Double.random(in: -1...1, using: &numbers)
      return UInt8(Swift.min(255, Swift.max(0, Double(value) * (1 + 0.22 * grain) + 8 + 8 * grain)))
    }
  }
}

/// Smooth noise in one dimension, -1…1.
struct ValueNoise {
  private let values: [Double]
  private let period: Double

  init(seed: UInt64, period: Double) {
    var numbers = SeededNumbers(seed: seed)
    values = (0..<256).map { _ in Double.random(in: -1...1, using: &numbers) }
    self.period = period
  }

  func value(at s: Double) -> Double {
    let t = s / period
    let index = Int(t.rounded(.down))
    let share = t - Double(index)
    let ease = share * share * (3 - 2 * share)
    return values[index & 255] * (1 - ease) + values[(index + 1) & 255] * ease
  }
}

/// Repeatable numbers: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
