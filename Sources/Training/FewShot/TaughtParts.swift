internal import Autograd
internal import Learning
internal import Networks
public import Raster
internal import Tensors

/// A drawing whose parts are known.
public struct LabelledDrawing: Sendable {
  public let picture: Image
  public let isLineArt: Bool
  /// The part of each pixel, of the picture's size; `unknown` does not count.
  public let parts: Plane<UInt8>

  public static let unknown: UInt8 = 255

  /// A drawing and its parts, of one size.
  public init(_ picture: Image, isLineArt: Bool, parts: Plane<UInt8>) {
    precondition(picture.width == parts.width && picture.height == parts.height)
    self.picture = picture
    self.isLineArt = isLineArt
    self.parts = parts
  }

  fileprivate var mirrored: LabelledDrawing {
    LabelledDrawing(picture.mirrored, isLineArt: isLineArt, parts: parts.mirrored)
  }
}

/// Parts that were learned from a few drawings: a head on features that do not change.
public struct TaughtParts: Sendable {
  private static let steps = 100
  /// Drawings of a step.
  private static let batch = 4

  private let features: PlaceFeatures
  private let head: PartHead
  /// The number of parts.
  public let parts: Int

  /// Learns from drawings of one size, as they are and mirrored.
  ///
  /// - Parameters:
  ///   - drawings: at least one; sides are multiples of 32.
  ///   - parts: their number; labels are below it, or `unknown`.
  ///   - seed: of the first weights and of the order.
  ///   - work: the threads it may use.
  /// - Complexity: 100 steps of four drawings each: 0.4 GMAC a drawing of 256 pixels.
  public init(
    from drawings: [LabelledDrawing], parts: Int, on features: PlaceFeatures, seed: UInt64,
    work: Work
  ) {
    precondition(!drawings.isEmpty, "parts from no drawing")
    let all = drawings + drawings.map(\.mirrored)
    var random = RandomStream(seed: seed, stream: 1)
    var head = PartHead(features.count, parts: parts, using: &random)
    head.forEachParameter { $1.update { _ in } }
    Compute.with(work) {
      let seen = all.map {
        features.features(of: tensor([$0.picture]), areLineArt: $0.isLineArt).value
      }
      let labels = all.map { $0.parts.places }
      let weights = Self.weights(of: labels, parts: parts)
      var adam = Adam(for: head, rate: 1e-3)
      var order: [Int] = []
      for step in 0..<Self.steps {
        var own: [Int] = []
        while own.count < min(Self.batch, all.count) {
          if order.isEmpty { order = Array(all.indices).shuffled(using: &random) }
          own.append(order.removeLast())
        }
        let inputs = concatenated(own.map { Variable(seen[$0]) }, axis: 0)
        let truth = own.flatMap { labels[$0] }
        adam.rate = 3e-3 * Schedule.cosine(warmup: 5, steps: Self.steps).share(at: step)
        let (_, gradients) = valueAndGradients(of: head) {
          crossEntropy($0(inputs), labels: truth, weights: weights)
        }
        adam.update(&head, gradients)
      }
    }
    self.features = features
    self.head = head
    self.parts = parts
  }

  /// The likeliest part of each pixel of a drawing whose sides are multiples of 32.
  ///
  /// - Complexity: that of the features, and 33 kMAC for each 16 pixels.
  public func parts(of picture: Image, isLineArt: Bool, work: Work) -> Plane<UInt8> {
    let scores = Compute.with(work) {
      head(features.features(of: tensor([picture]), areLineArt: isLineArt))
        .resizedBilinear(height: picture.height, width: picture.width).value
    }
    let area = picture.width * picture.height
    return scores.withValues { scores in
      Plane(
        width: picture.width, height: picture.height,
        elements: (0..<area).map { pixel in
          UInt8((0..<parts).max { scores[$0 * area + pixel] < scores[$1 * area + pixel] }!)
        })
    }
  }

  /// Small parts count for more than their places, but not as much as large ones: by the root of their share.
  private static func weights(of labels: [[Int32]], parts: Int) -> [Float] {
    var counts = [Float](repeating: 0, count: parts)
    for label in labels.joined() where label >= 0 { counts[Int(label)] += 1 }
    return counts.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
  }
}

extension Plane {
  fileprivate var mirrored: Plane {
    var result = self
    for y in 0..<height {
      for x in 0..<width { result[width - 1 - x, y] = self[x, y] }
    }
    return result
  }
}

extension Plane<UInt8> {
  /// The label of each place, that of most of its pixels; -1 where that is unknown.
  fileprivate var places: [Int32] {
    let stride = PlaceFeatures.stride
    var result: [Int32] = []
    for top in Swift.stride(from: 0, to: height, by: stride) {
      for left in Swift.stride(from: 0, to: width, by: stride) {
        var counts: [UInt8: Int] = [:]
        for y in top..<top + stride {
          for x in left..<left + stride { counts[self[x, y], default: 0] += 1 }
        }
        // Among equals the later part: eyes and mouths come after skin.
        let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }!.key
        result.append(most == LabelledDrawing.unknown ? -1 : Int32(most))
      }
    }
    return result
  }
}
