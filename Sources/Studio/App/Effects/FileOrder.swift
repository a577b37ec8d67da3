public import Coloring
public import Delivery
internal import ImageFormats
internal import Projects

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
  /// The file that is there: absolute, links followed.
  public var place: String
  /// The prompt that its path was typed in.
  var prompt: Prompt?
}

extension StudioState {
  /// Asks before another file is replaced, for that cannot be undone; one that a picture was read from stays.
  mutating func askToReplace(_ pending: PendingFile) {
    if isSource(pending.place) {
      refuse(
        Phrase(
          "is a picture that the project was made of, and would be lost; give another name.",
          "プロジェクトの元の画像なので、上書きすると失われます。別の名前にしてください。"
        ).of(pending.path), askedBy: pending.order.prompt)
      return
    }
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

  /// Whether a picture of the project was read from a file.
  private func isSource(_ place: String) -> Bool {
    guard let project = desk.project?.state else { return false }
    return (project.drawings + project.references).contains { $0.source?.path == place }
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
