internal import Projects
internal import Raster
internal import TerminalUI

/// The next state, and what is to be done about it. Pure but for `state`; a key costs microseconds.
public func reduce(_ state: inout StudioState, _ action: Action) -> [Effect] {
  if case .keys(let keys) = action {
    return state.ignores(keys) ? [] : keys.flatMap { reduce(&state, .key($0)) }
  }
  let effects = step(&state, action)
  state.returnToOverlay()
  state.settleRenders()
  state.settleRenderList()
  state.followWithPreview()
  state.followSpot()
  state.followEntry()
  let isOver = effects.contains { if case .quit = $0 { true } else { false } }
  // Everything that the screen lacks is asked for here, whichever action made it lack that.
  return effects + state.settleTool(isOver: isOver) + state.wantedThumbnails()
    + state.wantedDivision() + state.wantedAnalysis() + state.wantedComposition()
    + state.wantedRenders() + state.wantedRenderSight() + state.wantedAnnouncement()
    + state.wantedSurvey() + state.wantedRetry() + state.wantedPaletteFile() + state.keptDoubts()
    + state.wantedWatch()
}

private func step(_ state: inout StudioState, _ action: Action) -> [Effect] {
  switch action {
  case .key, .paste, .pointer: state.engine.survey.lastInput = state.now
  default: break
  }
  switch action {
  case .key(let key): return state.handle(key)
  // Taken apart by `reduce`.
  case .keys: return []
  case .paste(let text): return state.paste(text)
  case .pointer(let pointer): return state.point(pointer)
  case .focus(let hasFocus):
    // The artist may come back from Krita.
    guard hasFocus, let drawing = state.drawing else { return [] }
    return [.lookOutside(drawing, parts: state.allParts)]
  case .resized(let columns, let rows, let capabilities):
    state.terminal.size = (columns, rows)
    state.terminal.take(capabilities)
    return []
  case .hangUp: return [.quit]
  case .clock(let now, let wall):
    state.now = max(state.now, now)
    state.wallTime = wall
    if let until = state.notice?.until, until <= state.now { state.notice = nil }
    return []
  case .perform(let command): return state.perform(command)

  case .projectOpened(let project):
    state.open(project)
    return [.savePreferences(state.preferences)]
  case .followed(let history):
    state.follow(history)
    return []
  case .counted(let counts):
    state.take(counts)
    return []
  case .projectFree:
    state.desk.project?.isFree = true
    state.tell(
      .done,
      Phrase(
        "The project is free now: F10 opens it for editing", "プロジェクトが空きました。F10 で編集できるように開き直します"))
    // It may come while the artist is away.
    state.notice?.until = nil
    return []
  case .confirmed(let number):
    if state.desk.project?.journalTrouble != nil { state.returnToStorage() }
    state.desk.project?.confirm(number)
    return state.settleOutside(number)
  case .journalFailed(let reason):
    state.desk.project?.retryDue = state.now + Journal.retryPause
    // Tried again in vain: that has been said.
    if state.desk.project?.journalTrouble == reason { return [] }
    state.desk.project?.journalTrouble = reason
    state.tell(
      .failed, Phrase("Not saved: \(reason.english)", "保存できません: \(reason.japanese)"))
    return []
  case .outsideFailed(let reason):
    state.failOutside(reason)
    return []
  case .thumbnail(let id, let image):
    state.pictures.shelf.thumbnails[id] = image
    state.pictures.shelf.awaited.remove(id)
    return []
  case .colouredThumbnail(let id, let image):
    if state.pictures.shelf.coloured[id] == nil { state.pictures.shelf.take(image, of: id) }
    return []
  case .pictureFailed(let id, let reason):
    state.pictures.shelf.failures[id] = reason
    state.pictures.shelf.awaited.remove(id)
    state.tell(.failed, reason)
    return []
  case .analysing(let order, let share, let stage):
    state.follow(order, share: share, stage: stage)
    return []
  case .analysed(let analysis):
    return state.take(analysis)
  case .surveyed(let order, let found, let palette, let picture):
    return state.take(found, palette, picture, ofSurvey: order)
  case .taught(let taught): return state.take(taught)
  case .taughtCounted(let changes):
    state.take(changes)
    return []
  case .teachingFailed(let reason):
    state.parts.isTeaching = false
    state.tell(.failed, reason)
    return []
  case .divided(let order, let map): return state.take(map, for: order)
  case .analysisFailed(let order, let reason):
    state.fail(order, reason)
    return []
  case .editedOutside(let id, let reading): return state.takeOutside(reading, of: id)
  case .paletteEditedOutside(let edits): return state.takePaletteFromOutside(edits)
  case .redrawn(let old, let picture): return state.takeRedrawn(picture, inPlaceOf: old)
  case .composed(let composition):
    state.take(composition)
    return []
  case .resultImported(let reference, let drawing): return state.take(reference, from: drawing)
  case .renders(let renders):
    state.take(renders)
    return state.rememberedRenders()
  case .rendersLost(let isLost):
    state.take(isLost: isLost)
    return []
  case .renderSeen(let sight):
    state.renders.list.sight = sight
    return []
  case .renderLogRead(let log):
    state.overlay = .renderLog(log)
    return []
  case .paletteRead(let palette, let file): return state.take(palette, from: file)
  case .written(let place, let kind):
    state.closeWaitingPrompt(kind)
    state.tell(.done, Phrase("Written: \(place)", "書き出しました: \(place)"))
    return []
  case .exchangeFailed(let reason, let kind):
    state.refuse(reason, askedBy: kind)
    return []
  case .fileExists(let pending):
    state.askToReplace(pending)
    return []
  case .imported(let pictures, let kind, let coloured, let failures):
    return state.add(pictures, as: kind, coloured: coloured, failures: failures)
  case .completions(let completions, let text):
    state.complete(text, with: completions)
    return []
  case .themes(let themes):
    state.offer(themes)
    return []
  case .happened(let kind, let text):
    state.tell(kind, text)
    return []
  case .noted(let kind, let text):
    if state.notice == nil { state.tell(kind, text) } else { state.enterInLog(kind, text) }
    return []
  case .welcomed(let text):
    state.tell(.done, text)
    // An artist new to the studio may read for as long as it takes.
    state.notice?.until = nil
    // The first screen is to show a drawing in colours soon.
    state.engine.survey.lastInput = state.now - SurveyState.delay
    state.offerSharpness()
    return []
  }
}

