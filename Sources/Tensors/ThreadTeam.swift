import Dispatch
import Glibc
import Synchronization

// Threads that wait awake for the next piece of work, for a fifth of a millisecond. A network's operations follow each other
// within microseconds, a hundred in a picture's 17 ms, and to wake a sleeping thread takes 30 to 50 µs: work that is split
// by `DispatchQueue.concurrentPerform` runs on one thread until then.
//
// One caller at a time has the team. Who waits longer sleeps, so a team that nobody uses costs nothing.

final class ThreadTeam: Sendable {
  static let shared = ThreadTeam()

  /// The time that a thread waits awake.
  private static let patience = Duration.microseconds(200)

  private let isTaken = Atomic(false)
  private let members = Mutex<[Member]>([])

  /// Calls `body` on this thread and on up to `threads - 1` others, and returns when all calls have.
  ///
  /// Others that have not begun when this thread's call returns do not begin any more: `body` must take what there is to do
  /// piece by piece.
  ///
  /// - Returns: false, and nothing was called, if the team is at work.
  func run(on threads: Int, _ body: @Sendable () -> Void) -> Bool {
    guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else { return false }
    defer { isTaken.store(false, ordering: .releasing) }
    let helpers = members.withLock { members in
      while members.count < threads - 1 { members.append(Member(patience: Self.patience)) }
      return members.prefix(threads - 1)
    }
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { body in
        for helper in helpers { helper.begin(body) }
        body.pointee()
        for helper in helpers { helper.finish() }
      }
    }
    return true
  }
}

/// A thread of a team.
private final class Member: Sendable {
  private enum State: Int, AtomicRepresentable {
    /// Waits awake, or asleep until the semaphore's signal.
    case idle, asleep
    /// Has been given work, has begun it.
    case called, working
  }
  private let state = Atomic(State.idle)
  private let alarm = DispatchSemaphore(value: 0)
  /// Written before the state becomes `called`, and read by the thread that moves it on to `working`.
  nonisolated(unsafe) private var body: UnsafePointer<@Sendable () -> Void>?

  init(patience: Duration) {
    DispatchQueue(label: "nurie.team", qos: .userInitiated).async { [self] in
      while true { wait(patience: patience) }
    }
  }

  func begin(_ body: UnsafePointer<@Sendable () -> Void>) {
    self.body = body
    if state.exchange(.called, ordering: .acquiringAndReleasing) == .asleep { alarm.signal() }
  }

  /// Takes back what was not begun, and waits for what was.
  func finish() {
    if state.compareExchange(expected: .called, desired: .idle, ordering: .acquiringAndReleasing)
      .exchanged
    {
      return
    }
    let start = ContinuousClock.now
    while state.load(ordering: .acquiring) == .working {
      // A thread that the machine keeps waiting needs a core.
      if ContinuousClock.now - start > .microseconds(20) { sched_yield() }
    }
  }

  private func wait(patience: Duration) {
    let start = ContinuousClock.now
    while true {
      if state.compareExchange(
        expected: .called, desired: .working, ordering: .acquiringAndReleasing
      ).exchanged {
        call()
        state.store(.idle, ordering: .releasing)
        return
      }
      if ContinuousClock.now - start > patience { break }
      // Other programs come first.
      sched_yield()
    }
    if state.compareExchange(expected: .idle, desired: .asleep, ordering: .acquiringAndReleasing)
      .exchanged
    {
      alarm.wait()
    }
  }

  /// On its own, so that nothing of the work is held when it is reported as done.
  @inline(never)
  private func call() { body!.pointee() }
}
