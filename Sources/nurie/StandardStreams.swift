import Glibc
import Studio

/// Tells the user something, on stderr: one sentence, ready for a terminal.
func say(_ sentence: String) { write("nurie: \(sentence)\n", to: STDERR_FILENO) }

/// The same in the user's language.
func say(_ phrase: Phrase) { say(phrase.spoken) }

/// Writes text to stdout or stderr, all of it or as much as the other side takes.
func write(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return }
    bytes = bytes.dropFirst(count)
  }
}
