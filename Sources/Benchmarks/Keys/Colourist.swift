import Characters
import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

/// Somebody who knows the true colours of some drawings of one character, and brings them about with as few keys and clicks as the
/// studio lets them.
///
/// They go through the regions in doubt first (`n`), then click what is still wrong. Where the right paint is among the numbered
/// candidates they press the number; else they click a place of the reference that has it, and last they paint from the palette.
struct Colourist {
  private var state: StudioState
  private let drawings: [PosedDrawing]
  private let cache = MemoryCache(capacity: 64)
  /// The pictures of references by their ids, the sheet and each finished drawing.
  private var references: [PictureID: Image]
  private var divisions: [PictureID: FinishedDivision] = [:]
  private var effort = Effort()
  /// Regions that mostly have the wrong paint, the largest first; specks are let be.
  private var wrong: [UInt16] = []
  private let work = Work(threads: 2)
  private static let sheet = PictureID(rawValue: "sheet")
  private let engine: Engine

  /// A studio at 200×50 with these drawings and their character's sheet, the first drawing on the screen of matches.
  init(_ drawings: [PosedDrawing], engine: Engine) throws {
    self.drawings = drawings
    self.engine = engine
    references = [Self.sheet: drawings[0].reference]
    let pictures =
      drawings.indices.map { index in
        Picture(
          id: Self.id(index), kind: .drawing, title: "\(index)",
          width: drawings[index].line.width, height: drawings[index].line.height)
      } + [
        Picture(
          id: Self.sheet, kind: .reference, title: "sheet",
          width: drawings[0].reference.width, height: drawings[0].reference.height)
      ]
    state = StudioState(
      capabilities: Capabilities(colors: .direct, glyphs: .halves), size: (200, 50))
    var history = History(pictures: pictures)
    _ = history.record([.add(pictures.map(\.id))], title: "import", time: 0)
    try act(
      .projectOpened(
        OpenProject(title: "keys", path: "keys.nurie", history: history, refusal: nil)))
  }

  private static func id(_ index: Int) -> PictureID {
    PictureID(rawValue: "d\(index < 10 ? "0" : "")\(index)")
  }

  /// Opens a drawing and corrects it until no region mostly has the wrong paint, or nothing more helps.
  mutating func finish(_ index: Int) throws -> Effort {
    effort = Effort()
    let drawing = drawings[index]
    if index == 0 {
      try press("pictures.open")
    } else {
      try press("result.next-drawing")
    }
    try press("global.match")
    effort.areas = drawing.truth.regions.count { $0.part != "background" }
    effort.wrong = wrong.count
    var given: Set<Point> = []
    // The queue: each stop costs a key, be it right or wrong.
    for _ in 0..<100 {
      guard let stops = analysis?.result.flats.doubts.count, stops > 0 else { break }
      let before = state.desk.focus
      try press("match.next-doubtful")
      guard let region = state.region, state.desk.focus != before else { break }
      guard given.insert(region.inside).inserted else { break }
      if wrong.contains(region.label) { try correct(region, drawing) }
    }
    // What the queue does not name.
    while let label = wrong.first(where: { label in
      analysis.map { !given.contains($0.result.map[label].inside) } ?? false
    }) {
      guard let region = analysis?.result.map[label] else { break }
      given.insert(region.inside)
      try click(.drawing, at: region.inside)
      try correct(region, drawing)
    }
    effort.left = wrong.count
    return effort
  }

  /// Makes the finished drawing the reference of those that follow.
  mutating func handOn(_ index: Int) throws -> Effort {
    effort = Effort()
    guard let result = analysis?.result else { return effort }
    let image = result.image
    try press("global.result")
    try press("result.reference")
    let id = PictureID(rawValue: "result \(index)")
    references[id] = image
    divisions[id] = FinishedDivision(of: result)
    try act(
      .resultImported(
        Picture(
          id: id, kind: .reference, title: "\(index)", width: image.width, height: image.height,
          result: Self.id(index)), of: Self.id(index)))
    return effort
  }

  // MARK: One region

