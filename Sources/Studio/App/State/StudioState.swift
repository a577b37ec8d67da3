internal import Coloring
public import Projects
internal import Raster
public import TerminalUI

/// The whole application at one moment. What is shown is a function of it, and it changes only in
/// `reduce(_:_:)`.
public struct StudioState: Sendable {
  public var terminal: TerminalState
  /// Milliseconds since some moment; goes up only.
  public var now = 0
  /// Seconds since the beginning of 1970, UTC: what the journal is dated with.
  public var wallTime = 0

  public var screen = Screen.pictures
  /// The viewport of each picture on each screen: one comes back to a screen as one left it.
  var views: [Screen: [PictureID: Viewport]] = [:]
  /// The thing that lies over the screen and has the keys, if any.
  public var overlay: Overlay?
  /// The one that has the keys again after `overlay`, its help.
  var overlayBelow: Overlay?
  public var notice: Notice?
  /// Oldest first.
  public var log: [LogEntry] = []
  /// The artist's places in other projects, and in this one when it was opened.
  public var places: [ProjectPlace] = []

  public var desk = Desk()
  public var engine = EngineState()
  var outside = OutsideState()

  public var pictures = PicturesState()
  public var parts = PartsState()
  public var match = MatchState()
  public var result = ResultState()
  public var palettePane = PaletteState()
  public var renders = RendersState()

  public var mouse = MouseState()
  var keyBurst = KeyBurst()
  /// A file that waits for the word that it may replace another.
  var pendingFile: PendingFile?

  public init(_ terminal: TerminalState) { self.terminal = terminal }

  public init(
    language: Language = .english, theme: Theme = .standard, capabilities: Capabilities,
    size: (columns: Int, rows: Int)
  ) {
    self.init(
      TerminalState(language: language, theme: theme, capabilities: capabilities, size: size))
  }

  /// The contexts to look keys up in, the first before the others.
  public var contexts: [Context] {
    if hasPaletteKeys { return [.palette, .global] }
    return (spreadOffer == nil ? [] : [.spreading]) + screen.contexts(self) + [.global]
  }

  /// The viewport of each picture on this screen; one that is not here is seen whole.
  public var viewports: [PictureID: Viewport] {
    get { views[screen] ?? [:] }
    set { views[screen] = newValue }
  }

  public var shownLanguage: Language { terminal.shownLanguage }
  public var shownTheme: Theme { terminal.shownTheme }

  /// The memory for the next start.
  public var preferences: Preferences {
    var preferences = Preferences()
    preferences.language = terminal.chosenLanguage
    preferences.theme = terminal.chosenTheme
    preferences.glyphs = terminal.chosenGlyphs?.rawValue
    preferences.isMouseOn = terminal.isMouseOn
    preferences.announces = announces
    preferences.places = placesNow
    return preferences
  }

  /// When something will change without an event, on the clock of `now`; nil where nothing will.
  public var nextChange: Int? {
    let progress =
      screen.showsDrawing ? engine.analysing?.nextChange(after: now) : nil
    return [
      notice?.until, progress, toolChange, pictures.awaited?.due, surveyDue, desk.project?.retryDue,
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
  /// The time that a notice stands, in milliseconds. A thing done is seen on the screen too; a warning has to be read.
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
