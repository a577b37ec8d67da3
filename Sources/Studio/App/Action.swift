public import Coloring
public import Projects
public import Raster
public import Regions
public import Renders
public import TerminalUI

/// Everything that can happen to the studio.
public enum Action: Sendable {
  case key(Key)
  /// As many as came at once, on a terminal that does not mark what is pasted.
  case keys([Key])
  case paste(String)
  case pointer(Pointer)
  case focus(Bool)
  /// The terminal's size, and what it can show, may have changed.
  case resized(columns: Int, rows: Int, Capabilities)
  /// The terminal is gone.
  case hangUp
  /// The time: milliseconds that go up only, and seconds since 1970.
  case clock(Int, wall: Int)
  /// The command of a menu, a click or a test.
  case perform(Command)

  case projectOpened(OpenProject)
  /// The edits of a project that can only be read, with those that its holder has made since.
  case followed(History)
  /// The findings of its holder's engine in the drawings.
  case counted([PictureID: DrawingCounts])
  /// Nobody holds the project any more that could only be read.
  case projectFree
  /// The journal is safe on disk up to this line.
  case confirmed(Int)
  /// The journal could not be written: why.
  case journalFailed(Phrase)
  /// The files for other programs could not be written: why.
  case outsideFailed(Phrase)
  case thumbnail(PictureID, Image)
  /// As a drawing was coloured when the engine saw it last.
  case colouredThumbnail(PictureID, Image)
  case pictureFailed(PictureID, Phrase)
  /// The engine is at this stage, the whole done to this share.
  case analysing(AnalysisOrder, share: Double, stage: StageKind)
  case analysed(Analysis)
  /// The survey's findings in a drawing, and the palette that the references give; nil where it could not be read.
  case surveyed(AnalysisOrder, DrawingFacts?, source: Palette? = nil, picture: Image? = nil)
  /// The labelled parts are learned, and kept in the project's folder.
  case taught(PartsTeacher.Taught)
  case taughtCounted(PartChanges)
  /// Why they could not be learned, or what follows not be counted.
  case teachingFailed(Phrase)
  case divided(DivisionOrder, RegionMap)
  case analysisFailed(AnalysisOrder, Phrase)
  /// Another program changed the drawing's `parts.png`: what that means.
  case editedOutside(PictureID, PartsPicture.Reading)
  /// Another program changed `palette.json`: what that means.
  case paletteEditedOutside([Edit])
  /// A drawing's file was changed outside: the picture that it is now.
  case redrawn(PictureID, Picture)
  case composed(Composition)
  /// A drawing's result is in the project as a reference, not shown yet.
  case resultImported(Picture, of: PictureID)
  /// Every render of the project, by its number.
  case renders([Render])
  /// Whether the folder that the renders are in is no longer where it was; they stay as they were seen last.
  case rendersLost(Bool)
  case renderSeen(RenderSight)
  case renderLogRead(RenderLog)
  /// A palette from a file, whose name can be shown.
  case paletteRead(Palette, file: String)
  /// A file that was asked for is written: which, ready for the screen, and where it was asked for.
  case written(String, Prompt.Kind)
  /// A palette could not be read, or a file not be written: why, and where it was asked for.
  case exchangeFailed(Phrase, Prompt.Kind)
  /// A file would be replaced: the artist has to say so.
  case fileExists(PendingFile)
  /// Files were copied into the project; `coloured` are drawings that look like references, and `failures` says which
  /// were not copied, and why.
  case imported(
    [Picture], as: Picture.Kind, coloured: [Picture] = [], failures: [Phrase])
  /// The text to which Tab completes that of the prompt.
  case completions([String], for: String)
  /// The themes there are.
  case themes([ThemeChoice])
  /// Something that the log should tell.
  case happened(Notice.Kind, Phrase)
  /// The same where it matters less than anything else that is said.
  case noted(Notice.Kind, Phrase)
  /// The studio runs for the first time: what is said then stays until a key is pressed.
  case welcomed(Phrase)
}

/// A mouse event and its target, found from what the screen shows there.
public struct Pointer: Hashable, Sendable {
  public var kind: MouseEvent.Kind
  public var target: Target?
  public var modifiers: Key.Modifiers

  public init(_ kind: MouseEvent.Kind, on target: Target?, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.target = target
    self.modifiers = modifiers
  }
}

/// The things that can be pointed at.
public enum Target: Hashable, Sendable {
  case screen(Screen)
  case command(Command)
  /// As if it were pressed.
  case key(Key)
  case picture(PictureID)
  /// A render of the list, by its number.
  case render(Int)
  case menuItem(Int)
  /// A line of the list of a tool.
  case toolItem(Int)
  /// A place of a picture, in its pixels; it may lie beside the picture.
  case canvas(CanvasName, SIMD2<Double>)
  /// A colour in the palette.
  case entry(String, Tone)
  /// The palette, where nothing else of it is.
  case palette
  /// Whether a colour is for the regions or for their whole part.
  case wholePart
  case mixerRow(Mixer.Row)
  case pickFromReference
  case partRow(PartForm.Row)
  /// A place along a slider, 0…1.
  case slider(SliderName, Double)
}

/// The things that can be moved along a line.
public enum SliderName: Hashable, Sendable {
  /// Between the line art and the result.
  case divider
  case mixer(Mixer.Row)
  /// The widest gap that is closed.
  case gapLimit
}

/// A place on the screen where a picture is shown.
public enum CanvasName: Hashable, Sendable {
  case drawing
  case reference
  case result
}
