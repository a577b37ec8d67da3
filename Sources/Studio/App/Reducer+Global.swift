import Projects
import TerminalUI

extension StudioState {
  /// Goes to a screen.
  mutating func show(_ screen: Screen) -> [Effect] {
    self.screen = screen
    return screen.arrive(&self)
  }

  var undoObstacle: Phrase? {
    project?.history.undoTitle == nil
      ? Phrase("Nothing to undo", "元に戻すものはありません") : readOnlyObstacle
  }

  var redoObstacle: Phrase? {
    project?.history.redoTitle == nil
      ? Phrase("Nothing to redo", "やり直すものはありません") : readOnlyObstacle
  }

  mutating func changeLanguage() -> [Effect] {
    language = language == .english ? .japanese : .english
    chosenLanguage = language
    return [.savePreferences(preferences)]
  }

  mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    return [.setMouse(isMouseOn), .savePreferences(preferences)]
  }

  /// One level up: from a screen to the lists, in the lists from what narrows them.
  mutating func goBack() -> [Effect] {
    if stepBackInParts() || stepBackInMatch() { return [] }
    if screen == .renders, !renderList.marked.isEmpty || renderList.anchor != nil {
      renderList.marked = []
      renderList.anchor = nil
      return []
    }
    if screen != .pictures {
      screen = .pictures
    } else if dropPicturesMarks() {
      // What the filter hides stays marked until it is seen again.
    } else if !pictures.filter.isEmpty {
      pictures.filter = ""
      settlePictures()
    } else {
      tell(.warning, Phrase("Q quits", "Q で終了します"))
    }
    return []
  }

  mutating func quit() -> [Effect] {
    guard let project, !project.isSaved, let trouble = project.journalTrouble else {
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
    self.project = project
    shelf = PictureShelf()
    facts = project.facts
    source = nil
    keptPalette = nil
    paletteKeptAt = nil
    survey = SurveyState()
    survey.lastInput = now
    pictures = PicturesState()
    views = [:]
    result = ResultState()
    renderQueue = RenderQueueState()
    renderList = RenderListState()
    palettePane = PaletteState()
    screen = .pictures
    returnToPlace()
    settlePictures()
    if let obstacle = readOnlyObstacle { tell(.warning, obstacle) }
  }
}
