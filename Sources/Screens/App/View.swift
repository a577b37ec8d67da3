import Raster
public import Studio
import TerminalUI

/// The smallest terminal that has room for one pane.
private let smallest = (columns: 40, rows: 10)

/// Draws a screen in the room that the header, the palette and the last lines leave.
typealias DrawPage = @Sendable (inout Page, StudioState, Box, ViewCache) -> Void

/// The page of each screen.
let pages: [Screen: DrawPage] = [
  .pictures: { $0.pictures($1, in: $2, cache: $3) },
  .parts: { $0.parts($1, in: $2, cache: $3) },
  .match: { $0.match($1, in: $2, cache: $3) },
  .result: { $0.result($1, in: $2, cache: $3) },
  .renders: { $0.renderList($1, in: $2, cache: $3) },
]

/// The screen for `state`: a pure function, but for pictures that `cache` keeps in cells.
///
/// - Complexity: O(cells), and the pixels that are seen anew.
public func view(_ state: StudioState, cache: ViewCache) -> Frame {
  var page = Page(state)
  let (columns, rows) = state.terminal.size
  guard columns >= smallest.columns, rows >= smallest.rows else {
    page.write(
      Phrase("too small", "小さすぎます")(state.shownLanguage), at: Point(0, 0), .warning)
    if rows > 1 {
      page.write(
        "\(columns)×\(rows) < \(smallest.columns)×\(smallest.rows)", at: Point(0, 1), .muted)
    }
    return page.frame
  }
  page.header(state)
  let body = Box(x: 0, y: 1, width: columns, height: rows - 3)
  let room = page.roomBesidePalette(state, in: body)
  if state.pickedReference != nil {
    page.picking(state, in: room, cache: cache)
  } else if let draw = pages[state.screen] {
    draw(&page, state, room, cache)
  } else {
    preconditionFailure("the screen \(state.screen.name) has no page")
  }
  page.palette(state, in: body)
  page.status(state, row: rows - 2)
  if let overlay = state.overlay { page.overlay(overlay, state, over: body) }
  // After what lies over the screen, whose keys it shows then.
  page.footer(state, row: rows - 1)
  return page.frame
}

/// Pictures in cells that were shown last, so that a moved cursor costs no pixels.
public final class ViewCache {
  var surfaces: [String: (key: AnyHashable, surface: Surface)] = [:]

  public init() {}

  /// The surface of a pane: the one it had while `key` is the same.
  func surface(of pane: String, _ key: AnyHashable, make: () -> Surface) -> Surface {
    if let known = surfaces[pane], known.key == key { return known.surface }
    let surface = make()
    surfaces[pane] = (key, surface)
    return surface
  }
}
