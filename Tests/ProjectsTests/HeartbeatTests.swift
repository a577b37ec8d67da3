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
    for _ in 0..<300 where count.value < 1 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(count.value >= 1)
    heartbeat?.stop()
    heartbeat = nil
    // One that was under way may still end.
    try await Task.sleep(for: .milliseconds(200))
    let last = count.value
    try await Task.sleep(for: .milliseconds(1200))
    #expect(count.value == last)
  }
}
