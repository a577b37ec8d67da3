import Glibc

/// The word of the tmux in between on the terminal that it runs in.
public struct TmuxFeatures: Hashable, Sendable {
  /// As tmux lists them, with commas; nil where tmux does not say, as while nobody looks at it.
  var names: String?
  /// What `TERM` is outside.
  var outerTerm = ""
  /// The option terminal-overrides, as tmux prints it: an entry a line or between commas.
  var overrides = ""

  /// Asks tmux: some milliseconds.
  static func asked() -> TmuxFeatures {
    let client = answer(
      to: "tmux display-message -p '#{client_termfeatures} #{client_termname}' 2>/dev/null")
    let words = client.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 2, !words[0].isEmpty else { return TmuxFeatures() }
    return TmuxFeatures(
      names: words[0], outerTerm: words[1],
      overrides: answer(to: "tmux show-options -sqv terminal-overrides 2>/dev/null"))
  }

  private static func answer(to command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var buffer = [UInt8](repeating: 0, count: 4000)
    let count = fread(&buffer, 1, buffer.count, pipe)
    return String(
      decoding: buffer[..<count].filter { $0 >= 0x20 || $0 == 0x0A }, as: UTF8.self
    ).split(separator: "\n").joined(separator: "\n")
  }

  /// Whether 24-bit colour arrives outside; nil where tmux does not say.
  var passesDirectColor: Bool? {
    guard let names else { return nil }
    if names.split(separator: ",").contains("RGB") { return true }
    // The way that older configurations say it.
    return overrides.split(whereSeparator: { $0 == "," || $0 == "\n" }).contains { entry in
      let words = entry.split(separator: ":")
      guard let pattern = words.first, fnmatch(String(pattern), outerTerm, 0) == 0 else {
        return false
      }
      return words.dropFirst().contains { $0 == "Tc" || $0 == "RGB" || $0.hasPrefix("setrgbf=") }
    }
  }

  /// A sentence without a full stop.
  var finding: String {
    guard let names, let passes = passesDirectColor else {
      return "does not say what its terminal can do"
    }
    return passes
      ? "passes 24-bit colour on (\(names))"
      : "makes 24-bit colour 256 (\(names)); where your terminal can show all of it, write "
        + "set -as terminal-features ',*:RGB' into ~/.tmux.conf, run tmux source ~/.tmux.conf, then detach and attach again"
  }
}
