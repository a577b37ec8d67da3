internal import Dispatch
internal import Projects
internal import Synchronization

/// Writes what is known of the drawings to the project's cache: a while after it came, and all that came until then
/// together.
final class FactsKeeper: Sendable {
  private static let delay = DispatchTimeInterval.seconds(3)

  private let folder: ProjectFolder
  private let queue = DispatchQueue(label: "nurie.facts", qos: .background)
  /// The facts that are not written yet.
  private let waiting = Mutex<[PictureID: DrawingCounts]?>(nil)

  init(_ folder: ProjectFolder) { self.folder = folder }

  /// Takes the counts of all drawings, in place of those before.
  func keep(_ counts: [PictureID: DrawingCounts]) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = counts }
      return waiting == nil
    }
    if isFirst {
      queue.asyncAfter(deadline: .now() + Self.delay) { [self] in
        giveWayToTheInterface()
        write()
      }
    }
  }

  /// Writes what waits.
  func finish() { queue.sync { write() } }

  /// A cache that cannot be written is done without: the engine looks again.
  private func write() {
    guard
      let counts = waiting.withLock({ waiting in
        defer { waiting = nil }
        return waiting
      })
    else { return }
    try? FactsFile.write(counts, in: folder)
  }
}
