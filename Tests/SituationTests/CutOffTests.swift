import Coloring
import Raster
import TestSupport
import Testing

/// Figures of which the picture's sides cut off a part.
@Suite(.byEachEngine) struct CutOffTests {
  @Test func theUpperPartOfADollIsColouredAsTheWhole() throws {
    var doll = Doll()
    doll.scale = 2
    let whole = Situation.doll(doll)
    try expectPart(of: whole, from: 0, to: 0.6, paintsAtMost: 0.1)
  }

  /// Hana from the head to the chest, Rowan to the waist.
  @Test(arguments: [(0, 0.42), (2, 0.55)])
  func theUpperPartOfASampleIsColouredAsTheWhole(sample: Int, height: Double) throws {
    try expectPart(of: Situation.sample(sample), from: 0, to: height)
  }

  /// Expects that the part between two heights, cut by both sides, is coloured nearly as well as in the whole drawing.
  ///
  /// - Parameters:
  ///   - top: a share of the figure's height, from its top.
  ///   - bottom: likewise.
  ///   - limit: of the share of the ground that is painted; nil where it is not asked.
  private func expectPart(
    of whole: Situation, from top: Double, to bottom: Double, paintsAtMost limit: Double? = nil
  ) throws {
    let box = whole.box(from: top, to: bottom)
    let part = whole.cropped(to: box)
    let twin = try Score(
      of: whole.coloured().image.cropped(to: box), truth: part.truth, line: part.line,
      subject: part.subject, work: Work(threads: 2)
    ).acc20
    #expect(try part.rightShare() >= 0.95 * twin)
    if let limit { #expect(try part.paintedGroundShare() <= limit) }
  }
}

extension Situation {
  /// The figure between two heights, an eighth of its width cut off at either side.
  fileprivate func box(from top: Double, to bottom: Double) -> Box {
    let rows = (0..<subject.height).filter { y in
      (0..<subject.width).contains { subject[$0, y] == .white }
    }
    guard let first = rows.first else { return subject.bounds }
    let y = first + Int(top * Double(rows.count))
    let maxY = first + Int(bottom * Double(rows.count))
    let columns = (0..<subject.width).filter { x in
      (y..<maxY).contains { subject[x, $0] == .white }
    }
    let start = top == 0 ? max(0, y - 12) : y
    let cut = columns.count / 8
    return Box(
      x: columns[0] + cut, y: start, width: columns.count - 2 * cut, height: maxY - start)
  }
}
