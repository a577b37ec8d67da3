import Coloring
public import Projects
internal import Raster
import Regions
public import TerminalUI

extension StudioState {
  mutating func tintParts(more: Bool) {
    parts.opacity = stepped(parts.opacity, up: more)
    show(opacity: parts.opacity)
  }

  /// The viewport of a picture.
  public func viewport(of picture: Picture) -> Viewport {
    viewports[picture.id] ?? Viewport(width: picture.width, height: picture.height)
  }

  mutating func changePartsView(_ change: (Viewport) -> Viewport) {
    guard let picture = partsPicture else { return }
    viewports[picture.id] = change(viewport(of: picture))
  }

  mutating func zoomParts(by factor: Double) {
    let middle = partsRegion.map { SIMD2(Double($0.inside.x), Double($0.inside.y)) }
    changePartsView { $0.zoomed(by: factor, about: middle) }
    showZoom(of: partsPicture)
  }

  mutating func moveRegion(_ direction: SIMD2<Double>) {
    guard let subject = partsSubject else { return }
    guard let region = partsRegion else {
      if let first = subject.map.largestOfFigure { select(first, in: subject) }
      return
    }
    let next = subject.map.next(from: region, towards: direction, along: subject.graph)
    if let next { select(next, in: subject) }
  }

  mutating func moveToDoubtful(_ step: Int) {
    parts.reference = nil
    guard let subject = partsSubject, let region = followDoubt(step) else { return }
    select(region, in: subject)
    zoom(to: region, in: subject)
    // Of a region of the figure the facts say enough.
    let list = doubtful
    if region.isBackground, let index = list.firstIndex(of: region.label) {
      tell(.done, words(at: region, inQueue: index, of: list.count))
    }
  }

  mutating func moveToUnlabelled() {
    guard let subject = partsSubject else { return }
    let parts = regionParts(of: subject)
    let list = subject.map.inReadingOrder.map(\.label).filter { parts[$0] == nil }
    if list.isEmpty { return }
    let index: Int
    if let region = partsRegion, let now = list.firstIndex(of: region.label) {
      index = (now + 1) % list.count
    } else {
      index = self.index(in: list, of: subject.map)
    }
    let region = subject.map[list[index]]
    select(region, in: subject)
    zoom(to: region, in: subject)
  }

  /// Zooms so that a region that waits for the artist can be judged.
  private mutating func zoom(to region: Region, in subject: PartsSubject) {
    // The pane's shape, roughly: what stands beside the picture and below it is little.
    let aspect = Double(terminal.size.columns) / Double(2 * max(1, terminal.size.rows - 6))
    changePartsView { _ in
      Viewport(width: subject.map.width, height: subject.map.height)
        .zoomed(to: region.surroundings(in: subject.map), margin: 0.5, aspect: aspect)
    }
  }

  /// From a region that is not in the list, on to the nearest in reading order: a label takes a region out of the
  /// list, and the next key must go on from there.
  private func index(in list: [UInt16], of map: RegionMap) -> Int {
    guard let here = partsRegion?.inside else { return 0 }
    return list.firstIndex { label in
      let point = map[label].inside
      return (point.y, point.x) > (here.y, here.x)
    } ?? 0
  }

  /// Selects a region of the subject, and moves the view where it is not seen.
  mutating func select(_ region: Region, in subject: PartsSubject) {
    setFocus(region.inside, in: subject)
    let id = subject.picture.id
    viewports[id] = viewport(of: subject.picture).revealing(region.inside)
    if desk.marks.areSpent {
      desk.marks.points[id] = []
      desk.marks.areSpent = false
    }
    if desk.marks.isRanging { mark(region, in: subject) }
  }
}

extension Region {
  /// The box by which it can be judged: a square around it, and of a tiny region so much that the artist
  /// still sees where it lies.
  func surroundings(in map: RegionMap) -> Box {
    let side = max(box.width, box.height, max(map.width, map.height) / 20)
    return Box(
      x: box.x + box.width / 2 - side / 2, y: box.y + box.height / 2 - side / 2, width: side,
      height: side)
  }
}
