import Coloring
import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// From here on the facts stand beside the pictures, and not below.
  private static let widthForFactsPane = 150
  private static let factsWidth = 42
  private static let widthForResult = 120
  /// In a narrower pane only the candidates that are listed below have their numbers, or these would cover it.
  private static let widthForAllNumbers = 42

  /// Drawing and reference side by side, the coloured result where there is room, and below them the facts of
  /// the selected match.
  mutating func match(_ state: StudioState, in body: Box, cache: ViewCache) {
    guard let drawing = state.drawing else {
      return empty(
        Phrase("No drawing is selected. F2 lists them.", "線画が選ばれていません。F2 で一覧を表示します。"), in: body)
    }
    guard let analysis = state.analysis, let flats = state.flats,
      let correspondences = state.correspondences
    else {
      return waitingMatch(state, for: drawing, in: body, cache: cache)
    }
    var scene = MatchScene(analysis, flats, correspondences, state)
    var above = body
    let names = shownPanes(state, width: body.width)
    if above.width / names.count < Self.widthForAllNumbers, let match = scene.selected {
      scene.numbered = candidatesListed(match, scene, columns: body.width - 2)
    }
    if body.width >= Self.widthForFactsPane && body.height >= 24 {
      let pane = panel(
        above.cutRight(Self.factsWidth), Phrase("Match", "対応")(language), isFocused: false)
      matchFactsPane(scene, in: pane)
    } else {
      matchFacts(scene, in: above.cutBottom(factsHeight(in: body)))
    }
    for (index, name) in names.enumerated() {
      let start = above.width * index / names.count
      let end = above.width * (index + 1) / names.count
      matchPane(
        name, scene, state,
        in: Box(x: above.x + start, y: above.y, width: end - start, height: above.height),
        cache: cache)
    }
  }

  /// The same before the engine has answered: both pictures from their small copies.
  private mutating func waitingMatch(
    _ state: StudioState, for drawing: Picture, in body: Box, cache: ViewCache
  ) {
    var left = body
    progress(state, for: drawing, in: left.cutBottom(factsHeight(in: body)))
    if body.width >= 60, let reference = state.shownReference {
      let right = panel(
        left.cutRight(body.width / 2), reference.title,
        note: Phrase("reference", "色見本")(language), isFocused: state.match.side == .reference)
      preview(reference, state, as: .reference, in: right, cache: cache)
    }
    let isFocused = state.match.side == .drawing
    let room = panel(
      left, drawing.title, note: Phrase("drawing", "線画")(language), isFocused: isFocused)
    preview(drawing, state, as: .drawing, in: room, cache: cache)
  }

  /// The pictures that have room: the side with the keys always.
  private func shownPanes(_ state: StudioState, width: Int) -> [CanvasName] {
    if width >= Self.widthForResult { return [.drawing, .reference, .result] }
    if width >= 60 { return [.drawing, .reference] }
    return state.match.side == .drawing ? [.drawing] : [.reference]
  }

  private mutating func matchPane(
    _ name: CanvasName, _ scene: MatchScene, _ state: StudioState, in box: Box, cache: ViewCache
  ) {
    let inside = frame(name, scene, state, in: box)
    guard inside.width > 0, inside.height > 0 else { return }
    switch name {
    case .drawing:
      guard let drawing = state.drawing else { return }
      let viewport = state.viewport(of: drawing)
      let frame = ViewFrame(viewport, columns: inside.width, rows: inside.height)
      picture(
        { scene.drawing($0, frame) }, key: scene.drawingKey, viewport: viewport, as: name,
        in: inside, cache: cache)
    case .reference:
      guard let reference = state.shownReference, scene.reference != nil else {
        return empty(Phrase("This reference is being read …", "色見本を読み込み中…"), in: inside)
      }
      let viewport = state.viewport(of: reference)
      let frame = ViewFrame(viewport, columns: inside.width, rows: inside.height)
      picture(
        { scene.reference($0, frame) }, key: scene.referenceKey, viewport: viewport, as: name,
        in: inside, cache: cache)
    case .result:
      guard let drawing = state.drawing else { return }
      let viewport = state.viewport(of: drawing)
      let frame = ViewFrame(viewport, columns: inside.width, rows: inside.height)
      picture(
        { scene.result($0, frame) }, key: scene.resultKey, viewport: viewport, as: name,
        in: inside, cache: cache)
      if !state.isAnalysisFresh { dim(inside) }
    }
  }

  /// The border of a pane: what it shows, and whether it has the keys.
  private mutating func frame(
    _ name: CanvasName, _ scene: MatchScene, _ state: StudioState, in box: Box
  ) -> Box {
    switch name {
    case .drawing:
      let working = state.terminal.size.columns < Self.widthForResult ? working(state) : nil
      return panel(
        box, state.drawing?.title ?? "", note: working ?? Phrase("drawing", "線画")(language),
        isFocused: state.match.side == .drawing)
    case .reference:
      let references = state.drawingReferences
      let word = Phrase("reference", "色見本")(language)
      let place = references.firstIndex { $0.id == state.shownReference?.id } ?? 0
      return panel(
        box, state.shownReference?.title ?? "",
        note: references.count > 1 ? "\(word) \(place + 1)/\(references.count)" : word,
        isFocused: state.match.side == .reference)
    case .result:
      return panel(
        box, Phrase("Result", "結果")(language), note: working(state) ?? "", isFocused: false)
    }
  }

  /// The engine's work, once it has kept the artist waiting.
  private func working(_ state: StudioState) -> String? {
    guard let progress = state.engine.analysing, progress.isShown(at: state.now) else { return nil }
    return working(progress, at: state.now)
  }

  /// Takes half the strength from what is out of date.
  private mutating func dim(_ box: Box) {
    let ground = theme[.canvas].background
    for y in box.y..<box.maxY {
      for x in box.x..<box.maxX {
        frame.surface[x, y].style.foreground.fade(into: ground)
        frame.surface[x, y].style.background.fade(into: ground)
      }
    }
  }
}

extension CellColor {
  /// Half of the way to another colour; the terminal's own stay as they are.
  fileprivate mutating func fade(into ground: CellColor) {
    guard let (r, g, b) = rgb, let (toR, toG, toB) = ground.rgb else { return }
    // Without carries, so that no channel overflows.
    self = CellColor(r / 2 + toR / 2, g / 2 + toG / 2, b / 2 + toB / 2)
  }
}
