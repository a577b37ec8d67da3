internal import Learning
internal import Tensors

/// A data set's coloured drawings in memory, 3 bytes a pixel, in the order of training.
struct StyleDrawings: Sendable {
  /// Of a large set this many are held out, of a smaller one a fifth, of fewer than 1,000 none.
  private static let mostHeldOut = 5000

  private let pictures: [[UInt8]]
  private let heldOut: [[UInt8]]
  private let side: Int
  private let seed: UInt64

  /// - Parameter side: the set's, or a half, a quarter … of it.
  /// - Throws: `DataSetError`.
  init(_ set: DataSet, side: Int, seed: UInt64) throws {
    require(set.size % side == 0, "StyleDrawings: \(side) of \(set.size) pixels")
    self.seed = seed
    self.side = side
    let all = try (0..<set.count).map { shrunk(try set.colour($0), from: set.size, to: side) }
    let kept = set.count < 1000 ? 0 : min(Self.mostHeldOut, set.count / 5)
    pictures = Array(all.dropLast(kept))
    heldOut = Array(all.suffix(kept))
  }

  /// Not learned from.
  var heldOutCount: Int { heldOut.count }

  /// Learned from.
  var count: Int { pictures.count }

  /// Some of those that are not learned from, `[N, 3, side, side]`, −1…1; nil where there are none.
  func heldOutDrawings(_ range: Range<Int>) -> Tensor? {
    let some = heldOut[range.clamped(to: heldOut.indices)]
    if some.isEmpty { return nil }
    return Tensor(some.flatMap(values), [some.count, 3, side, side])
  }

  /// The pictures of a step, −1…1, `[4, 3, side, side]` a shard: every drawing once, in another order each time round.
  func batch(of step: Int) -> [Tensor] {
    let size = StyleTrainer.batch / Shards.count
    var order: (epoch: Int, indices: [Int]) = (-1, [])
    return (0..<Shards.count).map { shard in
      var values: [Float] = []
      for position in 0..<size {
        let place = step * StyleTrainer.batch + shard * size + position
        let epoch = place / pictures.count
        if order.epoch != epoch { order = (epoch, self.order(of: epoch)) }
        let picture = pictures[order.indices[place % pictures.count]]
        values += self.values(picture)
      }
      return Tensor(values, [size, 3, side, side])
    }
  }

  /// The drawing learned from that is nearest to a picture `[3, side, side]`, −1…1, and how far it is: the root of the mean
  /// square of its pixels' differences, which are 0…2.
  func nearest(to picture: [Float]) -> (drawing: Tensor, distance: Double) {
    let sought = picture.map { Int32(min(max(($0 + 1) * 127.5, 0), 255).rounded()) }
    var best = (index: 0, squares: Int.max)
    for (index, drawing) in pictures.enumerated() {
      var squares = 0
      for i in sought.indices {
        let apart = sought[i] - Int32(drawing[i])
        squares += Int(apart * apart)
      }
      if squares < best.squares { best = (index, squares) }
    }
    let mean = Double(best.squares) / Double(sought.count)
    return (
      Tensor(values(pictures[best.index]), [1, 3, side, side]), mean.squareRoot() / 127.5
    )
  }

  private func order(of epoch: Int) -> [Int] {
    var random = RandomStream(seed: seed, stream: 3 << 56 | UInt64(epoch))
    return pictures.indices.shuffled(using: &random)
  }

  private func values(_ picture: [UInt8]) -> [Float] { picture.map { Float($0) / 127.5 - 1 } }
}

/// Means of the pixels of a picture's planes that fall on one.
func shrunk(_ planes: [UInt8], from size: Int, to side: Int) -> [UInt8] {
  let factor = size / side
  if factor == 1 { return planes }
  return (0..<3 * side * side).map { target in
    let (plane, y, x) = (target / (side * side), target / side % side, target % side)
    var sum = factor * factor / 2
    for row in 0..<factor {
      let start = (plane * size + y * factor + row) * size + x * factor
      for column in 0..<factor { sum += Int(planes[start + column]) }
    }
    return UInt8(sum / (factor * factor))
  }
}
