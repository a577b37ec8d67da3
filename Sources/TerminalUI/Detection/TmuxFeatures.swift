import Glibc

/// The features of the tmux in between and of the terminal it runs in.
struct TmuxFeatures {
  /// As tmux lists them, with commas; nil where tmux does not say.
  var names: String?

  static var current: TmuxFeatures {
    let command = "tmux display-message -p '#{client_termfeatures}' 2>/dev/null"
    guard let pipe = popen(command, "r") else { return TmuxFeatures(names: nil) }
    defer { pclose(pipe) }
    var buffer = [UInt8](repeating: 0, count: 1000)
    let count = fread(&buffer, 1, buffer.count, pipe)
    let text = String(decoding: buffer[..<count].filter { $0 > 0x20 }, as: UTF8.self)
    return TmuxFeatures(names: text.isEmpty ? nil : text)
  }

  var finding: String {
    guard let names else { return "does not say what its terminal can do" }
    let hasRGB = names.split(separator: ",").contains("RGB")
    return hasRGB
      ? "passes 24-bit colour on (\(names))"
      : "makes 24-bit colour 256 (\(names)); for all of it: tmux set -as terminal-features ',*:RGB'"
  }
}
