import Autograd
import Tensors

/// The exponential moving average of a network's weights, which judges and draws better than its
/// last ones.
public struct WeightAverage<Network: Trainable>: Sendable {
  /// The network with the averaged weights; it shares the statistics of the one that is trained.
  public internal(set) var network: Network
  /// The share of the average that is kept in a step; less in the first ones, or random weights would be in it for long.
  public let decay: Float

  public init(of network: Network, decay: Float = 0.999) {
    self.network = network
    self.decay = decay
    // Memory of its own now, not in the middle of the first step.
    self.network.forEachParameter { $1.update { _ in } }
  }

  /// - Parameter step: how many updates there were before.
  public mutating func update(with trained: Network, step: Int) {
    let latest = trained.parameters
    let share = 1 - min(decay, Float(1 + step) / Float(10 + step))
    var index = 0
    network.forEachParameter { _, average in
      latest[index].value.withValues { latest in
        average.update { average in
          for i in average.indices { average[i] += share * (latest[i] - average[i]) }
        }
      }
      index += 1
    }
  }
}
