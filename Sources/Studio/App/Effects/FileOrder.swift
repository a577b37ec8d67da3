public import Coloring
public import Delivery
internal import ImageFormats

/// A file that the artist wants outside of the project.
public enum FileOrder: Sendable {
  case palette(Palette, title: String)
  /// The coloured drawing: a picture or its layers, as the path's ending says.
  case result(ColouredDrawing, background: ColoringSettings.Background)

  /// The files that a result can be.
  static let resultEndings = [".png"] + LayeredFormat.all.map(\.suffix)

  /// The prompt that it comes from.
  var prompt: Prompt.Kind {
    switch self {
    case .palette: .writePalette
    case .result: .exportResult
    }
  }
}

/// A file that would take the place of another: waits for the artist's word.
public struct PendingFile: Sendable {
  public var order: FileOrder
  public var path: String
  /// The prompt that its path was typed in.
  var prompt: Prompt?
}

extension StudioState {
  /// Asks before another file is replaced, for that cannot be undone.
  mutating func askToReplace(_ pending: PendingFile) {
    var pending = pending
    pending.prompt = waitingPrompt(pending.order.prompt)
    pendingFile = pending
    overlay = .confirmation(
      Confirmation(
        kind: .replaceFile,
        question: Phrase("Replace the file?", "ファイルを置き換えますか?"),
        consequence: Phrase(
          "\(pending.path) exists already, and would be gone.",
          "\(pending.path) はすでにあり、失われます。")))
  }

  mutating func replaceFile() -> [Effect] {
    guard let pending = pendingFile else { return [] }
    pendingFile = nil
    overlay = pending.prompt.map(Overlay.prompt)
    return [.write(pending.order, path: pending.path, replacing: true)]
  }

  /// Goes back to where another path can be typed.
  mutating func keepFile() {
    guard var prompt = pendingFile?.prompt else { return }
    pendingFile = nil
    prompt.isWaiting = false
    overlay = .prompt(prompt)
  }
}
