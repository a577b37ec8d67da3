import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// The slider of the widest gap that is closed, and the list of gaps.
  mutating func gaps(_ list: GapList, _ state: StudioState, in box: Box) {
    let gaps = state.gaps
    let rejected = gaps.filter { !$0.isClosed }.count
    let note =
      rejected == 0
      ? Phrase("\(gaps.count)", "\(gaps.count) 個")
      : Phrase("\(gaps.count), \(rejected) rejected", "\(gaps.count) 個、うち開 \(rejected)")
    let inner = frame.surface.drawPanel(
      box, title: Phrase("Gaps", "隙間")(language), note: note(language), isFocused: true,
      theme: theme, linework: Linework(glyphs))
    let isNarrow = box.height > 12
    let rows = limit(list, state, in: inner, rows: isNarrow ? 3 : 1)
    let rest = Box(
      x: inner.x, y: inner.y + rows, width: inner.width, height: max(0, inner.height - rows))
    if gaps.isEmpty {
      write(
        Phrase("No gap is closed. + closes wider ones.", "閉じた隙間はありません。+ でより広い隙間を閉じます。")(language),
        at: Point(rest.x + 1, rest.y), .muted, before: rest.maxX)
    }
    toolList(count: gaps.count, selected: list.index(in: gaps), in: rest) {
      page, index, row, role in
      page.gap(gaps[index], state, in: row, role)
    }
  }

  /// The parts that the selected gap lies between, on the line above the footer.
  mutating func gapFacts(_ state: StudioState, row: Int) {
    let gaps = state.gaps
    guard let index = state.gapList?.index(in: gaps) else { return }
    let sides = state.regions(beside: gaps[index])
    guard let first = sides.first else { return }
    var text =
      if sides.count == 2 {
        Phrase(
          "Between a region of \(first.area) px and one of \(sides[1].area) px",
          "\(first.area) px の領域と \(sides[1].area) px の領域の間")
      } else {
        Phrase("Inside a region of \(first.area) px", "\(first.area) px の領域の中")
      }
    if let parts = parts(beside: gaps[index], state) {
      text = Phrase("\(text.english): \(parts.english)", "\(text.japanese): \(parts.japanese)")
    }
    if isBeyond(gaps[index], state) {
      text = Phrase(
        "\(text.english). Longer than the limit: ends are known to some pixels only",
        "\(text.japanese)。上限より長いのは、線の端に数画素の誤差があるためです")
    }
    write(text(language), at: Point(1, row), .muted, before: frame.surface.width - 1)
  }

  /// The parts on both sides of a gap, where they are known.
  private func parts(beside gap: Gap, _ state: StudioState) -> Phrase? {
    let names = state.parts(beside: gap).map { state.name(of: $0) }
    guard let first = names.first else { return nil }
    guard names.count > 1 else { return Phrase("in \(first.english)", "\(first.japanese)の中") }
    return Phrase(
      "between \(first.english) and \(names[1].english)",
      "\(first.japanese)と\(names[1].japanese)の間")
  }

  /// Whether the engine closed a gap that measures more than the limit.
  private func isBeyond(_ gap: Gap, _ state: StudioState) -> Bool {
    guard let limit = state.gapLimit, gap.isClosed, !gap.isByHand else { return false }
    return gap.length.rounded() > limit.pixels.rounded()
  }

  /// One line of the list: a mark, the length, what was decided, between what and where it is.
  private mutating func gap(_ gap: Gap, _ state: StudioState, in row: Box, _ role: Role) {
    let isPlain = role == .text
    let mark = write(
      gap.isClosed ? "✓ " : "✗ ", at: Point(row.x, row.y),
      isPlain ? (gap.isClosed ? .success : .error) : role)
    let length = "\(Int(gap.length.rounded()))"
    let column = mark + max(0, 4 - length.terminalColumns)
    let after = write("\(length) px  ", at: Point(column, row.y), role)
    let (from, to) = (gap.closing.from, gap.closing.to)
    let place = "\((from.x + to.x) / 2), \((from.y + to.y) / 2)"
    let end = row.maxX - place.terminalColumns - 1
    let x = write(decision(gap)(language), at: Point(after, row.y), role, before: end)
    if let parts = parts(beside: gap, state), x + 14 < end {
      write(parts(language), at: Point(x + 2, row.y), isPlain ? .muted : role, before: end - 1)
    }
    if end > after { write(place, at: Point(end, row.y), isPlain ? .muted : role) }
  }

  private func decision(_ gap: Gap) -> Phrase {
    if gap.isLearned, gap.isClosed { return Phrase("learned border", "補った境界") }
    return switch (gap.isClosed, gap.isByHand, gap.isFound) {
    case (true, true, true): Phrase("closed by hand", "手で閉じた")
    case (true, true, false): Phrase("by hand, on ink", "手で閉じた・線の上")
    case (true, false, _): Phrase("closed", "閉じた")
    case (false, _, true): Phrase("rejected", "開けておく")
    case (false, _, false): Phrase("rejected, not found", "開けておく・該当なし")
    }
  }

  /// The slider, and what moving it changed.
  ///
  /// - Returns: how many rows it took.
  private mutating func limit(
    _ list: GapList, _ state: StudioState, in box: Box, rows: Int
  ) -> Int {
    guard let limit = state.gapLimit, let division = state.division, box.height > rows else {
      return 0
    }
    let origin = limit.isOwn ? Phrase(" (automatic)", " (自動)") : Phrase(same: "")
    let tolerance = Int(LineArt.gapTolerance(of: limit.pixels).rounded())
    let number = "\(Int(limit.pixels.rounded())) px" + (limit.pixels > 0 ? " ±\(tolerance)" : "")
    let words = Phrase("closes up to \(number)", "\(number) まで閉じる")
    let after = write(
      words(language) + origin(language), at: Point(box.x + 1, box.y), .strong, before: box.maxX)
    let bar =
      rows == 1
      ? Box(x: after + 1, y: box.y, width: min(16, box.maxX - after - 2), height: 1)
      : Box(x: box.x + 1, y: box.y + 1, width: box.width - 2, height: 1)
    frame.surface.drawProgress(
      limit.pixels / max(1, state.widestGap), in: bar,
      CellStyle(theme[.accent].foreground, on: theme[.input].background), linework: Linework(glyphs)
    )
    slider(.gapLimit, along: bar, in: bar, held: state.mouse.heldSlider)
    let isHere = division.order.gap == (limit.isOwn ? nil : limit.pixels)
    let now = isHere ? GapList.Counts(division.map) : nil
    let text = Phrase(
      "regions \(change(list.before?.regions, now?.regions))   closings \(change(list.before?.closings, now?.closings))",
      "領域 \(change(list.before?.regions, now?.regions))   隙間 \(change(list.before?.closings, now?.closings))"
    )
    if rows == 1 {
      write(text(language), at: Point(bar.maxX + 2, box.y), .text, before: box.maxX - 1)
    } else {
      write(text(language), at: Point(box.x + 1, box.y + 2), .text, before: box.maxX - 1)
    }
    return rows
  }

  /// A number before and after; dots while it is not known yet.
  private func change(_ before: Int?, _ now: Int?) -> String {
    let now = now.map(String.init) ?? "…"
    guard let before, "\(before)" != now else { return now }
    return "\(before) → \(now)"
  }
}
