import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI

@testable import Studio

/// A drawing and its reference: a figure of four areas, `a` and `b` above `c` and `d`, where `a` and `b` are of one
/// colour. What the tests of the Parts screen label.
enum Squares {
  static let drawing = PictureID(rawValue: "drawing")
  static let reference = PictureID(rawValue: "reference")
  static let side = 144

  private static let rows = [
    "............",
    ".aaaabbbbb..",
    ".aaaabbbbb..",
    ".aaaabbbbb..",
    ".aaaabbbbb..",
    ".ccccccddd..",
    ".ccccccddd..",
    ".ccccccddd..",
    ".ccccccddd..",
    ".ccccccddddd",
    ".ccccccddddd",
    "............",
  ].map(Array.init)

  static let a = Point(36, 36)
  static let b = Point(90, 36)
  static let c = Point(48, 96)
  static let d = Point(102, 96)

  /// - Parameter colours: of the letters; what has none is white. Lines are black, three pixels wide.
  static func picture(_ colours: [Character: RGBA]) -> Image {
    var image = Image(width: side, height: side, repeating: .white)
    for y in 0..<side {
      for x in 0..<side {
        let here = rows[y / 12][x / 12]
        let around = [(-1, 0), (2, 0), (0, -1), (0, 2)].map { dx, dy in
          rows[max(0, min(side - 1, y + dy)) / 12][max(0, min(side - 1, x + dx)) / 12]
        }
        let isLine = around.contains { $0 != here }
        image[x, y] = isLine ? RGBA(0, 0, 0) : colours[here] ?? .white
      }
    }
    return image
  }

  static let line = picture([:])
  static let coloured = picture([
    "a": RGBA(220, 60, 60), "b": RGBA(220, 60, 60), "c": RGBA(60, 90, 220),
    "d": RGBA(60, 170, 80),
  ])
  private static let cache = MemoryCache(capacity: 64)

  /// Does what the engine is asked for, at once.
  static func analysis(_ order: AnalysisOrder, line: Image = Squares.line) throws -> Analysis {
    let work = Work(threads: 1)
    var inputs = ColoringInputs(
      drawing: line, references: [coloured], corrections: order.corrections,
      settings: order.settings)
    inputs.referenceLabels = order.referenceLabels
    return try Analysis(
      order: order, result: Coloring.run(inputs, cache: cache, work: work),
      references: [Pyramid(coloured, work: work)], work: work)
  }

  /// A studio that shows the drawing's parts, the engine done.
  static func studio() throws -> StudioState {
    let pictures = [
      Picture(id: drawing, kind: .drawing, title: "drawing", width: side, height: side),
      Picture(id: reference, kind: .reference, title: "sheet", width: side, height: side),
    ]
    var state = StudioState.opened(pictures)
    try state.answer(state.press("f3"))
    return state
  }
}

extension StudioState {
  /// Lets the engine answer what it was asked for last, of the squares or the doll.
  mutating func answer(_ effects: [Effect]) throws {
    for case .analyse(let order) in effects.reversed() {
      let analysis =
        order.drawing == Doll.drawing ? try Doll.analysis(order) : try Squares.analysis(order)
      _ = reduce(&self, .analysed(analysis))
      return
    }
  }

  /// The part of the region at a point of what is shown; nil where it has none.
  func part(at point: Point) -> String? {
    guard let subject = partsSubject, let region = subject.region(at: point) else { return nil }
    return regionParts(of: subject)[region.label]?.part
  }
}
