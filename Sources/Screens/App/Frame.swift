public import Raster
public import Studio
public import TerminalUI

/// The screen for one state: cells, the cursor, and what the mouse would hit where.
public struct Frame: Sendable {
  public var surface: Surface
  public var cursor: Point?
  /// Later ones lie over earlier ones.
  public var hits: [Hit] = []

  public init(surface: Surface) { self.surface = surface }

  /// The target under a cell.
  public func target(at cell: Point) -> Target? {
    let held = hits.last { $0.slider?.isHeld == true }
    guard let hit = held ?? hits.last(where: { $0.box.contains(cell) }) else { return nil }
    if let slider = hit.slider {
      let along = Double(cell.x - slider.track.x) + 0.5
      return .slider(slider.name, min(1, max(0, along / Double(slider.track.width))))
    }
    guard let canvas = hit.canvas else { return hit.target }
    let place = Point(cell.x - hit.box.x, cell.y - hit.box.y)
    return .canvas(canvas.name, canvas.view.point(atCell: place))
  }
}

/// A box of cells that means something to the mouse.
public struct Hit: Hashable, Sendable {
  public var box: Box
  public var target: Target?
  /// A picture, each of whose cells is a place of its own.
  public var canvas: Canvas?
  public var slider: Slider?

  public struct Canvas: Hashable, Sendable {
    public var name: CanvasName
    public var view: ViewFrame
  }

  public struct Slider: Hashable, Sendable {
    public var name: SliderName
    /// The box that 0…1 is measured along.
    public var track: Box
    /// Whether the mouse has hold of it, wherever it is.
    public var isHeld: Bool
  }
}

/// A frame being drawn: what every pane needs to draw itself.
struct Page {
  var frame: Frame
  let theme: Theme
  let language: Language
  let glyphs: GlyphSet
  /// The look of pictures.
  let look: PictureLook

  init(_ state: StudioState) {
    frame = Frame(
      surface: Surface(
        width: state.terminal.size.columns, height: state.terminal.size.rows,
        style: state.shownTheme[.text]))
    theme = state.shownTheme
    language = state.shownLanguage
    glyphs = state.terminal.capabilities.glyphs
    look = PictureLook(state.terminal.capabilities, theme: state.shownTheme)
  }

  /// Writes text in a role, cut to what fits before `end` with an ellipsis.
  @discardableResult
  mutating func write(
    _ text: String, at origin: Point, _ role: Role, before end: Int? = nil, target: Target? = nil
  ) -> Int {
    let end = min(end ?? frame.surface.width, frame.surface.width)
    let fitted = text.fitted(toColumns: max(0, end - origin.x))
    let after = frame.surface.write(fitted, at: origin, theme[role])
    if let target { hit(Box(x: origin.x, y: origin.y, width: after - origin.x, height: 1), target) }
    return after
  }

  mutating func fill(_ box: Box, _ role: Role) { frame.surface.fill(box, theme[role]) }

  mutating func hit(_ box: Box, _ target: Target?) {
    frame.hits.append(Hit(box: box, target: target))
  }

  var linework: Linework { Linework(glyphs) }

  /// A pane's border and ground.
  ///
  /// - Returns: the room inside.
  @discardableResult
  mutating func panel(_ box: Box, _ title: String, note: String = "", isFocused: Bool) -> Box {
    frame.surface.drawPanel(
      box, title: title, note: note, isFocused: isFocused, theme: theme,
      linework: linework)
  }

  /// Lets the mouse take a slider in `box`.
  mutating func slider(_ name: SliderName, along track: Box, in box: Box, held: SliderName?) {
    guard track.width > 0 else { return }
    let slider = Hit.Slider(name: name, track: track, isHeld: held == name)
    frame.hits.append(Hit(box: box, slider: slider))
  }
}
