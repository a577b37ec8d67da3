import Glibc
import Synchronization

// A timer of Dispatch wakes its manager's thread, then a worker, which lives on for some seconds and wakes once more to
// end. An idle program is to wake once a beat, so a beat has a thread of its own that sleeps in `poll`.

/// Does something every few seconds until it is stopped or let go of.
public final class Heartbeat: Sendable {
  /// The writing end of a pipe that the thread listens at: closed, it ends the thread. −1 once it was.
  private let bell: Mutex<Int32>

  /// The needs of the thread, and nothing of its owner.
  private final class Beat: Sendable {
    let ear: Int32
    let milliseconds: Int32
    let body: @Sendable () -> Void

    init(ear: Int32, milliseconds: Int32, body: @escaping @Sendable () -> Void) {
      self.ear = ear
      self.milliseconds = milliseconds
      self.body = body
    }

    /// Beats until the bell rings.
    func run() {
      while true {
        var polled = pollfd(fd: ear, events: Int16(POLLIN), revents: 0)
        let count = poll(&polled, 1, milliseconds)
        if count > 0 { break }
        if count == 0 { body() }
      }
      close(ear)
    }
  }

  /// - Parameters:
  ///   - seconds: between two beats, and before the first.
  ///   - body: runs on a thread of its own; it must not hold the heartbeat, and may stop it.
  public init(every seconds: Int, _ body: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no file descriptor is left")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    bell = Mutex(ends[1])
    let beat = Beat(ear: ends[0], milliseconds: Int32(seconds * 1000), body: body)
    // The thread owns it from here on.
    let owned = Unmanaged.passRetained(beat)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { pointer in
        Unmanaged<Beat>.fromOpaque(pointer!).takeRetainedValue().run()
        return nil
      }, owned.toOpaque())
    precondition(failure == 0, "no thread could be started: \(failure)")
    pthread_detach(thread)
  }

  deinit { stop() }

  /// No beat begins after this; one that is under way may still end.
  public func stop() {
    bell.withLock { bell in
      if bell >= 0 { close(bell) }
      bell = -1
    }
  }
}
