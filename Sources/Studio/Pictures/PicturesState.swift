public import Projects

/// The lists of pictures.
public struct PicturesState: Sendable {
  public var list = Picture.Kind.drawing
  /// The selected picture of each list.
  public var selected: [Picture.Kind: PictureID] = [:]
  public var marked: Set<PictureID> = []
  /// The beginning of a range.
  public var anchor: PictureID?
  /// Shown where not empty, in both lists.
  public var filter = ""
  public var isGrid = false
  /// The picture that the preview shows.
  public var previewed: PictureID?
  /// The selection that the preview waits to follow.
  var awaited: AwaitedPreview?

  public var shelf = PictureShelf()

  public init() {}
}

struct AwaitedPreview: Hashable, Sendable {
  var id: PictureID
  /// On the clock of `StudioState.now`.
  var due: Int
}
