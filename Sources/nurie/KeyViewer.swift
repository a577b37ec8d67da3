import Raster
import TerminalUI

/// A screen that names what comes from the terminal, the latest last.
struct KeyViewer {
  private let overrides: CapabilityOverrides
  private let theme = Theme.standard

  init(_ overrides: CapabilityOverrides) { self.overrides = overrides }

  func run() throws {
    let backend: CursesBackend
    do {
      backend = try CursesBackend(overrides: overrides, exact: theme.colors)
    } catch {
      throw Failure(["\(error)."])
    }
    defer { backend.close() }
    var came: [String] = []
    while true {
      _ = backend.show(screen(came, backend), cursor: nil)
      for event in backend.events(timeout: nil) {
        switch event {
        case .hangUp: return
        case .key(Key(.character("c"), .control)): return
        case .key(Key(.character("z"), .control)): backend.suspend()
        default: came.append(phrase(event))
        }
      }
      came.removeFirst(max(0, came.count - 200))
    }
  }

  private func screen(_ came: [String], _ backend: CursesBackend) -> Surface {
    let (columns, rows) = backend.size
    var surface = Surface(width: columns, height: rows, style: theme[.text])
    let capabilities = backend.capabilities
    surface.fill(Box(x: 0, y: 0, width: columns, height: 1), theme[.footer])
    let title = " nurie doctor · \(columns) × \(rows) · colours: \(capabilities.colorFinding)"
    surface.write(title, at: Point(0, 0), theme[.footer])
    for (index, line) in came.suffix(max(0, rows - 2)).enumerated() {
      surface.write(line, at: Point(1, 1 + index), theme[.text])
    }
    surface.fill(Box(x: 0, y: rows - 1, width: columns, height: 1), theme[.footer])
    let end = surface.write(" ctrl-c", at: Point(0, rows - 1), theme[.footerKey])
    surface.write(" leave", at: Point(end, rows - 1), theme[.footer])
    return surface
  }

  private func phrase(_ event: TerminalEvent) -> String {
    switch event {
    case .key(let key): "key      \(key.name)"
    case .mouse(let mouse): "mouse    \(phrase(mouse.kind)) at \(mouse.cell.x), \(mouse.cell.y)"
    case .paste(let text): "paste    \(text.utf8.count) bytes"
    case .focus(let isFocused): "window   \(isFocused ? "has" : "lost") the focus"
    case .resized: "terminal another size, or other colours"
    case .hangUp: "terminal gone"
    }
  }

  private func phrase(_ kind: MouseEvent.Kind) -> String {
    switch kind {
    case .press(let button): "\(button) pressed"
    case .drag(let button): "\(button) dragged"
    case .release(let button): "\(button) released"
    case .wheelUp: "wheel up"
    case .wheelDown: "wheel down"
    case .wheelLeft: "wheel left"
    case .wheelRight: "wheel right"
    }
  }
}
