internal import Coloring
public import Projects
public import Raster
internal import Regions
public import Studio
internal import Synchronization
internal import TerminalUI

/// Two boxes in outline, and the same in colours: a face and a coat.
public enum SmallPictures {
  public static let skin = RGBA(250, 220, 200)
  public static let coat = RGBA(40, 90, 160)
  /// A pixel of each box.
  public static let face = Point(45, 20)
  public static let body = Point(45, 50)

  private static let rows = [
    "................", "...##########...", "...#ssssssss#...", "...#ssssssss#...",
    "...#ssssssss#...", "...##########...", "...#cccccccc#...", "...#cccccccc#...",
    "...#cccccccc#...", "...#cccccccc#...", "...##########...", "................",
  ].map(Array.init)

  public static let line = picture { $0 == "#" ? .black : .white }
  public static let reference = picture {
    switch $0 {
    case "#": .black
    case "s": skin
    case "c": coat
    default: .white
    }
  }

  private static func picture(_ colour: (Character) -> RGBA) -> Image {
    var image = Image(width: 96, height: 72, repeating: .white)
    for y in 0..<72 {
      for x in 0..<96 { image[x, y] = colour(rows[y / 6][x / 6]) }
    }
    return image
  }
}

extension StudioState {
  /// A studio with small drawings that are alike and one reference, the first drawing on a screen, and the engine done.
  public static func coloured(
    drawings: [PictureID] = ["walk", "run", "rest"], on screen: ScreenName = .render,
    size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> StudioState {
    var state = StudioState(
      capabilities: Capabilities(colors: .direct, glyphs: .halves), size: size)
    let pictures =
      drawings.map {
        Picture(id: $0, kind: .drawing, title: $0.rawValue, width: 96, height: 72)
      } + [Picture(id: "sheet", kind: .reference, title: "sheet", width: 96, height: 72)]
    var history = History(pictures: pictures)
    _ = history.record([.add(pictures.map(\.id))], title: "import", time: 0)
    _ = reduce(
      &state,
      .projectOpened(
        OpenProject(title: "hana", path: "hana.nurie", history: history, holder: nil)))
    state.screen = screen
    try state.letEngineWork()
    return state
  }

  /// Does what the engine would do for the drawing that is seen.
  @discardableResult
  public mutating func letEngineWork() throws -> [Effect] {
    guard let project, let drawing,
      let order = AnalysisOrder(drawing.id, in: project.state)
    else { return [] }
    if let known = Self.known.withLock({ $0[order] }) { return reduce(&self, .analysed(known)) }
    let work = Work(threads: 2)
    let images = project.state.references.map { _ in SmallPictures.reference }
    guard
      let inputs = project.state.inputs(
        for: drawing.id, image: SmallPictures.line, references: images)
    else { return [] }
    let result = try Coloring.run(inputs, cache: Self.cache, work: work)
    let seen = try order.references.map { _ in
      try Pyramid(SmallPictures.reference, work: work)
    }
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
