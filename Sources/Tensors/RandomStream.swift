import Glibc

/// Random numbers from a counter: Philox 4×32-10.
///
/// The numbers are a function of seed, stream and position alone, so one seed feeds any number of
/// independent streams, one a purpose, and a stream continues from its three numbers.
/// Source: Salmon et al., Parallel random numbers: as easy as 1, 2, 3 (2011). Not for secrets.
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  public let seed: UInt64
  public let stream: UInt64
  /// The count of 32-bit numbers that were taken; a stream made with it continues there.
  public private(set) var position: UInt64
  private var block: SIMD4<UInt32> = .zero

  public init(seed: UInt64, stream: UInt64, position: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
    self.position = position
    if position % 4 != 0 { block = philox(position / 4) }
  }

  public mutating func next() -> UInt64 {
    let low = next32()
    return UInt64(next32()) << 32 | UInt64(low)
  }

  mutating func next32() -> UInt32 {
    let lane = Int(position % 4)
    if lane == 0 { block = philox(position / 4) }
    position += 1
    return block[lane]
  }

  /// 0 ≤ result < 1, one of 2²⁴ numbers as far apart.
  public mutating func nextUniform() -> Float { Float(next32() >> 8) * 0x1p-24 }

  /// From the normal distribution with mean 0 and deviation 1 (Box and Muller); takes two numbers.
  public mutating func nextNormal() -> Float {
    let radius = (-2 * log(1 - Double(next32()) * 0x1p-32)).squareRoot()
    return Float(radius * cos(2 * Double.pi * Double(next32()) * 0x1p-32))
  }

  public static func == (a: RandomStream, b: RandomStream) -> Bool {
    (a.seed, a.stream, a.position) == (b.seed, b.stream, b.position)
  }

  /// The cipher: ten rounds over the counter (block number, stream) under the key (seed).
  private func philox(_ number: UInt64) -> SIMD4<UInt32> {
    var x0 = UInt32(truncatingIfNeeded: number)
    var x1 = UInt32(truncatingIfNeeded: number >> 32)
    var x2 = UInt32(truncatingIfNeeded: stream)
    var x3 = UInt32(truncatingIfNeeded: stream >> 32)
    var key0 = UInt32(truncatingIfNeeded: seed)
    var key1 = UInt32(truncatingIfNeeded: seed >> 32)
    for _ in 0..<10 {
      let a = UInt64(0xD251_1F53) * UInt64(x0)
      let b = UInt64(0xCD9E_8D57) * UInt64(x2)
      (x0, x1, x2, x3) = (
        UInt32(b >> 32) ^ x1 ^ key0, UInt32(truncatingIfNeeded: b),
        UInt32(a >> 32) ^ x3 ^ key1, UInt32(truncatingIfNeeded: a)
      )
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
    return SIMD4(x0, x1, x2, x3)
  }
}

extension Tensor {
  /// Numbers drawn evenly from `range`.
  public static func uniform(
    _ shape: [Int], in range: ClosedRange<Float> = 0...1, using random: inout RandomStream
  ) -> Tensor {
    let width = range.upperBound - range.lowerBound
    let count = shape.reduce(1, *)
    return Tensor((0..<count).map { _ in range.lowerBound + width * random.nextUniform() }, shape)
  }

  /// Numbers of the normal distribution with mean 0.
  public static func normal(
    _ shape: [Int], deviation: Float = 1, using random: inout RandomStream
  ) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { _ in deviation * random.nextNormal() }, shape)
  }
}
