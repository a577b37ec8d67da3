import Glibc

/// The course of the learning rate with the steps, as a share of its highest.
public enum Schedule: Sendable {
  case constant
  /// Rises evenly over `warmup` steps, then falls along a cosine to `end` at step `steps`.
  case cosine(warmup: Int, steps: Int, end: Float = 0)
  /// Rises evenly over `warmup` steps, then is halved every `half` steps.
  case halving(warmup: Int, half: Int)

  /// - Parameter step: 0 the first.
  public func share(at step: Int) -> Float {
    switch self {
    case .constant: return 1
    case .cosine(let warmup, let steps, let end):
      if step < warmup { return Float(step + 1) / Float(warmup) }
      let done = min(1, Double(step - warmup) / Double(max(1, steps - warmup)))
      return end + (1 - end) * Float((1 + cos(.pi * done)) / 2)
    case .halving(let warmup, let half):
      if step < warmup { return Float(step + 1) / Float(warmup) }
      return Float(exp2(-Double(step - warmup) / Double(half)))
    }
  }
}
