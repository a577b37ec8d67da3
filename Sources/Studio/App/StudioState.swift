internal import Coloring
public import Projects
public import Raster
public import TerminalUI

/// The whole application at one moment. What is shown is a function of it, and it changes only in
/// `reduce(_:_:)`.
public struct StudioState: Sendable {
  public var language: Language
  public var theme: Theme
  /// The artist's choice here, now or at another start. What was given for one start, or what takes the place of a theme that
  /// cannot be used, is not remembered.
  public var chosenLanguage: Language?
  public var chosenTheme: String?
  public var capabilities: Capabilities
  /// Columns and rows of the terminal.
  public var size: (columns: Int, rows: Int)
  /// Milliseconds since some moment; goes up only.
  public var now = 0
  /// Seconds since the beginning of 1970, UTC: what the journal is dated with.
  public var wallTime = 0

  public var screen = Screen.pictures
  /// The thing that lies over the screen and has the keys, if any.
  public var overlay: Overlay?
  /// The one that has the keys again after `overlay`, its help.
  var overlayBelow: Overlay?
  public var notice: Notice?
  public var isMouseOn = true

  public var project: OpenProject?
  /// Where the artist was in other projects, and in this one when it was opened.
  public var places: [ProjectPlace] = []
  public var shelf = PictureShelf()
  public var pictures = PicturesState()
  /// The engine's results for the drawings seen last, the newest last.
  public var analyses: [Analysis] = []
  /// The last reading of each `parts.png` that was edited outside, and its line in the journal until that is safe.
  var outsideReadings: [PictureID: (reading: PartsPicture.Reading, line: Int?)] = [:]
  /// Why the files for other programs could not be written, as it was said.
  var outsideTrouble: Phrase?
  /// The line of a palette edited outside that is on its way to the disk.
  var outsidePaletteLine: Int?
  /// The facts known of each drawing that the engine has seen.
  public var facts: [PictureID: DrawingFacts] = [:]
  /// The palette that the project's references give, as far as it is known.
  var source: SourcePalette?
  /// The contents that `palette.json` was last asked to hold, and how many journal lines there were then.
  var keptPalette: Palette?
  var paletteKeptAt: Int?
  /// The engine's work where the artist waits for nothing.
  public var survey = SurveyState()
  /// The engine's present work.
  public var analysing: AnalysisProgress?
  /// Why the engine could not colour a drawing.
  public var analysisFailure: (order: AnalysisOrder, reason: Phrase)?
  /// The viewport of each picture on each screen: one comes back to a screen as one left it.
  var views: [Screen: [PictureID: Viewport]] = [:]
  /// A point of the drawing in the selected region.
  public var focus: Point?
  /// Where the artist is in the queue of doubtful regions.
  var doubtTrail: DoubtTrail?
  public var marks = RegionMarks()
  public var parts = PartsState()
  public var match = MatchState()
  public var result = ResultState()
  /// The tool at work on the drawing's regions, if any.
  public var tool: RegionTool?
  public var renderQueue = RenderQueueState()
  public var renderList = RenderListState()
  var announcement = Announcement()
  public var palettePane = PaletteState()
  var keyBurst = KeyBurst()
  /// A file that waits for the word that it may replace another.
  var pendingFile: PendingFile?
  /// A cut or a closing whose effect is to be told.
  var awaitedLine: AwaitedLine?
  /// Where the mouse holds a picture, while its button is down.
  public var grip: Grip?
  /// The slider that the mouse holds, while its button is down.
  public var heldSlider: SliderName?
  /// Oldest first.
  public var log: [LogEntry] = []

  /// The language of what is shown: on a terminal that has nothing but ASCII, Japanese would be question marks.
  public var shownLanguage: Language { capabilities.glyphs == .ascii ? .english : language }

  public init(
    language: Language = .english, theme: Theme = .standard, capabilities: Capabilities,
    size: (columns: Int, rows: Int)
  ) {
    self.language = language
    self.theme = theme
    self.capabilities = capabilities
    self.size = size
  }

  /// Where keys are looked up, the first before the others.
  public var contexts: [Context] {
    if hasPaletteKeys { return [.palette, .global] }
    return screen.contexts(self) + [.global]
  }

  /// The viewport of each picture on this screen; one that is not here is seen whole.
  public var viewports: [PictureID: Viewport] {
    get { views[screen] ?? [:] }
    set { views[screen] = newValue }
  }

  /// The theme that is seen: without colours roles are told apart by attributes.
  public var shownTheme: Theme { capabilities.colors == .mono ? .monochrome : theme }

  /// The memory for the next start.
  public var preferences: Preferences {
    var preferences = Preferences()
    preferences.language = chosenLanguage
    preferences.theme = chosenTheme
    preferences.isMouseOn = isMouseOn
    preferences.announces = announces
    preferences.places = placesNow
    return preferences
  }

  /// When something will change without an event, on the clock of `now`; nil where nothing will.
  public var nextChange: Int? {
    let progress =
      screen.showsDrawing ? analysing?.nextChange(after: now) : nil
    return [
      notice?.until, progress, toolChange, pictures.awaited?.due, surveyDue, project?.retryDue,
      announcementDue, nextRenderSecond,
    ]
    .compactMap(\.self)
    .min()
  }
}

/// One line that says what happened; it goes by itself, and stays in the log.
public struct Notice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case done, warning, failed }

  public var kind: Kind
  public var text: Phrase
  /// Milliseconds on the clock of `StudioState.now`; nil for one that stays until the next.
  public var until: Int?
}

extension Notice.Kind {
  /// How long it stands, in milliseconds. What was done is seen on the screen too; what a warning says has to be read.
  func duration(of text: Phrase) -> Int {
    switch self {
    case .done: 5000
    case .warning: min(12_000, max(5000, 80 * text.english.count))
    case .failed: 12_000
    }
  }
}

/// One line of the log.
public struct LogEntry: Hashable, Sendable {
  public var kind: Notice.Kind
  public var text: Phrase
  /// Seconds since 1970, UTC.
  public var time: Int
}
