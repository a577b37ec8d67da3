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

  /// Another character of the same outline.
  public static let stranger = picture {
    switch $0 {
    case "#": .black
    case "s": RGBA(190, 140, 110)
    case "c": RGBA(180, 40, 90)
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
  ///
  /// - Parameter strangers: references of another character, for the last drawing only.
  public static func coloured(
    drawings: [PictureID] = ["walk", "run", "rest"], strangers: [PictureID] = [],
    on screen: ScreenName = .render,
    size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> StudioState {
    var state = StudioState(
      capabilities: Capabilities(colors: .direct, glyphs: .halves), size: size)
    let pictures =
      drawings.map {
        Picture(id: $0, kind: .drawing, title: $0.rawValue, width: 96, height: 72)
      }
      + (["sheet"] + strangers).map {
        Picture(id: $0, kind: .reference, title: $0.rawValue, width: 96, height: 72)
      }
    var history = History(pictures: pictures)
    _ = history.record([.add(pictures.map(\.id))], title: "import", time: 0)
    if !strangers.isEmpty {
      let edits: [Edit] = [
        .assign(drawings.dropLast(), references: ["sheet"]),
        .assign(drawings.suffix(1), references: strangers),
      ]
      _ = history.record(edits, title: "assign", time: 0)
    }
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
    func image(_ reference: PictureID) -> Image {
      reference.rawValue.hasPrefix("sheet") ? SmallPictures.reference : SmallPictures.stranger
    }
    guard
      let inputs = try project.state.inputs(
        for: drawing.id, image: SmallPictures.line, read: { image($0.id) },
        palette: {
          try ReferencePalette(of: image($0.id), labels: $1, cache: Self.cache, work: work)
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
