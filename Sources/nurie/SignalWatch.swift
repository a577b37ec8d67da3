import Dispatch
import Glibc

/// Listens to signals, which do nothing else from then on.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter body: gets a signal's number, on a thread of its own.
  init(_ signals: [Int32], _ body: @escaping @Sendable (_ signal: Int32) -> Void) {
    sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "nurie.signals", qos: .userInitiated))
      source.setEventHandler { body(number) }
      source.resume()
      return source
    }
  }

  /// Listens no more; the signals go on doing nothing.
  func end() {
    for source in sources { source.cancel() }
  }
}
