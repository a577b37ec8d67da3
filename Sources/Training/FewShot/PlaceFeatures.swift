internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// The numbers that describe each place of a drawing, a place every four pixels: what a few labelled drawings are learned on.
public struct PlaceFeatures: Sendable {
  /// The side of a place in pixels.
  static let stride = 4

  /// What the scores of parts are multiplied by, to be about as large as the others.
  private static let quiet: Float = 0.3

  private enum Kind {
    /// The matcher's features and scores.
    case network(MatcherNetwork)
    case plain
  }

  private let kind: Kind

  /// Colour and position alone: what everything else is to be better than.
  public static let plain = PlaceFeatures(kind: .plain)

  /// Those of a network that has learned nothing.
  public static func random(seed: UInt64) -> PlaceFeatures {
    var random = RandomStream(seed: seed, stream: 0)
    return PlaceFeatures(kind: .network(MatcherNetwork(using: &random)))
  }

  /// What the matcher sees.
  ///
  /// - Parameter path: the file of its weights.
  /// - Throws: `CheckpointError`.
  public static func matcher(_ path: String) throws -> PlaceFeatures {
    PlaceFeatures(kind: .network(try MatcherNetwork(contentsOf: path)))
  }

  /// Numbers of a place.
  var count: Int {
    switch kind {
    case .network(let network): network.channels + MatcherNetwork.parts + Self.plainCount
    case .plain: Self.plainCount
    }
  }

  /// Three colours, and where it is.
  private static let plainCount = 5

  /// - Parameter pictures: `[N, 3, H, W]`, 0…1; sides are multiples of 32.
  /// - Returns: `[N, count, H / 4, W / 4]`.
  func features(of pictures: Tensor, areLineArt: Bool) -> Variable {
    let plain = concatenated(
      Variable(pictures).averagePooled(Self.stride) - 0.5, positions(of: pictures))
    switch kind {
    case .plain: return plain
    case .network(let network):
      let seen = network.seen(in: Variable(pictures), areLineArt: areLineArt)
      return concatenated(
        seen.embedding * Float(network.channels).squareRoot(), seen.partScores * Self.quiet, plain)
    }
  }

  /// The network's own scores of parts.
  ///
  /// - Parameters:
  ///   - known: for each part its index among the standard ones; nil for one that the network does not know, whose score is 0.
  ///   - features: as `features` gives them.
  /// - Returns: `[N, known.count, H / 4, W / 4]`; nil where no network sees any.
  func scores(of known: [Int?], in features: Variable) -> Variable? {
    guard case .network(let network) = kind, known.contains(where: { $0 != nil }) else {
      return nil
    }
    let all = features.sliced(
      network.channels..<network.channels + MatcherNetwork.parts, axis: 1)
    let none = all.sliced(0..<1, axis: 1) * 0
    return concatenated(
      known.map { $0.map { all.sliced($0..<$0 + 1, axis: 1) * (1 / Self.quiet) } ?? none })
  }

  /// x and y, −1…1, `[N, 2, H / 4, W / 4]`.
  private func positions(of pictures: Tensor) -> Variable {
    let (count, height, width) = (
      pictures.shape[0], pictures.shape[2] / Self.stride, pictures.shape[3] / Self.stride
    )
    func share(_ position: Int, of side: Int) -> Float {
      2 * (Float(position) + 0.5) / Float(side) - 1
    }
    let plane =
      (0..<height * width).map { share($0 % width, of: width) }
      + (0..<height * width).map { share($0 / width, of: height) }
    return Variable(
      Tensor((0..<count).flatMap { _ in plane }, [count, 2, height, width]))
  }
}
