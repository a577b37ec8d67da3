import Raster
import Regions
import Studio
import TerminalUI

/// A tool's marks over the drawing.
struct ToolMarks: Hashable, Sendable {
  struct Line: Hashable, Sendable {
    let points: [Point]
    let role: Role
  }

  struct Cursor: Hashable, Sendable {
    let point: Point
    let role: Role
  }

  /// The dots of a dotted line and the spaces between them; odd.
  private static let dots = 9

  /// Later ones lie over earlier ones.
  var lines: [Line] = []
  var cursors: [Cursor] = []
  /// Whether a tool is in use: then lines must be seen well, and the hatching of unlabelled regions goes.
  let hasTool: Bool
  /// Whether the selected region would only be in the way.
  var hidesRegion = false

  /// Nothing where no tool is in use.
  init(_ state: StudioState) {
    hasTool = state.activeTool != nil
    switch state.activeTool?.kind {
    case .gaps(let list): draw(state.gaps, list)
    case .line(let line): draw(line)
    case .spots(let list): draw(state.spots, list)
    case nil: break
    }
  }

  var overlays: [PictureOverlay] {
    lines.map { .line($0.points, $0.role) } + cursors.map { .cursor($0.point, $0.role) }
  }

  /// Every gap, and a cross-hair on the selected one.
  private mutating func draw(_ gaps: [Gap], _ list: GapList) {
    hidesRegion = true
    let selected = list.index(in: gaps)
    for (index, gap) in gaps.enumerated() where index != selected { draw(gap) }
    guard let selected else { return }
    let gap = gaps[selected]
    draw(gap)
    let (from, to) = (gap.closing.from, gap.closing.to)
    cursors.append(
      Cursor(point: Point((from.x + to.x) / 2, (from.y + to.y) / 2), role: .outline))
  }

  /// The line so far, its corners, and where the next would be.
  private mutating func draw(_ line: LineTool) {
    if line.preview.count > 1 { lines.append(Line(points: line.preview, role: .opened)) }
    for corner in line.corners { lines.append(Line(points: [corner], role: .outline)) }
    cursors.append(Cursor(point: line.cursor, role: .outline))
  }

  /// A dot in each spot, since most are too small to be outlined, and a cross-hair on the selected one.
  private mutating func draw(_ spots: [Spot], _ list: SpotList) {
    for spot in spots {
      lines.append(Line(points: [spot.inside], role: list.fills(spot) ? .opened : .closing))
    }
    if let index = list.index(in: spots) {
      cursors.append(Cursor(point: spots[index].inside, role: .outline))
    }
  }

  private mutating func draw(_ gap: Gap) {
    let (from, to) = (gap.closing.from, gap.closing.to)
    guard gap.isLearned else {
      lines.append(Line(points: [from, to], role: gap.role))
      return
    }
    // Dotted: every other of these parts of the way.
    func place(_ part: Int) -> Point {
      Point(
        from.x + (to.x - from.x) * part / Self.dots, from.y + (to.y - from.y) * part / Self.dots)
    }
    for part in stride(from: 0, to: Self.dots, by: 2) {
      lines.append(Line(points: [place(part), place(part + 1)], role: gap.role))
    }
  }
}

extension Gap {
  fileprivate var role: Role { isClosed ? .closing : .opened }
}
