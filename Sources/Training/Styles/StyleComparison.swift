internal import Autograd
internal import Learning
internal import Networks
public import Raster
internal import Tensors

/// A generator beside the drawings that it did not learn from, and those that it did.
public struct StyleComparison: Sendable {
  /// Of the blur that its distance is compared with, in pixels.
  private static let blur: Float = 1.5

  private let generator: StyleGenerator
  private let drawings: StyleDrawings
  private let figures: StyleFigures
  private let half: Range<Int>
  private let seed: UInt64

  /// - Parameters:
  ///   - file: the generator.
  ///   - data: what it learned from; at least 1,000 drawings, or none are held out.
  ///   - matcher: the file of the weights whose features tell distances.
  ///   - seed: that of its training, which says what was held out.
  /// - Returns: nil where no drawings are held out.
  /// - Throws: `CheckpointError`, `DataSetError`.
  public init?(
    _ file: GeneratorFile, data: DataSet, matcher: String, seed: UInt64 = 1, work: Work
  ) throws {
    generator = file.generator
    self.seed = seed
    drawings = try StyleDrawings(data, side: file.side, seed: seed)
    half = 0..<drawings.heldOutCount / 2
    guard let first = drawings.heldOutDrawings(half) else { return nil }
    figures = StyleFigures(
      matcher: try MatcherNetwork(contentsOf: matcher), drawings: first, seed: seed, work: work)
  }

  /// Drawings of each distance.
  public var count: Int { half.count }

  /// Of the generated pictures from a half of the held-out drawings: `distance`, `precision`, `recall`; `halves` and `blurred`,
  /// the distances of the other half, as it is and blurred.
  public func distances(work: Work) -> [String: Double] {
    var all = figures.figures(of: generator, work: work)
    let others = drawings.heldOutDrawings(half.upperBound..<2 * half.upperBound)!
    all["halves"] = figures.distance(to: others, work: work)
    all["blurred"] = figures.distance(to: others.blurred(Self.blur, work: work), work: work)
    return all
  }

  /// Some generated pictures, each beside the nearest drawing that was learned from, and how far these are: the root of the
  /// mean square difference of pixels; and as far for as many held-out drawings.
  public func nearest(
    _ count: Int, work: Work
  ) -> (sheet: Image, generated: [Double], heldOut: [Double]) {
    let pictures = Compute.with(work) {
      var random = RandomStream(seed: seed, stream: 5 << 56)
      return generator.synthesis(
        generator.randomStyles(count, using: &random),
        noise: generator.noise(of: count, using: &random)
      ).picture.value
    }
    let unseen = drawings.heldOutDrawings(0..<count)!
    func nearest(to pictures: Tensor) -> [(drawing: Tensor, distance: Double)] {
      work.mapItems(of: count) {
        drawings.nearest(to: pictures.sliced($0..<$0 + 1, axis: 0).values)
      }
    }
    let (own, other) = (nearest(to: pictures), nearest(to: unseen))
    let tiles = zip(images(pictures), own).flatMap { [$0, images($1.drawing)[0]] }
    let sheet = TileSheet(size: generator.shape.side, columns: 8, count: tiles.count)
      .plane(tiles, paper: .white)
    return (sheet, own.map(\.distance), other.map(\.distance))
  }
}

extension Tensor {
  /// Pictures `[N, C, H, W]` blurred by a normal distribution; beyond an edge its pixels go on.
  fileprivate func blurred(_ deviation: Float, work: Work) -> Tensor {
    let reach = Int((3 * deviation).rounded(.up))
    let kernel = (-reach...reach).map { offset in
      exponential(-Float(offset * offset) / (2 * deviation * deviation))
    }
    let sum = kernel.reduce(0, +)
    let (height, width) = (shape[2], shape[3])
    let area = height * width
    let all = values
    let planes = work.mapItems(of: shape[0] * shape[1]) { plane -> [Float] in
      let own = Array(all[plane * area..<(plane + 1) * area])
      func pass(_ values: [Float], _ step: Int, _ place: (Int) -> Int, _ side: Int) -> [Float] {
        (0..<area).map { index in
          var total: Float = 0
          for (offset, weight) in zip(-reach...reach, kernel) {
            let at = place(index)
            let clamped = Swift.min(Swift.max(at + offset, 0), side - 1)
            total += weight * values[index + (clamped - at) * step]
          }
          return total / sum
        }
      }
      return pass(pass(own, 1, { $0 % width }, width), width, { $0 / width }, height)
    }
    return Tensor(planes.flatMap { $0 }, shape)
  }
}
