import Projects
import TerminalUI

extension StudioState {
  mutating func handle(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    // Escape and Ctrl+C leave the prompt, and its request goes on without it; no other key is meant for the screen below.
    if prompt.isWaiting, key.code != .escape, key != Key(.character("c"), .control) { return [] }
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control):
      overlay = nil
      if prompt.kind == .filter {
        pictures.filter = ""
        settlePictures()
      }
      return []
    case (.enter, _): return finish(prompt)
    case (.tab, _): return completeOrCycle(prompt)
    default:
      guard prompt.editor.handle(key) else { return [] }
      return type(prompt)
    }
  }

  /// The effects of a changed text: a filter filters at once, a path asks for completions.
  mutating func type(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    if case .prompt(let shown)? = overlay, shown.isWaiting { return [] }
    prompt.complaint = nil
    prompt.completions = []
    overlay = .prompt(prompt)
    if prompt.kind == .filter {
      pictures.filter = prompt.editor.text
      settlePictures()
    }
    return completing(prompt)
  }

  /// Puts a prompt on the screen.
  mutating func ask(_ kind: Prompt.Kind, text: String = "") -> [Effect] {
    let prompt = Prompt(kind: kind, text: text)
    overlay = .prompt(prompt)
    return completing(prompt)
  }

  private func completing(_ prompt: Prompt) -> [Effect] {
    prompt.kind.endings.map { [.complete(path: prompt.editor.text, endings: $0)] } ?? []
  }

  private mutating func completeOrCycle(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    guard prompt.kind.endings != nil, let first = prompt.completions.first else { return [] }
    prompt.editor.set(prompt.completions.reduce(first) { String($0.commonPrefix(with: $1)) })
    return type(prompt)
  }

  /// Takes completions in, if the text is still the one they were made for.
  mutating func complete(_ text: String, with completions: [String]) {
    guard case .prompt(var prompt)? = overlay, prompt.editor.text == text else { return }
    prompt.completions = completions
    overlay = .prompt(prompt)
  }

  private mutating func finish(_ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    let text = prompt.editor.text.trimmed
    switch prompt.kind {
    case .filter:
      overlay = nil
      return []
    case .importPictures(let kind):
      guard !text.isEmpty else {
        overlay = nil
        return []
      }
      wait(in: prompt)
      return [.importFiles([text], kind)]
    case .readPalette:
      overlay = nil
      if text.isEmpty { return [] }
      wait(in: prompt)
      return [.readPalette(path: text)]
    case .writePalette:
      overlay = nil
      guard !text.isEmpty, let palette = settledColours?.palette else { return [] }
      wait(in: prompt)
      let order = FileOrder.palette(palette, title: desk.project?.title ?? "")
      return [
        .write(order, path: text.hasSuffix(".gpl") ? text : text + ".gpl", replacing: false)
      ]
    case .exportResult:
      overlay = nil
      guard !text.isEmpty, let analysis else { return [] }
      var path = text
      if path.hasSuffix("/") { path += (drawing?.title ?? "result") + ".coloured" }
      let hasEnding = FileOrder.resultEndings.contains { path.lowercased().hasSuffix($0) }
      wait(in: prompt)
      return [
        .write(
          .result(analysis.coloured, background: result.background),
          path: hasEnding ? path : path + ".png", replacing: false)
      ]
    case .renameEntry(let name):
      if let obstacle = obstacle(toRenaming: name, to: text) {
        prompt.complaint = obstacle
        overlay = .prompt(prompt)
        return []
      }
      overlay = nil
      return renameEntry(name, to: text)
    case .rename(let id):
      if let obstacle = obstacle(toRenaming: id, to: text) {
        prompt.complaint = obstacle
        overlay = .prompt(prompt)
        return []
      }
      overlay = nil
      guard let old = title(of: id), old != text else { return [] }
      return edit(
        [.rename(id, title: text)],
        named: Phrase("rename \(old) to \(text)", "名前の変更: \(old) → \(text)"))
    }
  }
}

// A prompt's request may fail: its text stays, so that it need not be typed again.
extension StudioState {
  /// Leaves the prompt on the screen until what it asked for is done.
  private mutating func wait(in prompt: Prompt) {
    var prompt = prompt
    prompt.complaint = nil
    prompt.completions = []
    prompt.isWaiting = true
    overlay = .prompt(prompt)
  }

  /// The prompt that waits for what one of this kind asked for: where that was left meanwhile, another may be on the
  /// screen, which waits for something else.
  func waitingPrompt(_ kind: Prompt.Kind) -> Prompt? {
    if case .prompt(let prompt)? = overlay, prompt.isWaiting, prompt.kind == kind {
      prompt
    } else {
      nil
    }
  }

  /// The request of the prompt is done.
  mutating func closeWaitingPrompt(_ kind: Prompt.Kind) {
    if waitingPrompt(kind) != nil { overlay = nil }
  }

  /// The request of the prompt cannot be done: it says why; where it was left meanwhile, a notice does.
  mutating func refuse(_ reason: Phrase, askedBy kind: Prompt.Kind) {
    guard var prompt = waitingPrompt(kind) else {
      tell(.failed, reason)
      return
    }
    prompt.isWaiting = false
    prompt.complaint = reason
    overlay = .prompt(prompt)
    enterInLog(.failed, reason)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  fileprivate func commonPrefix(with other: String) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
