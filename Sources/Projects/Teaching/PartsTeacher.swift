import Coloring
public import Delivery
import ImageFormats
public import Raster
public import Regions

// What an artist labelled in a few pictures of a project, taught so that its other drawings follow.
//
// Cost: for each labelled picture its features and regions, which the project's cache mostly has; some seconds of learning; and for the
// count of what follows, each other drawing up to its matches.

/// Teaches a project's parts by its labels.
public struct PartsTeacher {
  /// The most pictures that are learned from: those with the most labels.
  public static let most = 10

  private let project: ProjectFolder
  private let state: ProjectState
  private let engines: Engines
  private let cache: TieredCache

  public init(_ project: ProjectFolder, state: ProjectState, engines: Engines) {
    self.project = project
    self.state = state
    self.engines = engines
    cache = TieredCache(MemoryCache(capacity: 8), before: StageFiles(in: project))
  }

  /// What was taught.
  public struct Taught: Sendable {
    /// Its key, under which it is kept.
    public let key: String
    /// The pictures that were learned from, and how many more are labelled.
    public let pictures: [PictureID]
    public let left: Int
    /// The parts that the artist labelled, in the project's order.
    public let parts: [Part]

    /// The edit that makes the project's drawings follow it.
    public var edit: Edit { .teach(key) }
  }

  /// Learns from the labels, and keeps what was learned in the project's folder; nothing follows it yet.
  ///
  /// - Throws: `PartsTeachingError`, `ProjectError`, `ImageError`, `LineArtError`, `Cancelled`.
  /// - Complexity: that of the labelled pictures' features, and some seconds.
  public func teach(work: Work) throws -> Taught {
    let known = state.allParts.map(\.id)
    let labelled = (state.drawings + state.references).filter { count(of: $0) > 0 }
    if labelled.isEmpty { throw PartsTeachingError.nothingLabelled }
    let chosen = labelled.enumerated().sorted {
      (count(of: $1.element), $0.offset) < (count(of: $0.element), $1.offset)
    }.prefix(Self.most).map(\.element)
    let share = 0.4 / Double(chosen.count)
    var lessons: [PartLesson] = []
    for (index, picture) in chosen.enumerated() {
      let range = share * Double(index)...share * Double(index + 1)
      guard let lesson = try lesson(of: picture, work: work.within(range)) else {
        throw PartsTeachingError.noNetwork
      }
      lessons.append(lesson)
    }
    let said = lessons.reduce(into: Set<String>()) { $0.formUnion($1.said) }
    let parts = state.allParts.filter { said.contains($0.id) }
    guard let first = parts.first else { throw PartsTeachingError.nothingLabelled }
    if parts.count == 1 { throw PartsTeachingError.onePart(first) }
    let engine = engines.engine(for: state.settings(for: chosen[0].id))
    guard
      let teller = try PartTeller(
        taughtBy: lessons, known: known, engine: engine, work: work.within(0.4...1))
    else { throw PartsTeachingError.notLearned }
    try project.keep(teller)
    return Taught(
      key: teller.key.description, pictures: chosen.map(\.id), left: labelled.count - chosen.count,
      parts: parts)
  }

  private func count(of picture: Picture) -> Int { state.labels[picture.id]?.count ?? 0 }

  /// What a labelled picture teaches; nil where no network looks at it.
  private func lesson(of picture: Picture, work: Work) throws -> PartLesson? {
    let settings = state.settings(for: picture.id)
    let engine = engines.engine(for: settings)
    let labels = state.labels[picture.id] ?? []
    let image = try ImageFile.read(project.file(of: picture), work: work).pixels
    switch picture.kind {
    case .drawing:
      return try PartLesson(
        image, corrections: state.corrections(for: picture.id), settings: settings,
        engine: engine, cache: cache, work: work)
    case .reference:
      return PartLesson(
        try ReferenceReading(
          project.reference(picture.id, image, work: work), engine: engine, cache: cache,
          work: work), labels: labels)
    }
  }
}

/// How many regions of a project's drawings have other parts after an edit.
public struct PartChanges: Sendable, Hashable {
  public var regions = 0
  /// The drawings that have such regions.
  public var drawings = 0
  /// Drawings whose files could not be read, or hold nothing to colour: opening one says why.
  public var unread = 0

  /// None.
  public init() {}

  /// Compares the parts that all drawings have in two states.
  ///
  /// - Throws: `ProjectError`, `Cancelled`.
  /// - Complexity: each drawing up to its matches, where the project's cache lacks these.
  public init(
    of project: ProjectFolder, from old: ProjectState, to new: ProjectState, engines: Engines,
    work: Work
  ) throws {
    var before = DrawingColourer(project, state: old, engines: engines)
    var after = DrawingColourer(project, state: new, engines: engines)
    for (index, drawing) in new.drawings.enumerated() {
      work.report(Double(index) / Double(new.drawings.count))
      do {
        guard let now = try after.parts(of: drawing, work: work.quiet),
          let then = try before.parts(of: drawing, work: work.quiet)
        else { continue }
        let changed = now.labels.count { now[$0]?.part != then[$0]?.part }
        regions += changed
        drawings += changed > 0 ? 1 : 0
      } catch is ImageError {
        unread += 1
      } catch is LineArtError {
        unread += 1
      }
    }
  }
}
