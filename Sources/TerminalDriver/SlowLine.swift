import Glibc

/// The line between a far user and the studio: so many bytes a second, and what goes in or comes out is so long on its
/// way. What the line has no room for yet waits in the terminal, as it would before a network.
public final class SlowLine {
  private struct Parcel {
    var arrival: ContinuousClock.Instant
    var text: [UInt8]
  }

  private let studio: DrivenProgram
  private let delay: Duration
  private let bytesASecond: Int
  private var typed: [Parcel] = []
  private var shown: [Parcel] = []
  private var lastRead = ContinuousClock.now
  /// All that the user has seen.
  public private(set) var seen: [UInt8] = []

  /// - Parameter delay: each way.
  public init(to studio: DrivenProgram, delay: Duration, bytesASecond: Int) {
    self.studio = studio
    self.delay = delay
    self.bytesASecond = bytesASecond
  }

  /// The line of a user far away: 150 ms there and back, 1 Mbit/s.
  public static func farAway(from studio: DrivenProgram) -> SlowLine {
    SlowLine(to: studio, delay: .milliseconds(75), bytesASecond: 125_000)
  }

  /// Types; it arrives later.
  public func type(_ text: String) {
    typed.append(Parcel(arrival: .now + delay, text: Array(text.utf8)))
  }

  /// Lets the line work for a while.
  public func work(for duration: Duration) {
    let end = ContinuousClock.now + duration
    while ContinuousClock.now < end { step() }
  }

  /// Lets the line work until the user sees a text.
  ///
  /// - Returns: how long that took; nil where it did not come in time.
  public func wait(for text: String, within limit: Duration) -> Duration? {
    let start = ContinuousClock.now
    let before = seen.count
    while ContinuousClock.now - start < limit {
      step()
      if String(decoding: seen[before...], as: UTF8.self).contains(text) {
        return ContinuousClock.now - start
      }
    }
    return nil
  }

  private func step() {
    usleep(5000)
    let now = ContinuousClock.now
    while let first = typed.first, first.arrival <= now {
      studio.type(String(decoding: first.text, as: UTF8.self))
      typed.removeFirst()
    }
    // As many bytes as went by since; a line that slept has not saved them up.
    let share = min((now - lastRead) / .seconds(1), 0.05) * Double(bytesASecond)
    let bytes = studio.read(atMost: max(1, Int(share)))
    lastRead = now
    if !bytes.isEmpty { shown.append(Parcel(arrival: now + delay, text: bytes)) }
    while let first = shown.first, first.arrival <= now {
      seen += first.text
      shown.removeFirst()
    }
  }
}
