public import Coloring
internal import Projects
public import Raster
public import Regions

/// The palette and each region's entry in it, as the screen shows them now.
public struct CurrentColours: Sendable, Hashable {
  public let palette: Palette
  /// The entry of each region; nil for one without paint.
  public let entries: RegionTable<Int?>
  /// The entries that the drawing's own references give, that its regions have, or that the artist added to the
  /// project for no other character.
  public let own: Set<Int>

  /// - Parameter drawing: whose flats they are.
  init(_ flats: Flats, of drawing: PictureID, in project: ProjectState) {
    palette = flats.palette
    entries = flats.flats.mapValues(\.entry)
    let added = flats.addedEntries.filter {
      project.isOwn(added: flats.palette.entries[$0].name, of: drawing)
    }
    own = flats.ownEntries.union(added).union(entries.compactMap(\.self))
  }

  /// The base colour of a region; nil for one without paint.
  public func base(of label: UInt16) -> RGBA? {
    entries[label].map { palette.entries[$0].base }
  }
}

extension ProjectState {
  /// Whether a colour that the artist added is for the drawing: no drawing uses it, or one of the same references does.
  fileprivate func isOwn(added entry: String, of drawing: PictureID) -> Bool {
    let users = colours.filter { $0.value.contains { $0.entry == entry } }.map(\.key)
    let references = Set(references(for: drawing).map(\.id))
    return users.isEmpty
      || users.contains { !references.isDisjoint(with: self.references(for: $0).map(\.id)) }
  }
}

extension StudioState {
  /// The colours of the drawing as they are now, what is being tried included; nil before the engine has seen it.
  public var currentColours: CurrentColours? { seenFlats.flatMap(colours) }

  /// The same without what is being tried.
  var settledColours: CurrentColours? { flats.flatMap(colours) }

  private func colours(_ flats: Flats) -> CurrentColours? {
    guard let analysis, let project = desk.project else { return nil }
    return CurrentColours(flats, of: analysis.order.drawing, in: project.state)
  }
}
