internal import Autograd
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

/// Parts that were learned from a few drawings, on what is seen in them.
public struct TaughtParts: Sendable {
  private let features: PlaceFeatures
  private let head: TaughtHead
  private let known: [Int?]
  /// The number of parts.
  public var parts: Int { head.parts }

  /// Learns from drawings of one size, as they are and mirrored.
  ///
  /// - Parameters:
  ///   - drawings: at least one; sides are multiples of 32.
  ///   - parts: their number; labels are below it, or `unknown`.
  ///   - known: for each part its index among the standard ones, nil for one that no network knows: what the matcher sees of
  ///     known parts is what they begin with. Nil: all are learned from nothing.
  ///   - seed: of the first weights and of the order.
  ///   - work: the threads it may use.
  /// - Complexity: 100 steps of four drawings each: 0.4 GMAC a drawing of 256 pixels.
  public init(
    from drawings: [LabelledDrawing], parts: Int, known: [Int?]? = nil,
    on features: PlaceFeatures, seed: UInt64, work: Work
  ) {
    precondition(!drawings.isEmpty, "parts from no drawing")
    let all = drawings + drawings.map(\.mirrored)
    let seen = Compute.with(work) {
      all.map { features.features(of: tensor([$0.picture]), areLineArt: $0.isLineArt).value }
    }
    self.features = features
    let known = known ?? [Int?](repeating: nil, count: parts)
    precondition(known.count == parts, "\(known.count) known of \(parts) parts")
    self.known = known
    let start = seen.compactMap { features.scores(of: known, in: Variable($0))?.value }
    head = TaughtHead(
      features: seen, start: start.isEmpty ? nil : start, labels: all.map { $0.parts.places },
      parts: parts, seed: seed, work: work)
  }

  /// The likeliest part of each pixel of a drawing whose sides are multiples of 32.
  ///
  /// - Complexity: that of the features, and 33 kMAC for each 16 pixels.
  public func parts(of picture: Image, isLineArt: Bool, work: Work) -> Plane<UInt8> {
    Compute.with(work) {
      let seen = features.features(of: tensor([picture]), areLineArt: isLineArt)
      var scores = head(seen)
      if let start = features.scores(of: known, in: seen) { scores = scores + start }
      return likeliest(
        scores.resizedBilinear(height: picture.height, width: picture.width).value)[0]
    }
  }
}

extension Plane {
  /// The same, left and right changed.
  var mirrored: Plane {
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