  /// Gives the selected region its true paint.
  private mutating func correct(_ region: Region, _ drawing: PosedDrawing) throws {
    guard let result = analysis?.result else { return }
    let truth = drawing.truth(of: region.label, in: result)
    func isRight(_ candidate: Counterpart) -> Bool {
      drawing.isRight(
        result.references[candidate.reference].paint(of: candidate.label), truth)
    }
    let candidates = state.correspondence?.candidates.map(\.counterpart) ?? []
    if let number = candidates.prefix(9).firstIndex(where: isRight) {
      try press("match.candidate-\(number + 1)")
    } else if let place = place(with: isRight) {
      try click(.reference, at: place)
    }
    if !isStillWrong(region) { return }
    guard
      let right = analysis?.result.palette.entries.first(where: { drawing.isRight($0.base, truth) })
    else { return }
    try press("global.colour")
    try choose(right.name)
  }

  private func asReference(_ id: PictureID, _ drawing: PosedDrawing) -> ReferencePicture {
    ReferencePicture(references[id] ?? drawing.reference, division: divisions[id])
  }

  /// Takes a colour from the open list of colours, by the arrows.
  private mutating func choose(_ name: String) throws {
    guard case .chooser(let chooser)? = state.overlay,
      let wanted = chooser.palette.entries.firstIndex(where: { $0.name == name }),
      let row = chooser.choices.firstIndex(of: .entry(wanted))
    else { preconditionFailure("\(name) is not in the list of colours") }
    let steps = row - chooser.selected
    for _ in 0..<abs(steps) { try strike(Key(steps > 0 ? .down : .up)) }
    try strike(Key(.enter))
  }

  private func isStillWrong(_ region: Region) -> Bool {
    guard let map = analysis?.result.map, let label = map.resolve(RegionName(inside: region.inside))
    else { return false }
    return wrong.contains(label)
  }

  /// A place of the reference that is seen, with a paint; the largest region's.
  private func place(with isRight: (Counterpart) -> Bool) -> Point? {
    guard let index = state.shownReferenceIndex, let result = analysis?.result else { return nil }
    return result.references[index].map.regions.filter { isRight(Counterpart(index, $0.label)) }
      .max { $0.area < $1.area }?.inside
  }

  /// Paper of fewer pixels nobody goes to.
  private static let speck = 30

  private var analysis: Analysis? { state.analysis }

  // MARK: Keys, clicks, and the engine's answers

  private mutating func press(_ name: String) throws {
    guard let key = Command.all.first(where: { $0.name == name })?.keys.first else {
      preconditionFailure("no command with a key is named \(name)")
    }
    try strike(key)
  }

  private mutating func strike(_ key: Key) throws {
    effort.keys += 1
    try act(.key(key))
  }

  private mutating func click(_ canvas: CanvasName, at place: Point) throws {
    try click(.canvas(canvas, SIMD2(Double(place.x) + 0.5, Double(place.y) + 0.5)))
  }

  private mutating func click(_ target: Target) throws {
    effort.clicks += 1
    try act(.pointer(Pointer(.press(.left), on: target)))
    try act(.pointer(Pointer(.release(.left), on: target)))
  }

  /// Does it, and what the engine would do for the drawing that is seen.
  private mutating func act(_ action: Action) throws {
    _ = reduce(&state, action)
    guard let project = state.desk.project, let seen = state.drawing,
      state.screen != .pictures, let order = AnalysisOrder(seen.id, in: project.state),
      state.analysis?.order != order
    else { return }
    guard let index = drawings.indices.first(where: { Self.id($0) == seen.id }),
      let inputs = try project.state.inputs(
        for: seen.id, image: drawings[index].line,
        read: { asReference($0.id, drawings[index]) },
        palette: { reference, labels in
          try ReferencePalette(
            of: asReference(reference.id, drawings[index]), labels: labels,
            cache: cache, work: work)
        })
    else { return }
    let result = try Coloring.run(inputs, engine: engine, cache: cache, work: work)
    let pictures = order.references.map { Pyramid(references[$0] ?? drawings[index].reference) }
    _ = reduce(
      &state,
      .analysed(try Analysis(order: order, result: result, references: pictures, work: work)))
    let paper = drawings[index].paper(of: result)
    wrong = result.map.regions.filter { region in
      let (all, wrong) = paper[region.label]
      return all >= Self.speck && 2 * wrong > all
    }.sorted { $0.area > $1.area }.map(\.label)
  }
}

extension Reference {
  /// The paint of a region; nil for the ground.
  fileprivate func paint(of label: UInt16) -> RGBA? {
    map[label].isBackground ? nil : palette.entries[entries[label]].base
  }
}
