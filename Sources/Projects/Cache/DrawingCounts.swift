public import Coloring

/// The engine's findings in a drawing, in two numbers.
public struct DrawingCounts: Hashable, Sendable, Codable {
  /// In hexadecimal, of all that they were found from: another key, and they may be others now.
  public var key: String
  /// Regions of the figure.
  public var regions: Int
  public var doubtful: Int

  public init(key: ContentKey, regions: Int, doubtful: Int) {
    self.key = key.description
    self.regions = regions
    self.doubtful = doubtful
  }
}
