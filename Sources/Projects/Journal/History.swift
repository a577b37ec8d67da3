import Coloring
public import Regions

// The lines of a journal and what they have made.
//
// History is linear: undo takes back the last line that counts, redo brings back what was taken back last, and a new
// line ends redo. Undo and redo are lines themselves, so the list only grows. The state before any
// line is found by replay from the checkpoint before it, so that no edit needs an inverse.
// Cost: a checkpoint (arrays shared until they change) every 256 lines; an undo replays at most 255.

/// The artist's edits of a project, in order, and the state that they made: a value.
public struct History: Sendable {
  /// Lines between two checkpoints.
  private static let stride = 256

  /// Every line, undos and redos too; `lines[number - 1]`.
  public private(set) var lines: [JournalLine] = []
  /// The state that the lines which count have made.
  public private(set) var state = ProjectState()
  /// Every picture ever imported, removed ones too.
  public private(set) var pictures: [PictureID: Picture] = [:]

  /// Numbers of the lines that count, oldest first.
  private var active: [Int] = []
  /// Numbers of the lines taken back, the last of them last.
  private var undone: [Int] = []
  /// `checkpoints[k]` is the state after `stride * k` active lines.
  private var checkpoints = [ProjectState()]

  /// - Parameter parts: of the project's own, before the first line.
  public init(pictures: [Picture] = [], parts: [Part] = []) {
    include(pictures)
    state.parts = parts
    checkpoints = [state]
  }

  /// Replays a journal's lines.
  ///
  /// - Parameter parts: of the project's own, before the first line.
  /// - Throws: `HistoryError` at the first line that cannot follow those before it.
  /// - Complexity: O(edits).
  public init(
    pictures: [Picture], parts: [Part] = [], lines: [JournalLine]
  ) throws(HistoryError) {
    self.init(pictures: pictures, parts: parts)
    for line in lines { try append(line) }
  }

  /// The state that the first lines of the journal had made; nil where there are fewer.
  ///
  /// - Throws: as `init(pictures:parts:lines:)`; never for lines that this history took.
  /// - Complexity: O(edits).
  public func state(after count: Int) throws(HistoryError) -> ProjectState? {
    guard count <= lines.count else { return nil }
    return try History(
      pictures: Array(pictures.values), parts: checkpoints[0].parts,
      lines: Array(lines.prefix(count))
    ).state
  }

  /// Takes note of imported pictures; the edit `.add` then shows them.
  public mutating func include(_ imported: [Picture]) {
    for picture in imported { pictures[picture.id] = picture }
  }

  /// The number of the line that `undo` would take back; nil where there is none but those that made the project.
  public var undoNumber: Int? { active.last.flatMap { lines[$0 - 1].isFounding ? nil : $0 } }

  /// The sentence of the line that `undo` would take back.
  public var undoTitle: String? { undoNumber.map { lines[$0 - 1].title } }

  /// The number of the line that `redo` would bring back.
  public var redoNumber: Int? { undone.last }

  /// The sentence of the line that `redo` would bring back.
  public var redoTitle: String? { redoNumber.map { lines[$0 - 1].title } }

  /// Does edits, as one gesture.
  ///
  /// - Parameter isFounding: whether they make the project, and are no gesture of the artist.
  /// - Returns: the line to be kept in the journal.
  public mutating func record(
    _ edits: [Edit], title: String, time: Int, isFounding: Bool = false
  ) -> JournalLine {
    let line = next(.edits(edits), title: title, time: time, isFounding: isFounding)
    take(line, edits)
    return line
  }

  /// Takes back the last line that counts; nil where there is none.
  public mutating func undo(time: Int) -> JournalLine? {
    guard let last = undoNumber else { return nil }
    let line = next(.undo(last), title: lines[last - 1].title, time: time)
    takeBack(line, last)
    return line
  }

  /// Brings back the line taken back last; nil where there is none.
  public mutating func redo(time: Int) -> JournalLine? {
    guard let last = undone.last else { return nil }
    let line = next(.redo(last), title: lines[last - 1].title, time: time)
    bringBack(line, last)
    return line
  }

  /// Takes in a line that was made elsewhere.
  public mutating func append(_ line: JournalLine) throws(HistoryError) {
    guard line.number == lines.count + 1 else {
      throw HistoryError(line: lines.count + 1, problem: .number(line.number))
    }
    switch line.content {
    case .edits(let edits): take(line, edits)
    case .undo(let number):
      guard number == active.last else {
        throw HistoryError(line: line.number, problem: .undo(number))
      }
      takeBack(line, number)
    case .redo(let number):
      guard number == undone.last else {
        throw HistoryError(line: line.number, problem: .redo(number))
      }
      bringBack(line, number)
    }
  }

  private func next(
    _ content: JournalLine.Content, title: String, time: Int, isFounding: Bool = false
  ) -> JournalLine {
    JournalLine(
      number: lines.count + 1, time: time, title: title, content: content,
      isFounding: isFounding)
  }

  private mutating func take(_ line: JournalLine, _ edits: [Edit]) {
    lines.append(line)
    undone.removeAll()
    activate(line.number, edits)
  }

  private mutating func takeBack(_ line: JournalLine, _ number: Int) {
    lines.append(line)
    active.removeLast()
    undone.append(number)
    checkpoints.removeLast(checkpoints.count - 1 - active.count / History.stride)
    state = checkpoints[checkpoints.count - 1]
    for number in active[((checkpoints.count - 1) * History.stride)...] {
      for edit in edits(of: number) { state.apply(edit, pictures: pictures) }
    }
  }

  private mutating func bringBack(_ line: JournalLine, _ number: Int) {
    lines.append(line)
    undone.removeLast()
    activate(number, edits(of: number))
  }

  private mutating func activate(_ number: Int, _ edits: [Edit]) {
    active.append(number)
    for edit in edits { state.apply(edit, pictures: pictures) }
    if active.count.isMultiple(of: History.stride) { checkpoints.append(state) }
  }

  /// The edits of a line that has some.
  ///
  /// - Precondition: it is no undo or redo.
  public func edits(of number: Int) -> [Edit] {
    guard case .edits(let edits) = lines[number - 1].content else {
      preconditionFailure("line \(number) has no edits")
    }
    return edits
  }
}
