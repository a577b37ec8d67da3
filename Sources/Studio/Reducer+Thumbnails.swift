import Projects
import Raster

// Small pictures are kept for what is seen and what is near it, so that memory does not grow with the project:
// one holds 700 kB. The preview is as large as a picture gets on the screen, tens of kilobytes for a terminal; it follows
// the selection when that rests, so that moving through a list costs a slow line a few hundred bytes a key.

extension StudioState {
  /// How long the selection rests before the preview follows, in milliseconds.
  static let previewDelay = 60

  /// Lets the preview follow the selection, now or in a moment.
  mutating func followWithPreview() {
    guard let selected = browse.selected[browse.list], selected != browse.previewed else {
      browse.awaited = nil
      return
    }
    if browse.awaited?.id != selected {
      let delay = browse.previewed == nil ? 0 : Self.previewDelay
      browse.awaited = AwaitedPreview(id: selected, due: now + delay)
    }
    if let awaited = browse.awaited, awaited.due <= now {
      browse.previewed = awaited.id
      browse.awaited = nil
    }
  }

  /// Asks for the small pictures that are missing near the selection, the nearest first, and lets go of those
  /// that are far from it.
  mutating func wantedThumbnails() -> [Effect] {
    let reach = picturesInReach
    if pictures.thumbnails.count > reach.count + 16 {
      let near = Set(reach.map(\.id) + [browse.previewed].compactMap { $0 })
      pictures.thumbnails = pictures.thumbnails.filter { near.contains($0.key) }
    }
    let wanted = reach.filter { picture in
      pictures.thumbnails[picture.id] == nil && pictures.failures[picture.id] == nil
        && !pictures.awaited.contains(picture.id)
    }
    if wanted.isEmpty { return [] }
    pictures.awaited.formUnion(wanted.map(\.id))
    return [.thumbnails(wanted)]
  }

  /// The pictures near the selection of each list, the nearest first.
  private var picturesInReach: [Picture] {
    if screen == .renders {
      return [selectedRender.flatMap { project?.state[$0.job.drawing] }].compactMap(\.self)
    }
    return [browse.list, browse.list == .drawing ? .reference : .drawing].flatMap { kind in
      let pictures = listed(kind)
      let selected = pictures.firstIndex { $0.id == browse.selected[kind] } ?? 0
      let distance = browse.isGrid && kind == browse.list ? gridCount : 8
      let range = max(0, selected - distance)..<min(pictures.count, selected + distance + 1)
      return range.sorted { abs($0 - selected) < abs($1 - selected) }.map { pictures[$0] }
    }
  }

  /// How many pictures the grid shows at most.
  private var gridCount: Int { grid.columns * (grid.rows + 1) }
}
