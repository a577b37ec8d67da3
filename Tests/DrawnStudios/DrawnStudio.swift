internal import Coloring
internal import Projects
public import Raster
internal import Regions
public import Studio
internal import TerminalUI
internal import TestSupport

/// A small drawing in letters, coloured by the engine, for tests of the tools that work on regions.
public struct DrawnStudio {
  /// Pixels a letter is wide and high.
  public static let scale = 6

  public let drawing: Image
  public let reference: Image
  public var state: StudioState
  /// Shared by all tests: most look at the same drawings.
  private static let cache = MemoryCache(capacity: 200)

  /// A coat with a gap in the line down its middle.
  public static let coat = [
    "....................",
    "..###############...",
    "..#......#......#...",
    "..#......#......#...",
    "..#......#......#...",
    "..#.............#...",
    "..#.............#...",
    "..#......#......#...",
    "..#......#......#...",
    "..#......#......#...",
    "..###############...",
    "....................",
  ]

  /// - Parameter rows: the drawing, `#` for ink.
  public init(_ rows: [String] = DrawnStudio.coat, size: (columns: Int, rows: Int) = (80, 24))
    throws
  {
    drawing = .letters(rows, scale: Self.scale)
    reference = .letters(
      Self.coat.enumerated().map { y, row in
        (2...9).contains(y) ? "..#aaaaaa#bbbbbb#..." : row
      }, scale: Self.scale, ["a": RGBA(250, 220, 200), "b": RGBA(40, 90, 160)])
    let pictures = [
      Picture(
        id: "line", kind: .drawing, title: "line", width: drawing.width, height: drawing.height),
      Picture(
        id: "sheet", kind: .reference, title: "sheet", width: reference.width,
        height: reference.height),
    ]
    state = .opened(pictures, size: size)
    try act(.perform(.visit(.parts)))
  }

  /// The pixel in the middle of a letter.
  public static func pixel(_ column: Int, _ row: Int) -> Point {
    Point(column * scale + scale / 2, row * scale + scale / 2)
  }

  /// Does an action, and what it asks of the engine until nothing is asked any more.
  ///
  /// - Returns: everything that was asked of the world.
  @discardableResult
  public mutating func act(_ action: Action) throws -> [Effect] {
    let effects = reduce(&state, action)
    var all = effects
    for effect in effects {
      switch effect {
      case .analyse(let order): all += try act(.analysed(try analyse(order)))
      case .divide(let order, let lineArt):
        let map = try RegionMap(
          lineArt, gap: order.gap, edits: order.edits, work: Work(threads: 1))
        all += try act(.divided(order, map))
      default: break
      }
    }
    return all
  }

  /// Presses keys by their names, one blank between.
  @discardableResult
  public mutating func press(_ keys: String) throws -> [Effect] {
    try keys.split(separator: " ").flatMap { name in
      guard let key = Key(String(name)) else { preconditionFailure("no key is named \(name)") }
      return try act(.key(key))
    }
  }

  /// Lets time go by, in milliseconds.
  @discardableResult
  public mutating func wait(_ time: Int) throws -> [Effect] {
    try act(.clock(state.now + time, wall: 0))
  }

  private func analyse(_ order: AnalysisOrder) throws -> Analysis {
    let work = Work(threads: 1)
    var inputs = ColoringInputs(
      drawing: drawing, references: [reference], corrections: order.corrections,
      settings: order.settings)
    inputs.referenceLabels = order.referenceLabels
    let result = try Coloring.run(inputs, cache: Self.cache, work: work)
    return try Analysis(
      order: order, result: result, references: [try Pyramid(reference, work: work)], work: work)
  }
}
