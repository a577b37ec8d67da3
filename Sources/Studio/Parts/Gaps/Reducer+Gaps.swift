import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  /// Takes up the list.
  mutating func listGaps() {
    take(up: .gaps(GapList()))
    select(gap: gaps.first?.closing)
  }

  /// Selects the gap nearest to a place of the drawing; the selected one itself is accepted or rejected.
  mutating func clickGap(at point: SIMD2<Double>) -> [Effect] {
    func distance(_ gap: Gap) -> Double {
      let way = gap.closing.middle - point
      return (way * way).sum()
    }
    let gaps = gaps
    guard let nearest = gaps.min(by: { distance($0) < distance($1) }) else { return [] }
    return clickGap(nearest, among: gaps)
  }

  /// The same for a line of the list.
  mutating func clickGap(listed index: Int) -> [Effect] {
    let gaps = gaps
    return gaps.indices.contains(index) ? clickGap(gaps[index], among: gaps) : []
  }

  private mutating func clickGap(_ gap: Gap, among gaps: [Gap]) -> [Effect] {
    if gapList?.index(in: gaps).map({ gaps[$0].closing }) == gap.closing {
      return perform(.gaps(.toggle))
    }
    select(gap: gap.closing)
    return []
  }

  mutating func moveGap(by step: Int) {
    let gaps = gaps
    guard let index = gapList?.index(in: gaps) else { return }
    select(gap: gaps[max(0, min(gaps.count - 1, index + step))].closing)
  }

  /// Selects a gap, and zooms so that the strokes can be judged that it may join.
  private mutating func select(gap closing: Closing?) {
    guard let closing, let drawing, let analysis else { return }
    gapList?.selected = closing
    let around = 20 * analysis.result.lineArt.strokeWidth
    let side = max(
      4 * closing.length, min(around, Double(min(drawing.width, drawing.height)) / 2))
    let corner = closing.middle - side / 2
    viewports[drawing.id] = Viewport(width: drawing.width, height: drawing.height).zoomed(
      to: Box(x: Int(corner.x), y: Int(corner.y), width: Int(side), height: Int(side)), margin: 0)
  }

  mutating func toggleGap() -> [Effect] {
    let gaps = gaps
    guard let drawing, let index = gapList?.index(in: gaps) else { return [] }
    let gap = gaps[index]
    let length = Int(gap.length.rounded())
    // One that was closed by hand is no longer there when it is taken back.
    gapList?.selected = gap.closing
    switch (gap.isClosed, gap.isByHand) {
    case (false, _):
      return edit(
        [.close(drawing.id, [gap.closing])],
        named: Phrase("close a gap of \(length) px", "\(length) px の隙間を閉じる"))
    case (true, false):
      return edit(
        [.open(drawing.id, [gap.closing])],
        named: Phrase("leave a gap of \(length) px open", "\(length) px の隙間を開けておく"))
    case (true, true):
      return edit(
        [.open(drawing.id, [gap.closing])],
        named: Phrase("open a gap closed by hand", "手で閉じた隙間を開く"))
    }
  }

  mutating func rejectLonger() -> [Effect] {
    let gaps = gaps
    guard let drawing, let index = gapList?.index(in: gaps) else { return [] }
    let longer = gaps.filter { $0.isLonger(than: gaps[index]) }.map(\.closing)
    let length = Int(gaps[index].length.rounded())
    tell(
      .done,
      Phrase(
        "\(longer.count.counted("closing")) longer than \(length) px rejected",
        "\(length) px より長い隙間 \(longer.count) 個を開きました"))
    return edit(
      [.open(drawing.id, longer)],
      named: Phrase("leave \(longer.count.counted("gap")) open", "隙間 \(longer.count) 個を開けておく"))
  }

  mutating func acceptAll() -> [Effect] {
    guard let drawing else { return [] }
    let rejected = gaps.filter { !$0.isClosed }.map(\.closing)
    return edit(
      [.close(drawing.id, rejected)],
      named: Phrase("close \(rejected.count.counted("gap"))", "隙間 \(rejected.count) 個を閉じる"))
  }

  /// The widest gap that the slider goes to, in pixels: an eighth of the drawing's side.
  public var widestGap: Double {
    guard let drawing else { return 0 }
    return (Double(drawing.width) * Double(drawing.height)).squareRoot().rounded() / 8
  }

  mutating func moveLimit(by direction: Double) {
    guard let limit = gapLimit, let analysis else { return }
    // Twenty steps from nothing to the drawing's own limit, whatever its size.
    let step = max(1, (analysis.result.lineArt.defaultGap / 20).rounded())
    let steps = limit.pixels / step
    let next = direction > 0 ? steps.rounded(.down) + 1 : steps.rounded(.up) - 1
    setLimit(max(0, min(widestGap, next * step)))
  }

  /// Moves the limit with the mouse.
  ///
  /// - Parameter share: of the widest, 0…1.
  mutating func slideGapLimit(to share: Double) {
    guard gapList != nil, activeTool != nil else { return }
    if let readOnlyObstacle { return tell(.warning, readOnlyObstacle) }
    setLimit((share * widestGap).rounded())
  }

  mutating func setLimit(_ pixels: Double?) {
    guard var list = gapList else { return }
    if list.pending == nil { list.before = division.map { GapList.Counts($0.map) } }
    list.pending = GapList.Pending(pixels: pixels, due: now + GapList.pause)
    gapList = list
  }

  /// Puts the limit that was moved into the journal.
  mutating func recordGapLimit() -> [Effect] {
    guard let pending = gapList?.pending, let tool = parts.tool else { return [] }
    gapList?.pending = nil
    if desk.project?.state.gaps[tool.drawing] == pending.pixels { return [] }
    let name =
      pending.pixels.map {
        Phrase("close gaps up to \(Int($0)) px", "\(Int($0)) px までの隙間を閉じる")
      } ?? Phrase("close gaps as the drawing asks", "隙間の幅を自動にする")
    return edit([.gap(tool.drawing, pixels: pending.pixels)], named: name)
  }
}

extension Gap {
  /// Whether it is closed, not by hand, and longer than another.
  func isLonger(than other: Gap) -> Bool {
    isClosed && !isByHand && length > other.length
  }
}