extension StudioState {
  mutating func handle(_ key: Key) -> [Effect] {
    // A notice of something done has been read when the artist goes on.
    if notice?.kind == .done { notice = nil }
    if let plain = key.afterEscape, !means(key) { return handle(Key(.escape)) + handle(plain) }
    if overlay != nil { return handleInOverlay(key) }
    guard let command = KeyMap.standard.command(for: key, in: contexts) else { return [] }
    return perform(command)
  }

  mutating func perform(_ command: Command) -> [Effect] {
    if let obstacle = obstacle(to: command) {
      tell(.warning, obstacle)
      return []
    }
    // So has a warning, when the artist goes on to something else; what went wrong stays its time.
    if notice?.kind != .failed { notice = nil }
    // Who goes on to something else has answered an offer: no.
    if command.context != .spreading, command.purpose != .look { desk.offer = nil }
    return settleTool(before: command) + command.perform(in: &self)
  }

  /// Why a command cannot be done now; nil where it can.
  public func obstacle(to command: Command) -> Phrase? {
    toolObstacle(to: command) ?? command.obstacle(in: self)
  }

  mutating func paste(_ text: String) -> [Effect] {
    if case .mixer(var mixer)? = overlay, let colour = RGBA(loosely: text) {
      mixer.set(colour)
      overlay = .mixer(mixer)
      return []
    }
    if case .partForm(var form)? = overlay, var editor = form.fields[form.row] {
      editor.insert(String(text.prefix(200)))
      form.type(editor, beside: others(than: form))
      overlay = .partForm(form)
      return []
    }
    if case .menu(var menu)? = overlay {
      menu.filter.insert(String(text.prefix(200)))
      menu.selected = 0
      overlay = .menu(menu)
      return []
    }
    if case .chooser(var chooser)? = overlay {
      chooser.filter.insert(String(text.prefix(200)))
      chooser.selected = 0
      overlay = .chooser(chooser)
      return []
    }
    guard case .prompt(var prompt)? = overlay else {
      tell(.warning, Phrase("Nothing to paste into here", "ここには貼り付けられません"))
      return []
    }
    // Pasted text is a name or a path: more is a mistake.
    prompt.editor.insert(String(text.prefix(4096)))
    return type(prompt)
  }

  /// Says one line for a few seconds, and in the log for good.
  mutating func tell(_ kind: Notice.Kind, _ text: Phrase) {
    notice = Notice(kind: kind, text: text, until: now + kind.duration(of: text))
    enterInLog(kind, text)
  }

  /// Says one line in the log alone.
  mutating func enterInLog(_ kind: Notice.Kind, _ text: Phrase) {
    log.append(LogEntry(kind: kind, text: text, time: wallTime))
    if log.count > 1000 { log.removeFirst(log.count - 1000) }
  }
}
