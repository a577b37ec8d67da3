public import Coloring
public import Regions

/// One thing that the artist did to a project. A project is its pictures and these; all else follows.
///
/// A gesture may be many edits (a label on twenty regions, each spread by the same reason): they stand in one line of
/// the journal, are undone as one, and each line keeps the sentence that names it.
public enum Edit: Hashable, Sendable {
  // The lists.
  case add([PictureID])
  case remove([PictureID])
  case rename(PictureID, title: String)
  /// A drawing that was drawn anew: the other takes its place, with all that was said of it.
  case replace(PictureID, with: PictureID)
  /// From now on the drawings take their colours from these references, the first before the others.
  case assign([PictureID], references: [PictureID])

  // A drawing's regions.
  /// The widest gap that is closed; nil for the drawing's own.
  case gap(PictureID, pixels: Double?)
  case cut(PictureID, Cut)
  case join(PictureID, [Join])
  /// Closes gaps that were open.
  case close(PictureID, [Closing])
  /// Opens gaps that were closed.
  case open(PictureID, [Closing])

  // The meaning of a region. Drawings and references have parts; nil takes a label away.
  case label(PictureID, [RegionName], part: String?)
  /// A drawing's region and its counterpart in a reference.
  case pin(PictureID, RegionName, reference: PictureID, counterpart: RegionName)
  case unlink(PictureID, [RegionName])
  /// Takes away pins, unlinks and acceptances: the match is found automatically again.
  case release(PictureID, [RegionName])
  /// The regions are right as they are: with the palette entry of this name, or with nil unpainted. It says nothing of
  /// another paint that they may get later.
  case accept(PictureID, [RegionName], entry: String?)
  /// What a network sees of regions that the artist says something of, so that this holds for regions of other drawings that
  /// are like them.
  case traits(PictureID, [SeenRegion])

  // Colours.
  /// The regions' palette entry by its name; nil goes back to the match's.
  case colour(PictureID, [RegionName], entry: String?)
  case addEntry(PaletteEntry)
  /// Everything that uses the entry of this name follows, also where `to` has another name.
  case changeEntry(String, to: PaletteEntry)
  case removeEntry(String)

  /// How all drawings are coloured, in place of what was said of it before.
  case settings(ProjectSettings)

  // The project's own parts.
  case addPart(Part)
  /// The part of this id gets another name, letter or colour; its id stays.
  case changePart(String, to: Part)
  /// Regions that are labelled with it lose their label, and entries of the palette their part.
  case removePart(String)
  /// The drawings follow what their labels taught, which has this key in the folder `parts`; nil forgets it.
  case teach(String?)
}
