import Dispatch
import Synchronization

extension Work {
  /// Runs two computations on two threads, and waits for both; one after the other where there is one thread.
  ///
  /// Each may use all threads: where one does not keep them busy, the other goes on. So neither is an iteration of
  /// `concurrentPerform`, which within itself gives each only its share of the threads.
  ///
  /// - Returns: what they made.
  /// - Throws: what the first threw, else what the second did.
  public func together<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @escaping @Sendable () throws(Failure) -> First,
    _ second: @escaping @Sendable () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    if threads == 1 { return (try first(), try second()) }
    let made = Mutex<Result<Second, Failure>?>(nil)
    let isMade = DispatchSemaphore(value: 0)
    // A queue of its own has a thread of its own, however many are waiting.
    DispatchQueue(label: "together").async {
      let result = Result { () throws(Failure) in try second() }
      made.withLock { $0 = result }
      isMade.signal()
    }
    let own = Result { () throws(Failure) in try first() }
    isMade.wait()
    guard let other = made.withLock({ $0 }) else { preconditionFailure("both sides have run") }
    return (try own.get(), try other.get())
  }
}
