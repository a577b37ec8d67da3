/// Random decisions that depend on nothing but a seed and their names.
///
/// Each decision has a name, and each group of decisions a `Chance` of its own, so that a decision added
/// leaves all the others as they were. The numbers are names and keys put through SplitMix64's finaliser.
public struct Chance: Hashable, Sendable {
  private let key: UInt64

  public init(_ seed: UInt64) { key = Chance.mixed(seed &+ 0x9e37_79b9_7f4a_7c15) }

  private init(key: UInt64) { self.key = key }

  /// Decisions of their own for what is called `name`.
  public func callAsFunction(_ name: StaticString) -> Chance { Chance(key: bits(name)) }

  /// Decisions of their own for the `index`-th of several.
  public func callAsFunction(_ index: Int) -> Chance {
    Chance(
      key: Chance.mixed(key &+ UInt64(truncatingIfNeeded: index &+ 1) &* 0xd1b5_4a32_d192_ed03))
  }

  /// 0 ..< 1.
  func unit(_ name: StaticString) -> Float { Float(bits(name) >> 40) * 0x1p-24 }

  /// `low ..< high`, evenly.
  func value(_ name: StaticString, _ low: Float, _ high: Float) -> Float {
    low + unit(name) * (high - low)
  }

  /// `low ..< high`, the middle more often than the ends.
  func bell(_ name: StaticString, _ low: Float, _ high: Float) -> Float {
    let each = bits(name)
    let sum =
      Float(each & 0x1f_ffff) + Float((each >> 21) & 0x1f_ffff) + Float((each >> 42) & 0x1f_ffff)
    return low + sum / Float(3 * 0x20_0000) * (high - low)
  }

  /// True with this probability.
  func happens(_ name: StaticString, _ probability: Float) -> Bool { unit(name) < probability }

  /// −1 or 1.
  func sign(_ name: StaticString) -> Float { unit(name) < 0.5 ? -1 : 1 }

  /// `low ... high`, each as likely.
  func count(_ name: StaticString, _ low: Int, _ high: Int) -> Int {
    low + Int(unit(name) * Float(high - low + 1))
  }

  /// One of `options`, each as likely.
  func pick<Option>(_ name: StaticString, _ options: [Option]) -> Option {
    options[Int(unit(name) * Float(options.count))]
  }

  /// One of `options`, as likely as its weight says.
  func weighted<Option>(_ name: StaticString, _ options: [(Option, Float)]) -> Option {
    var rest = unit(name) * options.reduce(0) { $0 + $1.1 }
    for (option, weight) in options {
      rest -= weight
      if rest < 0 { return option }
    }
    return options[options.count - 1].0
  }

  private func bits(_ name: StaticString) -> UInt64 {
    var hash = key ^ 0xcbf2_9ce4_8422_2325
    name.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    return Chance.mixed(hash)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
