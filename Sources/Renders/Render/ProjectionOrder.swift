/// The order to find what a generator draws a picture from.
public struct ProjectionOrder: Hashable, Sendable, Codable {
  /// The steps to make, at least 1.
  public let steps: Int
  /// The seed of the random numbers.
  public let seed: UInt64

  public init(steps: Int, seed: UInt64) {
    self.steps = steps
    self.seed = seed
  }
}
