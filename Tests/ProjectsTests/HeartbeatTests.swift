import Foundation
import Projects
import Synchronization
import Testing

@Suite struct HeartbeatTests {
  private final class Count: Sendable {
    let beats = Mutex(0)
    var value: Int { beats.withLock { $0 } }
  }

  @Test("It beats until it is let go of")
  func beats() async throws {
    let count = Count()
    var heartbeat: Heartbeat? = Heartbeat(every: 1) { count.beats.withLock { $0 += 1 } }
    try await reach(1, count)
    heartbeat?.stop()
    heartbeat = nil
    // A second heart is the clock. A beat of the first that was under way may end before the second's first.
    let clock = Count()
    let other = Heartbeat(every: 1) { clock.beats.withLock { $0 += 1 } }
    try await reach(1, clock)
    let last = count.value
    try await reach(3, clock)
    #expect(count.value == last)
    other.stop()
  }

  /// Waits until there were so many beats, for a minute at most.
  private func reach(_ beats: Int, _ count: Count) async throws {
    for _ in 0..<6000 where count.value < beats { try await Task.sleep(for: .milliseconds(10)) }
    try #require(count.value >= beats)
  }
}
