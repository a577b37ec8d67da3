import Dispatch
import Synchronization

extension Work {
  /// Runs two computations on two threads, and waits for both.
  ///
  /// Each may use all threads: where one does not keep them busy, the other goes on.
  ///
  /// - Returns: what they made.
  /// - Throws: what the first threw, else what the second did.
  public func together<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First,
    _ second: @Sendable () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    let results = Mutex<(Result<First, Failure>?, Result<Second, Failure>?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      if side == 0 {
        let made = Result { () throws(Failure) in try first() }
        results.withLock { $0.0 = made }
      } else {
        let made = Result { () throws(Failure) in try second() }
        results.withLock { $0.1 = made }
      }
    }
    guard let first = results.withLock({ $0.0 }), let second = results.withLock({ $0.1 }) else {
      preconditionFailure("both sides have run")
    }
    return (try first.get(), try second.get())
  }
}
