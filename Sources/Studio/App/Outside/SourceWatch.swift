internal import Dispatch
internal import Projects
internal import Raster
internal import Synchronization

// Looks every two seconds whether a drawing's file was changed outside, redrawn in Clip Studio for example: a few stats, which
// tell on a network too. A file counts once it has stayed the same from one look to the next, so that none is read while it
// is written; one that cannot be read is told once, and read again when it changes again.

final class SourceWatch: Sendable {
  private let importer: PictureImporter
  private let pause: Double
  private let post: @Sendable (Action) -> Void
  private let queue = DispatchQueue(label: "nurie.sources", qos: .background)
  private let state = Mutex(State())

  private struct State {
    var drawings: [Picture] = []
    /// The files as they were taken in: those that undo brings back are not read again.
    var taken: [String: Set<PictureSource>] = [:]
    /// The files that were found changed at the last look.
    var changed: [String: PictureSource] = [:]
    var isLooking = false
  }

  /// - Parameters:
  ///   - pause: between two looks, in seconds.
  ///   - post: called from any thread.
  init(
    _ importer: PictureImporter, pause: Double = 2, post: @escaping @Sendable (Action) -> Void
  ) {
    self.importer = importer
    self.pause = pause
    self.post = post
  }

  /// Watches the files of these drawings, in place of those before.
  ///
  /// - Parameter known: every picture that the project ever had.
  func watch(_ drawings: [Picture], known: [Picture]) {
    let isFirst = state.withLock { state in
      state.drawings = drawings
      for source in known.compactMap(\.source) {
        state.taken[source.path, default: []].insert(source)
      }
      defer { state.isLooking = true }
      return !state.isLooking
    }
    if isFirst { lookLater() }
  }

  /// Ends the looking.
  func finish() {
    state.withLock { $0.drawings = [] }
    queue.sync {}
  }

  private func lookLater() {
    queue.asyncAfter(deadline: .now() + pause) { [weak self] in
      guard let self else { return }
      look()
      lookLater()
    }
  }

  private func look() {
    let (drawings, taken, before) = state.withLock { ($0.drawings, $0.taken, $0.changed) }
    var changed: [String: PictureSource] = [:]
    for drawing in drawings {
      guard let old = drawing.source, let now = PictureSource(old.path),
        taken[old.path]?.contains(now) != true
      else { continue }
      guard before[old.path] == now else {
        changed[old.path] = now
        continue
      }
      state.withLock { _ = $0.taken[old.path, default: []].insert(now) }
      do {
        let picture = try importer.addAgain(drawing, from: now, work: Work(threads: 1))
        post(.redrawn(drawing.id, picture))
      } catch {
        post(.happened(.warning, Phrase(error)))
      }
    }
    state.withLock { $0.changed = changed }
  }
}
