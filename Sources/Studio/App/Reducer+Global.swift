import Projects
import TerminalUI

extension StudioState {
  /// Goes to a screen.
  mutating func show(_ screen: Screen) -> [Effect] {
    self.screen = screen
    return screen.arrive(&self)
  }

  var undoObstacle: Phrase? {
    desk.project?.history.undoTitle == nil
      ? Phrase("Nothing to undo", "元に戻すものはありません") : readOnlyObstacle
  }

  var redoObstacle: Phrase? {
    desk.project?.history.redoTitle == nil
      ? Phrase("Nothing to redo", "やり直すものはありません") : readOnlyObstacle
  }

  mutating func changeLanguage() -> [Effect] {
    terminal.language = terminal.language == .english ? .japanese : .english
    terminal.chosenLanguage = terminal.language
    return [.savePreferences(preferences)]
  }

  mutating func toggleMouse() -> [Effect] {
    terminal.isMouseOn.toggle()
    return [.setMouse(terminal.isMouseOn), .savePreferences(preferences)]
  }

  /// One level up: from a screen to the lists, in the lists from what narrows them.
  mutating func goBack() -> [Effect] {
    if stepBackInParts() || stepBackInMatch() { return [] }
    if screen == .renders, !renders.list.marked.isEmpty || renders.list.anchor != nil {
      renders.list.marked = []
      renders.list.anchor = nil
      return []
    }
    if screen != .pictures {
      screen = .pictures
    } else if dropPicturesMarks() {
      // Marked pictures that the filter hides stay marked until they are seen again.
    } else if !pictures.filter.isEmpty {
      pictures.filter = ""
      settlePictures()
    } else {
      tell(.warning, Phrase("Q quits", "Q で終了します"))
    }
    return []
  }

  mutating func quit() -> [Effect] {
    guard let project = desk.project, !project.isSaved, let trouble = project.journalTrouble else {
      return [.quit]
    }
    overlay = .confirmation(
      Confirmation(
        kind: .quitUnsaved,
        question: Phrase("Quit without saving?", "保存せずに終了しますか?"),
        consequence: Phrase(
          "The last edits could not be written: \(trouble.english)",
          "最後の編集を書き込めません: \(trouble.japanese)")))
    return []
  }

  mutating func open(_ project: OpenProject) {
    desk.project = project
    engine.facts = project.facts
    engine.survey = SurveyState()
    engine.survey.lastInput = now
    pictures = PicturesState()
    views = [:]
    parts.isTeaching = false
    result = ResultState()
    renders.queue = RenderQueueState()
    renders.list = RenderListState()
    palettePane = PaletteState()
    screen = .pictures
    returnToPlace()
    settlePictures()
    if let obstacle = readOnlyObstacle { tell(.warning, obstacle) }
  }
}
