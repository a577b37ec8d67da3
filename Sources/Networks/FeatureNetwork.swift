public import Autograd

/// A network that sees features and parts in a picture: what `Coloring` seats as a maker of features.
public protocol FeatureNetwork: Sendable {
  /// The number of values of each cell of its grid.
  var channels: Int { get }
  /// The side of a cell in pixels of the picture that it is given.
  var stride: Int { get }
  /// The number that the sides of that picture must be multiples of; itself a multiple of `stride`.
  var granularity: Int { get }

  /// - Parameters:
  ///   - pictures: `[N, 3, H, W]`, sRGB, 0…1, clear pixels white.
  ///   - areLineArt: whether they are line drawings; else they are coloured.
  func seen(in pictures: Variable, areLineArt: Bool) -> SeenPictures
}

/// A network's answer to a batch of pictures.
public struct SeenPictures {
  /// `[N, channels, H / stride, W / stride]`, of length 1 along the channels.
  public let embedding: Variable
  /// `[N, 14, H / stride, W / stride]`, the standard parts in their order: softmax makes them probabilities.
  public let partScores: Variable

  public init(embedding: Variable, partScores: Variable) {
    self.embedding = embedding
    self.partScores = partScores
  }
}
