import Projects
import Raster
import Renders

// Small pictures are kept for what is seen and what is near it, so that memory does not grow with the project:
// one holds 700 kB. The preview is as large as a picture gets on the screen, tens of kilobytes for a terminal; it follows
// the selection when that rests, so that moving through a list costs a slow line a few hundred bytes a key.

extension StudioState {
  /// The selection's rest before the preview follows, in milliseconds.
  static let previewDelay = 60

  /// Lets the preview follow the selection, now or in a moment.
  mutating func followWithPreview() {
    guard let selected = pictures.selected[pictures.list], selected != pictures.previewed else {
      pictures.awaited = nil
      return
    }
    if pictures.awaited?.id != selected {
      let delay = pictures.previewed == nil ? 0 : Self.previewDelay
      pictures.awaited = AwaitedPreview(id: selected, due: now + delay)
    }
    if let awaited = pictures.awaited, awaited.due <= now {
      pictures.previewed = awaited.id
      pictures.awaited = nil
    }
  }

  /// Asks for the small pictures that are missing near the selection, the nearest first, and lets go of those
  /// that are far from it.
  mutating func wantedThumbnails() -> [Effect] {
    let reach = picturesInReach
    if pictures.shelf.thumbnails.count > reach.count + 16 {
      let near = Set(reach.map(\.id) + [pictures.previewed].compactMap { $0 })
      pictures.shelf.thumbnails = pictures.shelf.thumbnails.filter { near.contains($0.key) }
      pictures.shelf.coloured = pictures.shelf.coloured.filter { near.contains($0.key) }
    }
    let wanted = reach.filter { picture in
      pictures.shelf.thumbnails[picture.id] == nil && pictures.shelf.failures[picture.id] == nil
        && !pictures.shelf.awaited.contains(picture.id)
    }
    if wanted.isEmpty { return [] }
    pictures.shelf.awaited.formUnion(wanted.map(\.id))
    return [.thumbnails(wanted)]
  }

  /// The pictures near the selection of each list, the nearest first.
  private var picturesInReach: [Picture] {
    if screen == .renders {
      return [selectedRender.flatMap { desk.project?.state[$0.job.drawing] }].compactMap(\.self)
    }
    return [pictures.list, pictures.list == .drawing ? .reference : .drawing].flatMap { kind in
      let shown = listed(kind)
      let selected = shown.firstIndex { $0.id == pictures.selected[kind] } ?? 0
      let distance = pictures.isGrid && kind == pictures.list ? gridCount : 8
      let range = max(0, selected - distance)..<min(shown.count, selected + distance + 1)
      return range.sorted { abs($0 - selected) < abs($1 - selected) }.map { shown[$0] }
    }
  }

  /// The greatest number of pictures that the grid shows.
  private var gridCount: Int { grid.columns * (grid.rows + 1) }
}
