extension Edit {
  /// The one picture whose regions it changes; nil for an edit of lists, of the palette or of parts.
  public var picture: PictureID? {
    switch self {
    case .gap(let id, _), .cut(let id, _), .join(let id, _), .close(let id, _), .open(let id, _),
      .label(let id, _, _), .pin(let id, _, _, _), .unlink(let id, _), .release(let id, _),
      .accept(let id, _, _), .traits(let id, _), .colour(let id, _, _):
      id
    case .add, .remove, .rename, .replace, .assign, .addEntry, .changeEntry, .removeEntry,
      .settings, .addPart,
      .changePart, .removePart, .teach:
      nil
    }
  }
}
