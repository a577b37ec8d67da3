public import Projects
internal import TerminalUI

/// A work on the regions of one drawing that has keys of its own while it lasts; what it does not use still
/// zooms and pans.
public struct RegionTool: Sendable {
  public enum Kind: Sendable {
    case gaps(GapList)
    case line(LineTool)
    case spots(SpotList)
  }

  public var kind: Kind
  public let drawing: PictureID
  /// The view before; leaving goes back there.
  let view: Viewport

  /// The context that its keys are looked up in.
  public var context: Context {
    switch kind {
    case .gaps: .gaps
    case .line: .cutting
    case .spots: .spots
    }
  }
}

extension StudioState {
  /// The tool in use, where its drawing is seen.
  public var activeTool: RegionTool? {
    screen == .parts && !isReferenceShown && parts.tool?.drawing == drawing?.id ? parts.tool : nil
  }

  /// The contexts that keys go to before they go to the screen.
  var toolContexts: [Context] { activeTool.map { [$0.context] } ?? [] }

  /// Takes a tool in hand, in place of the one in use.
  mutating func take(up kind: RegionTool.Kind) {
    guard let drawing else { return }
    let view = activeTool?.view ?? viewport(of: drawing)
    parts.tool = RegionTool(kind: kind, drawing: drawing.id, view: view)
  }

  /// Lays the tool down; the drawing is seen as before.
  mutating func layDownTool() {
    guard let tool = parts.tool else { return }
    viewports[tool.drawing] = tool.view
    self.parts.tool = nil
  }

  /// Why a command of the screen has to wait until the tool is laid down: a stray key must change nothing.
  func toolObstacle(to command: Command) -> Phrase? {
    guard let activeTool, command.context == .parts || command.rendersAll, !command.isLooking
    else { return nil }
    switch activeTool.kind {
    case .gaps:
      return Phrase("Leave the list of gaps first: q", "先に隙間一覧を閉じてください: q")
    case .line:
      return Phrase("Finish the line first, or leave it: q", "先に線を確定するか、q でやめてください")
    case .spots:
      return Phrase("Leave the list first: q", "先に一覧を閉じてください: q")
    }
  }

  /// A tool's deferred work is done before anything else is, so that undo takes things back in order.
  mutating func settleTool(before command: Command) -> [Effect] {
    switch command {
    case .gaps(.wider), .gaps(.narrower), .gaps(.ownLimit): []
    default: recordGapLimit()
    }
  }

  /// The deferred work of a tool, where its time has come; lays down the tool of a drawing that is no longer open.
  mutating func settleTool(isOver: Bool) -> [Effect] {
    guard let tool = parts.tool else { return [] }
    let isSeen = activeTool != nil
    let isDue = toolChange.map { $0 <= now } ?? false
    let effects = isDue || isOver || !isSeen ? recordGapLimit() : []
    if tool.drawing != drawing?.id { self.parts.tool = nil }
    return effects
  }

  /// When the tool will do something by itself.
  var toolChange: Int? { gapList?.pending?.due }
}

extension Command {
  /// Whether it starts much that a key meant for a list should not.
  fileprivate var rendersAll: Bool { self == .queue(.all) }

  /// Whether it changes only how the drawing is seen.
  fileprivate var isLooking: Bool { purpose == .look }
}

extension StudioState {
  /// The meaning of a click on the drawing to the tool in use.
  mutating func clickTool(at point: SIMD2<Double>) -> [Effect] {
    switch activeTool?.kind {
    case .gaps: return clickGap(at: point)
    case .spots: clickSpot(at: point)
    case .line, nil: break
    }
    return []
  }

  /// The meaning of a click on a line of the tool's list.
  mutating func clickTool(listed index: Int) -> [Effect] {
    switch activeTool?.kind {
    case .gaps: return clickGap(listed: index)
    case .spots: clickSpot(listed: index)
    case .line, nil: break
    }
    return []
  }
}
