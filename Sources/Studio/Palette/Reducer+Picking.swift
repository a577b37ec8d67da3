internal import Coloring
public import Projects
public import Raster
internal import TerminalUI

// A colour from the reference: the mean, in light, of the five pixels around a place each way. The mixer stays
// at the side and shows what would be taken.

extension StudioState {
  /// The reference that a colour is picked from.
  public var pickedReference: Picture? {
    guard case .mixer(let mixer)? = overlay, let picker = mixer.picker else { return nil }
    return analysis.flatMap { desk.project?.state[$0.order.references[picker.reference]] }
  }

  mutating func beginPicking(_ mixer: Mixer) -> [Effect] {
    guard let reference = analysis?.references.first else { return [] }
    var mixer = mixer
    mixer.picker = Mixer.Picker(
      reference: 0, point: Point(reference.plane.width / 2, reference.plane.height / 2))
    overlay = .mixer(mixer)
    return []
  }

  mutating func pick(_ key: Key, _ mixer: Mixer) -> [Effect] {
    guard let picker = mixer.picker, let analysis, let reference = pickedReference else {
      return []
    }
    var mixer = mixer
    let view = viewport(of: reference)
    // A fortieth of what is seen, so that a cell is a step or two at any magnification.
    let extent = view.extent()
    let unit = max(1, max(extent.x, extent.y) / 40)
    let step = Int((key.modifiers.isEmpty ? unit : unit * 5).rounded())
    switch key.code {
    case .escape, .character("q"), .character("p"):
      mixer.picker = nil
    case .enter:
      mixer.set(analysis.references[picker.reference].plane.mean(around: picker.point))
      mixer.picker = nil
    case .left, .character("h"): move(Point(-step, 0), &mixer, reference)
    case .right, .character("l"): move(Point(step, 0), &mixer, reference)
    case .up, .character("k"): move(Point(0, -step), &mixer, reference)
    case .down, .character("j"): move(Point(0, step), &mixer, reference)
    case .character("z"), .character("+"):
      let place = SIMD2(Double(picker.point.x), Double(picker.point.y))
      viewports[reference.id] = view.zoomed(by: 1.5, about: place)
    case .character("Z"), .character("-"): viewports[reference.id] = view.zoomed(by: 1 / 1.5)
    case .character("f"):
      viewports[reference.id] = Viewport(width: reference.width, height: reference.height)
    case .character(">"), .character("<"), .tab:
      let count = analysis.references.count
      let next = (picker.reference + (key.code == .character("<") ? count - 1 : 1)) % count
      let plane = analysis.references[next].plane
      mixer.picker = Mixer.Picker(
        reference: next, point: Point(plane.width / 2, plane.height / 2))
    default: return []
    }
    overlay = .mixer(mixer)
    return []
  }

  private mutating func move(_ way: Point, _ mixer: inout Mixer, _ reference: Picture) {
    guard let now = mixer.picker?.point else { return }
    let point = Point(
      max(0, min(reference.width - 1, now.x + way.x)),
      max(0, min(reference.height - 1, now.y + way.y)))
    mixer.picker?.point = point
    let view = viewport(of: reference)
    let half = view.extent() / 2
    let distance = SIMD2(Double(point.x), Double(point.y)) - view.center
    if abs(distance.x) > half.x * 0.9 || abs(distance.y) > half.y * 0.9 {
      viewports[reference.id] = view.centered(at: SIMD2(Double(point.x), Double(point.y)))
    }
  }

  /// A click takes the colour under it; the wheel zooms.
  mutating func pick(_ kind: MouseEvent.Kind, at place: SIMD2<Double>, _ mixer: Mixer) -> [Effect] {
    guard let picker = mixer.picker, let analysis, let reference = pickedReference else {
      return []
    }
    var mixer = mixer
    switch kind {
    case .press(.left):
      let point = Point(Int(place.x.rounded(.down)), Int(place.y.rounded(.down)))
      let plane = analysis.references[picker.reference].plane
      guard plane.contains(point) else { return [] }
      mixer.set(plane.mean(around: point))
      mixer.picker = nil
      overlay = .mixer(mixer)
    case .wheelUp:
      viewports[reference.id] = viewport(of: reference).zoomed(by: 1.25, about: place)
    case .wheelDown:
      viewports[reference.id] = viewport(of: reference).zoomed(by: 0.8, about: place)
    default: break
    }
    return []
  }
}

extension Plane where Element == RGBA {
  /// The mean of the light of 5 × 5 pixels, those beside the picture and clear ones left out.
  public func mean(around point: Point) -> RGBA {
    var sum = SIMD3<Float>.zero
    var count: Float = 0
    for y in max(0, point.y - 2)..<Swift.min(height, point.y + 3) {
      for x in max(0, point.x - 2)..<Swift.min(width, point.x + 3) where self[x, y].a > 127 {
        let light = LinearRGB(self[x, y])
        sum += SIMD3(light.r, light.g, light.b)
        count += 1
      }
    }
    guard count > 0 else { return .white }
    return RGBA(LinearRGB(r: sum.x / count, g: sum.y / count, b: sum.z / count))
  }
}
