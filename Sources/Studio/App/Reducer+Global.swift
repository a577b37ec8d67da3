import Projects
import TerminalUI

extension StudioState {
  func obstacle(to command: GlobalCommand) -> Phrase? {
    switch command {
    case .undo:
      if project?.history.undoTitle == nil {
        Phrase("Nothing to undo", "元に戻すものはありません")
      } else {
        readOnlyObstacle
      }
    case .redo:
      if project?.history.redoTitle == nil {
        Phrase("Nothing to redo", "やり直すものはありません")
      } else {
        readOnlyObstacle
      }
    case .palette: paletteObstacle
    case .language:
      if capabilities.glyphs == .ascii {
        Phrase("This terminal shows ASCII only", "この端末では ASCII 文字しか表示できません")
      } else {
        nil
      }
    case .reopen:
      if project?.isSaved == false {
        Phrase("The last edits are still being written", "最後の編集を書き込み中です")
      } else {
        nil
      }
    case .theme:
      capabilities.colors == .mono
        ? Phrase("This terminal shows no colours, so no themes", "色のない端末ではテーマは使えません") : nil
    default: nil
    }
  }

  mutating func perform(_ command: GlobalCommand) -> [Effect] {
    switch command {
    case .help: overlay = .menu(helpMenu())
    case .commands: overlay = .menu(commandMenu())
    case .back: return goBack()
    case .quit: return quit()
    case .undo: return undo()
    case .redo: return redo()
    case .pictures: screen = .pictures
    case .parts: screen = .parts
    case .match: screen = .match
    case .result: screen = .result
    case .renders: return showRenders()
    case .palette: togglePalette()
    case .log: overlay = .log(scroll: 0)
    case .theme: return [.loadThemes]
    case .language:
      language = language == .english ? .japanese : .english
      chosenLanguage = language
      return [.savePreferences(preferences)]
    case .mouse:
      isMouseOn.toggle()
      return [.setMouse(isMouseOn), .savePreferences(preferences)]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .reopen: return project.map { [.open($0.path)] } ?? []
    }
    return []
  }

  /// One level up: from a screen to the lists, in the lists from what narrows them.
  private mutating func goBack() -> [Effect] {
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

  private mutating func quit() -> [Effect] {
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
