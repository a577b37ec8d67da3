import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  mutating func toggleMark() {
    if let subject = markSubject, let region = markRegion { toggleMark(region, in: subject) }
  }

  /// Marks a region that is not marked.
  mutating func mark(_ region: Region, in subject: PartsSubject) {
    if markedLabels.contains(region.label) { return }
    desk.marks.points[subject.picture.id, default: []].append(region.inside)
  }

  mutating func toggleMark(_ region: Region, in subject: PartsSubject) {
    keepMarks()
    if markedLabels.contains(region.label) {
      desk.marks.points[subject.picture.id]?.removeAll {
        subject.region(at: $0)?.label == region.label
      }
    } else {
      mark(region, in: subject)
    }
  }

  /// Keeps the marks that there are: by marking more, the artist takes them as their own.
  private mutating func keepMarks() { desk.marks.areSpent = false }

  mutating func toggleRange() {
    guard let subject = markSubject else { return }
    keepMarks()
    desk.marks.isRanging.toggle()
    if desk.marks.isRanging, let region = markRegion { mark(region, in: subject) }
    let count = markedLabels.count
    tell(
      .done,
      desk.marks.isRanging
        ? Phrase(
          "Range begun: every region you go to is marked; v ends it", "範囲選択: 通った領域に印が付きます。v で終了")
        : Phrase("\(count) regions marked", "\(count) 領域に印を付けました"))
  }

  mutating func markAlike() {
    guard let subject = markSubject, let region = markRegion else { return }
    keepMarks()
    mark(region, in: subject)
    for other in lookalikes(of: region, in: subject) { mark(other, in: subject) }
    let count = markedLabels.count
    tell(
      .done,
      count == 1
        ? Phrase("No other region looks like this one", "似た領域は他にありません")
        : Phrase("\(count) alike are marked; q lets them go", "似た \(count) 領域に印を付けました。q で解除"))
  }

  /// To the next region of the selected one's part in reading order; from an unlabelled one to the next
  /// unlabelled.
  mutating func moveAlongPart() {
    guard let subject = markSubject, let region = partsRegion else { return }
    let parts = regionParts(of: subject)
    let part = parts[region.label]?.part
    let same = subject.map.inReadingOrder.filter { parts[$0.label]?.part == part }
    guard same.count > 1, let now = same.firstIndex(where: { $0.label == region.label }) else {
      let name = name(of: part)
      tell(
        .done,
        Phrase("The only region: \(name.english)", "この1領域だけです: \(name.japanese)"))
      return
    }
    select(same[(now + 1) % same.count], in: subject)
  }

  /// From the drawing to its first reference, on to the next, and back to the drawing.
  mutating func turnToReference() {
    guard let analysis else { return }
    let next = partsSubject?.reference.map { $0 + 1 } ?? 0
    parts.reference =
      next < analysis.order.references.count
      ? ShownReference(drawing: analysis.order.drawing, index: next) : nil
    desk.marks.isRanging = false
  }

  /// Lets go of what was marked, then of the reference.
  ///
  /// - Returns: false where there is nothing to let go of.
  mutating func stepBackInParts() -> Bool {
    guard screen == .parts, let subject = partsSubject else { return false }
    if dropMarks(in: subject) { return true }
    if subject.reference != nil {
      parts.reference = nil
      return true
    }
    return false
  }

  /// A click selects; with Ctrl or Shift, or with the right button, it marks.
  mutating func clickRegion(at point: SIMD2<Double>, isMarking: Bool) {
    let pixel = Point(Int(point.x.rounded(.down)), Int(point.y.rounded(.down)))
    guard let subject = markSubject, let region = subject.region(at: pixel) else { return }
    if screen == .match { goToDrawing() }
    if isMarking {
      // The region that was selected first belongs to what is being put together.
      if markedLabels.isEmpty, let first = markRegion { mark(first, in: subject) }
      toggleMark(region, in: subject)
      setFocus(pixel, in: subject)
    } else {
      desk.marks.points[subject.picture.id] = []
      desk.marks.isRanging = false
      desk.marks.areSpent = false
      setFocus(pixel, in: subject)
    }
  }
}
