public import Autograd
public import Raster
internal import Tensors

/// Programs that train one network together, each on its part of every batch; together they are the ranks.
public protocol Ranks: Sendable {
  /// Of this program among them, from 0.
  var rank: Int { get }
  /// 1, 2, 4 or 8.
  var count: Int { get }
  /// Gives `values` to another rank, which calls this at the same time, and takes its.
  ///
  /// - Throws: where the other one is gone.
  func exchange(_ values: [Float], with partner: Int) throws -> [Float]
}

/// A training in one program.
public struct SingleRank: Ranks {
  public let rank = 0
  public let count = 1

  public init() {}

  public func exchange(_ values: [Float], with partner: Int) -> [Float] { values }
}

/// What is summed over a batch: figures, and the gradients of a network's parameters.
public struct ShardSums: Sendable {
  /// Means over the shards.
  public var figures: [Float]
  /// Of the mean loss.
  public var gradients: NetworkGradients
}

/// A batch is cut into this many shards whatever the number of programs and threads.
///
/// Whatever looks from one picture at others looks within a shard; what the shards give is summed as one fixed tree,
/// ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)). So the sums are the same bytes on one, two, four or eight ranks.
public enum Shards {
  public static let count = 8

  /// The mean over the shards of a loss's gradients and of figures.
  ///
  /// - Parameters:
  ///   - work: its threads take shards side by side, each computed on one thread.
  ///   - loss: of a shard, and figures, equally many for all; called on any thread, with the parameters tracked.
  /// - Throws: what `ranks` throws.
  public static func gradients<Network: Trainable>(
    of network: Network, ranks: some Ranks, work: Work,
    _ loss: @Sendable (Network, _ shard: Int) -> (loss: Variable, figures: [Variable])
  ) throws -> ShardSums {
    let own = share(of: ranks)
    let parts = work.mapItems(of: own.count) { index in
      Compute.with(Work(threads: 1)) {
        var figures: [Float] = []
        let (_, gradients) = valueAndGradients(of: network) { network in
          let result = loss(network, own.lowerBound + index)
          figures = result.figures.map(\.value.scalar)
          return result.loss
        }
        return (figures: figures, gradients: gradients)
      }
    }
    let names = parts[0].gradients.names
    let shapes = parts[0].gradients.values.map(\.shape)
    let rows = parts.map { part in part.figures + part.gradients.values.flatMap(\.values) }
    let means = try sum(rows, ranks).map { $0 / Float(count) }
    var rest = means.dropFirst(parts[0].figures.count)
    let values = shapes.map { shape in
      defer { rest = rest.dropFirst(shape.reduce(1, *)) }
      return Tensor(Array(rest.prefix(shape.reduce(1, *))), shape)
    }
    return ShardSums(
      figures: Array(means.prefix(parts[0].figures.count)),
      gradients: NetworkGradients(names: names, values: values))
  }

  /// The shards that are this rank's.
  public static func share(of ranks: some Ranks) -> Range<Int> {
    require(
      [1, 2, 4, 8].contains(ranks.count) && (0..<ranks.count).contains(ranks.rank),
      "Shards: rank \(ranks.rank) of \(ranks.count)")
    let share = count / ranks.count
    return ranks.rank * share..<(ranks.rank + 1) * share
  }

  /// The sum of all ranks' rows by the tree: pairs of neighbours, then pairs of these sums.
  ///
  /// - Parameter rows: this rank's, of one length.
  /// - Throws: what `ranks` throws.
  public static func sum(_ rows: [[Float]], _ ranks: some Ranks) throws -> [Float] {
    var rows = rows
    while rows.count > 1 {
      rows = stride(from: 0, to: rows.count, by: 2).map { added(rows[$0], rows[$0 + 1]) }
    }
    var sum = rows[0]
    var distance = 1
    while distance < ranks.count {
      // Both partners add the same two numbers, in whichever order: the sum is the same.
      sum = added(sum, try ranks.exchange(sum, with: ranks.rank ^ distance))
      distance *= 2
    }
    return sum
  }

  private static func added(_ a: [Float], _ b: [Float]) -> [Float] {
    require(a.count == b.count, "Shards: sums of \(a.count) and \(b.count) numbers")
    return [Float](unsafeUninitializedCapacity: a.count) { sum, filled in
      for i in a.indices { sum[i] = a[i] + b[i] }
      filled = a.count
    }
  }
}
