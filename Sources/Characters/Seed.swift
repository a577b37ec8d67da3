/// Random numbers that depend on nothing but a seed and what is asked: a counter put through
/// SplitMix64's finaliser (Steele, Lea and Flood 2014). No state is shared, so drawing one thing more
/// never changes another.
public struct Seed: Hashable, Sendable {
  private let key: UInt64

  public init(_ key: UInt64) { self.key = key }

  /// A seed of its own for the thing called `name`.
  public func child(_ name: String) -> Seed {
    var hash = key ^ 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = Seed.mixed((hash ^ UInt64(byte)) &* 0x100_0000_01b3) }
    return Seed(hash)
  }

  /// A seed of its own for the thing numbered `index`.
  public func child(_ index: Int) -> Seed { Seed(bits(index)) }

  /// The `index`-th number in 0 ..< 1.
  public func unit(_ index: Int) -> Double {
    Double(bits(index) >> 11) * 0x1p-53
  }

  /// The `index`-th number in `range`.
  public func value(_ index: Int, in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit(index) * (range.upperBound - range.lowerBound)
  }

  private func bits(_ index: Int) -> UInt64 {
    Seed.mixed(key &+ UInt64(truncatingIfNeeded: index &+ 1) &* 0x9e37_79b9_7f4a_7c15)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Smooth noise: random values at whole numbers, eased in between; −1 … 1.
struct Noise: Sendable {
  let seed: Seed

  func callAsFunction(_ t: Double) -> Double {
    let cell = t.rounded(.down)
    let share = t - cell
    let eased = share * share * (3 - 2 * share)
    let index = Int(cell)
    let a = seed.unit(index)
    return 2 * (a + (seed.unit(index + 1) - a) * eased) - 1
  }

  func callAsFunction(_ x: Double, _ y: Double) -> Double {
    let row = y.rounded(.down)
    let share = y - row
    let eased = share * share * (3 - 2 * share)
    let a = Noise(seed: seed.child(Int(row)))(x)
    let b = Noise(seed: seed.child(Int(row) + 1))(x)
    return a + (b - a) * eased
  }
}
