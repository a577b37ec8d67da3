internal import Coloring
public import Projects
public import Raster
internal import Regions
public import Studio
internal import Synchronization
internal import TerminalUI
internal import TestSupport

extension StudioState {
  /// A studio with small drawings that are alike and one reference, the first drawing on a screen, and the engine done.
  ///
  /// - Parameter strangers: references of another character, for the last drawing only.
  public static func coloured(
    drawings: [PictureID] = ["walk", "run", "rest"], strangers: [PictureID] = [],
    on screen: Screen = .result,
    size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> StudioState {
    let pictures =
      drawings.map {
        Picture(id: $0, kind: .drawing, title: $0.rawValue, width: 96, height: 72)
      }
      + (["sheet"] + strangers).map {
        Picture(id: $0, kind: .reference, title: $0.rawValue, width: 96, height: 72)
      }
    let assignments: [Edit] = [
      .assign(drawings.dropLast(), references: ["sheet"]),
      .assign(drawings.suffix(1), references: strangers),
    ]
    var state = StudioState.opened(
      pictures, gesture: strangers.isEmpty ? [] : assignments, size: size)
    state.screen = screen
    try state.letEngineWork()
    return state
  }

  /// Does what the engine would do for the drawing that is seen.
  @discardableResult
  public mutating func letEngineWork() throws -> [Effect] {
    guard let project = desk.project, let drawing,
      let order = AnalysisOrder(drawing.id, in: project.state)
    else { return [] }
    if let known = Self.known.withLock({ $0[order] }) { return reduce(&self, .analysed(known)) }
    let work = Work(threads: 2)
    func image(_ reference: PictureID) -> Image {
      reference.rawValue.hasPrefix("sheet") ? SmallPictures.reference : SmallPictures.stranger
    }
    guard
      let inputs = try project.state.inputs(
        for: drawing.id, image: SmallPictures.line, read: { .pixels(image($0.id)) },
        palette: {
          try ReferencePalette(of: .pixels(image($0.id)), labels: $1, cache: Self.cache, work: work)
        })
    else { return [] }
    let result = try Coloring.run(inputs, cache: Self.cache, work: work)
    let seen = try order.references.map { try Pyramid(image($0), work: work) }
    let analysis = try Analysis(order: order, result: result, references: seen, work: work)
    Self.known.withLock { $0[order] = analysis }
    return reduce(&self, .analysed(analysis))
  }

  private static let cache = MemoryCache()
  /// What the engine has answered in these tests.
  private static let known = Mutex<[AnalysisOrder: Analysis]>([:])

  /// The name of the palette entry that a pixel of the drawing is painted with.
  public func entry(at point: Point) -> String? {
    guard let result = analysis?.result else { return nil }
    return result.flats[result.map.labels[point]].entry.map { result.palette.entries[$0].name }
  }
}

extension [Effect] {
  /// What the composer is asked for.
  public var compositions: [CompositionOrder] {
    compactMap { if case .compose(let order, _) = $0 { order } else { nil } }
  }
}
