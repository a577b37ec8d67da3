/// The layout of the grid of pictures, in cells. Pictures grow as long as all of them can be seen; where there is room
/// the selected one stands beside them in large.
public struct GridLayout: Hashable, Sendable {
  /// The smallest place of a picture, its line of text included.
  private static let smallest = (width: 22, height: 12)

  /// The number of pictures side by side.
  public let columns: Int
  /// Of one picture's place.
  public let width: Int
  public let height: Int
  /// The number of rows seen at once; at least 1.
  public let rows: Int
  /// 0 for none.
  public let previewWidth: Int

  /// - Parameters:
  ///   - count: of pictures.
  ///   - room: for the grid's pane and the preview.
  init(of count: Int, in room: (columns: Int, rows: Int)) {
    previewWidth = room.columns >= 100 ? room.columns * 2 / 5 : 0
    let inside = (
      width: max(1, room.columns - previewWidth - 2), height: max(1, room.rows - 2)
    )
    let most = max(1, inside.width / Self.smallest.width)
    var best = (columns: most, size: 0)
    for columns in 1...most {
      let rows = max(1, (count + columns - 1) / columns)
      guard inside.height / rows >= Self.smallest.height else { continue }
      // A cell is about twice as high as it is wide.
      let size = min(inside.width / columns, 2 * (inside.height / rows - 1))
      if size > best.size { best = (columns, size) }
    }
    columns = best.columns
    width = inside.width / columns
    let all = max(1, (count + columns - 1) / columns)
    height =
      best.size == 0
      ? min(Self.smallest.height, inside.height)
      : min(inside.height / all, width * 3 / 4 + 1)
    rows = max(1, inside.height / height)
  }
}

extension StudioState {
  /// The grid of the list that has the keys.
  public var grid: GridLayout {
    // The header, the line of facts and the footer are not the grid's.
    GridLayout(of: listed(pictures.list).count, in: (terminal.size.columns, terminal.size.rows - 3))
  }
}
