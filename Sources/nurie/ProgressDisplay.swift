import ArgumentParser
import Coloring
import Glibc
import ImageFormats
import Projects
import Studio
import Synchronization
import TerminalUI

/// The way in which a command shows that it is working.
enum ProgressStyle: String, CaseIterable, ExpressibleByArgument {
  /// A bar on a terminal, plain lines elsewhere.
  case auto
  case plain
  case json
  case none
}

/// Shows on stderr how far the drawings have come.
///
/// A bar that is drawn over itself on a terminal, a line for each stage elsewhere, or JSON objects
/// `{"drawing":…,"stage":…,"share":…,"overall":…}`, one a line.
final class ProgressDisplay: Sendable {
  private enum Form { case bar, plain, json, none }

  private struct State {
    var drawing = ""
    var started = 0.0
    var drawn = 0.0
    /// The stages that were told; some go on at once, and take turns.
    var stages: Set<String> = []
    /// Whether a bar stands on the terminal's last line.
    var hasBar = false
  }

  private let form: Form
  private let state = Mutex(State())

  init(_ style: ProgressStyle) {
    form =
      switch style {
      case .auto: isatty(STDERR_FILENO) == 1 ? .bar : .plain
      case .plain: .plain
      case .json: .json
      case .none: .none
      }
  }

  /// From here on, what is told is of this drawing.
  func begin(_ drawing: String) {
    state.withLock {
      $0 = State(drawing: printable(drawing), started: LockWatch.now, hasBar: $0.hasBar)
    }
  }

  /// The progress that the flow tells.
  func tell(_ progress: ColoringProgress) {
    tell(
      Phrase(progress.stage.title.english, progress.stage.title.japanese),
      stage: progress.stage.rawValue, share: progress.share,
      overall: 0.1 + 0.8 * progress.overall)
  }

  /// - Parameters:
  ///   - phrase: what is being done, for people.
  ///   - stage: the same for programs.
  ///   - share: 0…1 of it.
  ///   - overall: 0…1 of the drawing.
  func tell(_ phrase: Phrase, stage: String, share: Double, overall: Double) {
    let phrase = phrase.spoken
    state.withLock { state in
      let time = LockWatch.now
      let isNew = state.stages.insert(stage).inserted
      guard isNew || share >= 1 || time - state.drawn > 0.1 else { return }
      state.drawn = time
      switch form {
      case .none: break
      case .plain: if isNew { write("\(state.drawing): \(phrase)\n") }
      case .json:
        write(
          "{\"drawing\":\(jsonString(state.drawing)),\"stage\":\"\(stage)\","
            + "\"share\":\(rounded(share)),\"overall\":\(rounded(overall))}\n")
      case .bar:
        state.hasBar = true
        write("\r\u{1b}[K" + bar(state, phrase: phrase, overall: overall, time: time))
      }
    }
  }

  /// Takes the bar away, so that a sentence can be printed.
  func clear() {
    state.withLock { state in
      if state.hasBar { write("\r\u{1b}[K") }
      state.hasBar = false
    }
  }

  /// A result, one line; shown unless progress is not to be shown or programs read it.
  func conclude(_ sentence: String) {
    clear()
    if form == .bar || form == .plain { write(sentence + "\n") }
  }

  /// The bar with as much beside it as the terminal has room for: what is left first, then what is
  /// being done, then the drawing's name.
  private func bar(_ state: State, phrase: String, overall: Double, time: Double) -> String {
    var size = winsize()
    let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    // In the last column some terminals begin a new line.
    let room = (known ? Int(size.ws_col) : 80) - 1
    let length = room < 72 ? 10 : 24
    let full = Int((overall * Double(length)).rounded())
    let cells = String(repeating: "=", count: full) + String(repeating: " ", count: length - full)
    var text = "[\(cells)] \(Int(overall * 100)) %"
    let elapsed = time - state.started
    var left = ""
    if elapsed > 1, overall > 0.1 {
      let seconds = Int((elapsed * (1 - overall) / overall).rounded(.up))
      left = Phrase(", \(seconds) s left", "、残り \(seconds) 秒").spoken
    }
    if text.terminalColumns + 2 + phrase.terminalColumns + left.terminalColumns <= room {
      text += "  \(phrase)\(left)"
    } else {
      text += left
    }
    let name = state.drawing.split(separator: "/").last.map(String.init) ?? ""
    let rest = room - text.terminalColumns - 2
    if rest >= min(8, name.terminalColumns), !name.isEmpty {
      text = "\(name.fitted(toColumns: rest))  \(text)"
    }
    return text.fitted(toColumns: room)
  }

  private func write(_ text: String) { nurie.write(text, to: STDERR_FILENO) }

  private func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }

  /// Quotes text that holds no control characters.
  private func jsonString(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
