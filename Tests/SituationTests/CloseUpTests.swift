import Coloring
import Raster
import TestSupport
import Testing

/// A head that fills the drawing, with a full-length reference.
@Suite(.byEachEngine) struct CloseUpTests {
  // Not found yet in this crop: the head of the fourth, which is in pencil.
  @Test(arguments: 0..<3)
  func aSamplesHeadIsColouredByItsWholeFigure(_ number: Int) throws {
    let whole = Situation.sample(number)
    #expect(try whole.head(share: 0.25).rightShare() >= 0.9 * whole.rightShare())
  }
}

extension Situation {
  /// The upper `share` of the figure, as wide as high.
  fileprivate func head(share: Double) -> Situation {
    let rows = (0..<subject.height).filter { y in
      (0..<subject.width).contains { subject[$0, y] == .white }
    }
    let (top, height) = (rows[0], Int(share * Double(rows.count)))
    let columns = (0..<subject.width).filter { x in
      (top..<top + height / 2).contains { subject[x, $0] == .white }
    }
    let middle = (columns[0] + columns[columns.count - 1]) / 2
    let left = max(0, middle - height / 2)
    return cropped(
      to: Box(
        x: left, y: max(0, top - 10), width: min(height, subject.width - left), height: height))
  }
}
