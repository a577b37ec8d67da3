public import Regions

/// A part of the project's own being made or changed: two names, a letter, a colour. What has not been typed is filled
/// in from the name, so that a name is enough.
public struct PartForm: Sendable {
  /// The fields that can be typed in.
  public enum Row: Int, Sendable, CaseIterable {
    case name, japanese, letter, hex
  }

  /// The part that is changed; nil for a new one.
  public let changed: Part?
  public private(set) var fields: [Row: LineEditor] = [:]
  public var row = Row.name
  /// The fault of it, found on Enter.
  public var complaint: Phrase?
  /// Rows that were typed into: they do not follow the name.
  private var typed: Set<Row> = []

  public init(changing part: Part? = nil, beside others: [Part]) {
    changed = part
    fill(part ?? Part.proposed(named: "", beside: others))
    if part == nil { fields[.japanese] = LineEditor() }
    if part != nil { typed = Set(Row.allCases) }
  }

  /// The part as the fields say it.
  ///
  /// - Parameter others: every other part of the project.
  public func part(beside others: [Part]) -> Part {
    let name = text(.name)
    let proposed = Part.proposed(named: name, japanese: text(.japanese), beside: others)
    return Part(
      id: changed?.id ?? proposed.id, name: name, japanese: proposed.japanese,
      letter: text(.letter), hex: text(.hex).lowercased())
  }

  public func text(_ row: Row) -> String { fields[row]?.text ?? "" }

  /// Does what an editor's key does in the row.
  mutating func type(_ editor: LineEditor, beside others: [Part]) {
    fields[row] = editor
    complaint = nil
    typed.insert(row)
    guard row == .name else { return }
    let proposed = Part.proposed(named: editor.text, beside: others)
    if !typed.contains(.japanese) { fields[.japanese] = LineEditor(proposed.japanese) }
    if !typed.contains(.letter) { fields[.letter] = LineEditor(proposed.letter) }
  }

  private mutating func fill(_ part: Part) {
    fields = [
      .name: LineEditor(part.name), .japanese: LineEditor(part.japanese),
      .letter: LineEditor(part.letter), .hex: LineEditor(part.hex),
    ]
  }
}
