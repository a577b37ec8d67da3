public import Coloring
public import Projects
public import Raster
public import Regions
public import Renders

/// The reducer's request to the world. It is done off the interface's thread, and what comes of it
/// comes back as actions.
public enum Effect: Sendable {
  case quit
  /// Leaves this project and opens another, or the same one anew.
  case open(String)
  case suspend
  case repaint
  case setMouse(Bool)
  case copy(String)
  /// Appends the line to the journal; answered by `confirmed` or `journalFailed`.
  case append(JournalLine)
  /// Tries again what could not be written; answered as `append`.
  case retryJournal
  /// Small pictures, the first before the others; answered one by one.
  case thumbnails([Picture])
  /// Keeps a drawing in small as it is coloured.
  case keepThumbnail(Image, of: PictureID)
  /// Colours a drawing, in place of what was ordered before; answered by `analysing` and then `analysed` or
  /// `analysisFailed`, or not at all where a newer order took its place.
  case analyse(AnalysisOrder)
  /// Looks at a drawing that nobody waits for, in place of what was ordered before; answered by `surveyed`, or not at
  /// all where something newer took its place.
  case survey(AnalysisOrder)
  /// Gives up what a survey is at.
  case stopSurvey
  /// Remembers what is known of the drawings.
  case keepFacts([PictureID: DrawingCounts])
  /// Learns the parts that are labelled in a project, in place of what was ordered before; answered by `taught` or `teachingFailed`.
  case teach(ProjectState)
  /// Counts what follows in all drawings from what was taught; answered by `taughtCounted` or `teachingFailed`.
  case countTaught(from: ProjectState, to: ProjectState)
  /// Divides a drawing, in place of what was ordered before; answered by `divided`, unless a newer order took its
  /// place.
  case divide(DivisionOrder, LineArt)
  /// Writes beside the drawing what was found in it, for other programs; answered by `editedOutside` where one of them
  /// has changed it.
  case keep(Analysis, of: Picture, references: [Picture], parts: [Part])
  /// Writes the project's palette for other programs; answered by `paletteEditedOutside` where one of them has
  /// changed it.
  case keepPalette(Palette, parts: [Part])
  /// Looks whether another program changed the drawing's `parts.png` or the palette's file; answered by `editedOutside`
  /// and `paletteEditedOutside`.
  case lookOutside(Picture, parts: [Part])
  /// Watches the files that drawings were read from; answered by `redrawn` whenever one was changed. `known` are all pictures
  /// that the project ever had.
  case watchSources([Picture], known: [Picture])
  /// The edits made outside are safe in the journal.
  case acknowledgeOutside(Picture, PartsPicture.Reading, parts: [Part])
  case acknowledgePalette(parts: [Part])
  /// Composes a result otherwise than the engine did, in place of what was ordered before; answered by `composed`.
  case compose(CompositionOrder, ColoringResult)
  case importFiles([String], Picture.Kind)
  /// Answered by `completions`: folders, and files with these endings.
  case complete(path: String, endings: [String])
  /// Copies a result into the project as a reference; answered by `resultImported`.
  case importResult(ColoringResult, title: String, of: PictureID)
  /// Queues renders; what becomes of them comes as `renders`, as long as the studio runs.
  case startRenders([RenderJob])
  /// Does it to the files of the renders; what becomes of them comes as `renders`.
  case wish(RenderWish)
  /// Looks for what is new among the renders, where nobody may have told.
  case lookForRenders
  /// Reads what a render's files show; answered by `renderSeen`, unless another was asked for first.
  case lookAtRender(Render)
  /// Answered by `renderLogRead`, unless another was asked for first.
  case readRenderLog(Render)
  /// Rings the terminal's bell, with a note where there is one to show.
  case announce(String?)
  /// Reads a GIMP palette; answered by `paletteRead`.
  case readPalette(path: String)
  /// Writes a file outside of the project; answered by `fileExists` where it would replace one and may not.
  case write(FileOrder, path: String, replacing: Bool)
  /// Reads the themes there are; answered by `themes`.
  case loadThemes
  /// Remembers them for the next start.
  case savePreferences(Preferences)
}
