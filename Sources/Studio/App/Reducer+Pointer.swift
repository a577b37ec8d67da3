import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  mutating func point(_ pointer: Pointer) -> [Effect] {
    // A notice has been read when the artist goes on; one of a failure stays its time.
    if case .press = pointer.kind, pointer.target != nil, notice?.kind != .failed { notice = nil }
    switch overlay {
    case .chooser(let chooser): return point(pointer, in: chooser)
    case .mixer(let mixer): return point(pointer, in: mixer)
    default: break
    }
    if let effects = draw(pointer) { return effects }
    switch (pointer.kind, pointer.target) {
    case (.press(.left), .key(let key)?): return handle(key)
    case (.press(.left), .menuItem(let index)?):
      if case .references(var chooser)? = overlay {
        chooser.toggle(index)
        overlay = .references(chooser)
        return []
      }
      guard case .menu(let menu)? = overlay else { return [] }
      return choose(index, in: menu)
    case (.press(.left), .partRow(let row)?):
      guard case .partForm(var form)? = overlay else { return [] }
      form.row = row
      overlay = .partForm(form)
    case (.press(.left), nil) where overlay != nil:
      overlay = nil
    case (.press(.left), .screen(let name)?) where overlay == nil:
      screen = name
    case (.press(.left), .command(let command)?) where overlay == nil:
      return perform(command)
    case (.press(.left), .toolItem(let index)?) where overlay == nil:
      return clickTool(listed: index)
    case (.press(.left), .render(let number)?) where overlay == nil:
      if renders.list.selected == number { return perform(.renderList(.open)) }
      renders.list.selected = number
    case (.press(.left), .picture(let id)?) where overlay == nil:
      return click(id)
    case (.press(.left), .entry(let name, let tone)?) where overlay == nil:
      return click(name, tone)
    case (.press(.left), .palette?) where overlay == nil: palettePane.hasFocus = true
    case (let kind, .slider(let slider, let share)?) where overlay == nil:
      return slide(kind, slider, to: share)
    case (let kind, .canvas(let canvas, let point)?) where overlay == nil:
      return act(kind, on: canvas, at: point, pointer.modifiers)
    case (.drag, _), (.release, _):
      mouse.grip = nil
      mouse.heldSlider = nil
    case (.wheelUp, _): return handle(Key(.up))
    case (.wheelDown, _): return handle(Key(.down))
    default: break
    }
    return []
  }

  /// On a picture: the wheel zooms under the pointer, a drag pans, a click selects the region there.
  private mutating func act(
    _ kind: MouseEvent.Kind, on canvas: CanvasName, at point: SIMD2<Double>,
    _ modifiers: Key.Modifiers
  ) -> [Effect] {
    guard let picture = picture(on: canvas) else { return [] }
    let view = viewport(of: picture)
    palettePane.hasFocus = false
    switch kind {
    case .wheelUp: viewports[picture.id] = view.zoomed(by: 1.25, about: point)
    case .wheelDown: viewports[picture.id] = view.zoomed(by: 0.8, about: point)
    case .wheelLeft: viewports[picture.id] = view.panned(by: SIMD2(-0.1, 0))
    case .wheelRight: viewports[picture.id] = view.panned(by: SIMD2(0.1, 0))
    case .press(.left):
      mouse.grip = Grip(canvas: canvas, point: point, hasMoved: false)
    case .drag(.left), .drag(.middle):
      guard let grip = mouse.grip, grip.canvas == canvas else {
        mouse.grip = Grip(canvas: canvas, point: point, hasMoved: true)
        return []
      }
      mouse.grip?.hasMoved = true
      viewports[picture.id] = view.centered(at: view.center + grip.point - point)
    case .release(.left):
      let isClick = mouse.grip.map { $0.canvas == canvas && !$0.hasMoved } ?? false
      mouse.grip = nil
      if isClick { return click(canvas, at: point, modifiers) }
    case .press(.right) where screen.canMark(self, canvas):
      desk.offer = nil
      clickRegion(at: point, isMarking: true)
    default: break
    }
    return []
  }

  /// A slider is moved where it is pressed, and goes with the mouse until its button is up.
  private mutating func slide(_ kind: MouseEvent.Kind, _ slider: SliderName, to share: Double)
    -> [Effect]
  {
    switch kind {
    case .press(.left): mouse.heldSlider = slider
    case .drag(.left) where mouse.heldSlider == slider: break
    case .release:
      mouse.heldSlider = nil
      return []
    default: return []
    }
    switch slider {
    case .divider: moveDivider(to: share)
    case .gapLimit: slideGapLimit(to: share)
    case .mixer: break
    }
    return []
  }

  /// The picture that a canvas shows.
  func picture(on canvas: CanvasName) -> Picture? {
    switch canvas {
    case .drawing, .result: drawing
    case .reference where screen == .parts: partsPicture
    case .reference: shownReference
    }
  }

  private mutating func click(
    _ canvas: CanvasName, at point: SIMD2<Double>, _ modifiers: Key.Modifiers
  ) -> [Effect] {
    desk.offer = nil
    if activeTool != nil { return clickTool(at: point) }
    let isMarking = !modifiers.isDisjoint(with: [.control, .shift])
    if screen == .parts || isMarking && screen.canMark(self, canvas) {
      clickRegion(at: point, isMarking: isMarking)
      return []
    }
    let pixel = Point(Int(point.x.rounded(.down)), Int(point.y.rounded(.down)))
    if screen == .match { return clickMatch(canvas, at: pixel) }
    guard canvas == .drawing, let map = analysis?.result.map else { return [] }
    if map.labels.contains(pixel) { desk.focus = pixel }
    return []
  }

  /// Selects a picture; a second click opens it.
  private mutating func click(_ id: PictureID) -> [Effect] {
    guard let state = desk.project?.state else { return [] }
    let kind: Picture.Kind = state.drawings.contains { $0.id == id } ? .drawing : .reference
    pictures.list = kind
    if pictures.selected[kind] == id && kind == .drawing { return perform(.pictures(.open)) }
    pictures.selected[kind] = id
    return []
  }
}

/// The mouse's hold on a picture or a slider.
public struct MouseState: Sendable {
  /// The mouse's grip on a picture, while its button is down.
  public var grip: Grip?
  /// The slider that the mouse holds, while its button is down.
  public var heldSlider: SliderName?
}

/// The point of a picture that the mouse took hold of.
public struct Grip: Hashable, Sendable {
  public var canvas: CanvasName
  /// The picture's point under the pointer; panning keeps it there.
  public var point: SIMD2<Double>
  public var hasMoved: Bool
}
