/// Moves the parameters of a network against their gradients, and remembers what it needs for that.
public protocol Optimizer: Sendable {
  /// The distance that a parameter moves in a step, about.
  var rate: Float { get set }

  /// One step.
  ///
  /// - Parameter gradients: one a parameter, in the order of the network's walk.
  mutating func update(_ network: inout some Trainable, _ gradients: NetworkGradients)

  /// All that the next steps depend on.
  var checkpoint: SafeTensors { get }

  /// Goes on where `checkpoint` was made.
  ///
  /// - Parameter checkpoint: with all the tensors of one's own, of their shapes; others may be in it.
  /// - Returns: whether its numbers made sense; if not, nothing has changed.
  mutating func resume(_ checkpoint: SafeTensors) -> Bool
}
