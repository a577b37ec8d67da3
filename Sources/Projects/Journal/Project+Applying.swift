import FoundationEssentials
import ImageFormats

// Edits from outside, one object a line: a line as a journal has it, whose number and time may be left out, or an
// edit alone. Undo and redo in it mean the file's own lines, so a whole journal can be given.

extension Project {
  /// Does the edits of a text as new lines of the journal, all of them or none. A picture may be named by its title.
  ///
  /// - Parameters:
  ///   - name: how errors name the text.
  /// - Returns: how many lines were added.
  /// - Throws: a `ProjectError`: `newer`, `brokenLine`, `refusedLine`, or why they could not be written.
  /// - Precondition: the project is open for writing.
  public mutating func apply(
    _ text: [UInt8], named name: String, time: Int? = nil
  ) throws(ProjectError) -> Int {
    guard let writer else { preconditionFailure("edits for a project open for reading") }
    let gestures = try Gesture.read(text, named: name)
    var changed = history
    var lines: [JournalLine] = []
    for gesture in gestures {
      let (state, pictures) = (changed.state, changed.pictures)
      let check = EditCheck(state: state, pictures: pictures)
      let edits = gesture.edits.map { $0.withTitlesResolved(in: state) }
      for edit in edits {
        if let problem = check.problem(edit) {
          throw ProjectError(.refusedLine(gesture.line, problem), path: name)
        }
      }
      lines.append(
        changed.record(
          edits, title: gesture.title ?? title(of: edits, in: state, among: pictures),
          time: time ?? Timestamp.now()))
    }
    writer.journal.append(lines)
    if let failure = writer.journal.finish() { throw failure }
    history = changed
    return lines.count
  }
}

/// The description of a gesture without a title.
///
/// - Parameter pictures: removed ones too, which may come back.
private func title(
  of edits: [Edit], in state: ProjectState, among pictures: [PictureID: Picture]
) -> String {
  let present = (state.drawings + state.references).map { ($0.id, $0) }
  let named = pictures.merging(present, uniquingKeysWith: { $1 })
  let first = edits.first?.title(among: named) ?? ""
  return edits.count > 1 ? "\(first), and \(edits.count - 1) more" : first
}

private struct Gesture {
  /// In the text, counted from 1.
  let line: Int
  let number: Int
  /// Nil for an edit that stands alone.
  let title: String?
  let edits: [Edit]

  private struct Record: Decodable {
    var line: Int?
    var title: String?
    var edits: [Edit]?
    var undo: Int?
    var redo: Int?
    var kind: String?
  }

  /// The gestures that count at the end of the text.
  static func read(_ text: [UInt8], named name: String) throws(ProjectError)
    -> [Gesture]
  {
    var active: [Gesture] = []
    var undone: [Gesture] = []
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() where bytes.contains(where: { $0 > 32 }) {
      let line = index + 1
      func refused(_ reason: String) -> ProjectError {
        ProjectError(.refusedLine(line, reason), path: name)
      }
      do {
        let decoder = JSONDecoder()
        let record = try decoder.decode(Record.self, from: Data(bytes))
        if let undo = record.undo {
          guard let last = active.popLast(), last.number == undo else {
            throw refused("takes back line \(undo), which is not the last that counts")
          }
          undone.append(last)
        } else if let redo = record.redo {
          guard let last = undone.popLast(), last.number == redo else {
            throw refused("brings back line \(redo), which was not the last taken back")
          }
          active.append(last)
        } else {
          guard record.kind != nil || record.edits != nil else {
            throw refused("has neither \"edits\" nor the \"kind\" of one")
          }
          let edits = try record.edits ?? [decoder.decode(Edit.self, from: Data(bytes))]
          // The title in an edit alone is a picture's.
          let title = record.edits == nil ? nil : record.title
          active.append(
            Gesture(line: line, number: record.line ?? line, title: title, edits: edits))
          undone = []
        }
      } catch let error as ProjectError {
        throw error
      } catch let error as UnknownEdit {
        throw refused("has an edit \"\(error.kind)\" that this version does not know")
      } catch {
        throw refused(JSONReason.of(error))
      }
    }
    return active
  }
}
