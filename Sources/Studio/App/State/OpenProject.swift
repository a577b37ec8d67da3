public import Projects
public import Regions

/// The project that is open.
public struct OpenProject: Sendable {
  /// Its folder's name without `.nurie`.
  public var title: String
  public var path: String
  public var history: History
  /// Why this studio may only read it, if so.
  public var refusal: Phrase?
  /// The process that holds it then, in two words.
  public var holderName: Phrase?
  /// Whether nobody holds it any more: it can be opened anew.
  public var isFree = false
  /// Number of the last journal line that is safe on disk.
  public var confirmed: Int
  /// Why the journal cannot be written now.
  public var journalTrouble: Phrase?
  /// When what could not be written is tried again, on the clock of `StudioState.now`.
  var retryDue: Int?
  /// The facts known of its drawings from before.
  public var facts: [PictureID: DrawingFacts] = [:]

  public init(title: String, path: String, history: History, refusal: Phrase?) {
    self.title = title
    self.path = path
    self.history = history
    self.refusal = refusal
    confirmed = history.lines.count
  }

  /// The project as it was opened, and what its cache knows of it.
  public init(_ project: Project) {
    self.init(
      title: project.folder.name, path: project.folder.path, history: project.history,
      // The path stands in the title already.
      refusal: project.refusal?.reasonPhrase)
    // Where the lock cannot be read there is nobody to name.
    if project.holder != .unreadable { holderName = project.holder?.namePhrase }
    for (id, counts) in FactsFile.read(in: project.folder) where state[id] != nil {
      facts[id] = DrawingFacts(counts, now: AnalysisOrder(id, in: state))
    }
  }

  /// Takes note that the journal is safe up to a line.
  mutating func confirm(_ number: Int) {
    confirmed = max(confirmed, number)
    journalTrouble = nil
    retryDue = nil
  }

  public var state: ProjectState { history.state }
  /// Parts of the project's own, after `Part.standard`.
  public var parts: [Part] { history.state.parts }
  public var isReadOnly: Bool { refusal != nil }
  /// Whether everything the artist did is safe on disk.
  public var isSaved: Bool { confirmed >= history.lines.count }
}
