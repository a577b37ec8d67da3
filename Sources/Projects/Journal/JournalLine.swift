/// One line of a project's journal: a gesture of the artist.
public struct JournalLine: Hashable, Sendable {
  /// Its place in the journal, counted from 1.
  public let number: Int
  /// Seconds since the beginning of 1970, UTC.
  public let time: Int
  /// The sentence that names it: "label 14: hair → skin". From a file: not escaped.
  public let title: String
  public let content: Content
  /// Whether it made the project: such a line is not the artist's to take back.
  public let isFounding: Bool

  public enum Content: Hashable, Sendable {
    case edits([Edit])
    /// Takes back the line of this number: the last that counts.
    case undo(Int)
    /// Brings back the line of this number: the last taken back.
    case redo(Int)
  }

  /// - Parameters:
  ///   - number: its place in the journal, counted from 1.
  ///   - time: seconds since the beginning of 1970, UTC.
  ///   - title: the sentence that names it, as the artist reads it.
  ///   - isFounding: whether it makes the project, and cannot be undone.
  public init(
    number: Int, time: Int, title: String, content: Content, isFounding: Bool = false
  ) {
    self.number = number
    self.time = time
    self.title = title
    self.content = content
    self.isFounding = isFounding
  }
}

// `{"edits": [{"kind": …}], "line": 14, "time": "2026-05-04T12:30:00Z", "title": "label 14: hair → skin"}`, with
// `"undo": 13` or `"redo": 13` in place of the edits; `"founding": true` in lines that made the project.
extension JournalLine: Codable {
  private enum Key: String, CodingKey { case line, time, title, edits, undo, redo, founding }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    number = try values.decode(Int.self, forKey: .line)
    let text = try values.decode(String.self, forKey: .time)
    guard let seconds = Timestamp.seconds(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .time, in: values, debugDescription: "no time as 2026-05-04T12:30:00Z")
    }
    time = seconds
    title = try values.decode(String.self, forKey: .title)
    isFounding = try values.decodeIfPresent(Bool.self, forKey: .founding) ?? false
    let kinds = [Key.edits, .undo, .redo].filter { values.contains($0) }
    guard kinds.count == 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .edits, in: values,
        debugDescription: "a line has one of \"edits\", \"undo\", \"redo\"")
    }
    content =
      switch kinds[0] {
      case .undo: .undo(try values.decode(Int.self, forKey: .undo))
      case .redo: .redo(try values.decode(Int.self, forKey: .redo))
      default: .edits(try values.decode([Edit].self, forKey: .edits))
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(number, forKey: .line)
    try values.encode(Timestamp.text(time), forKey: .time)
    try values.encode(title, forKey: .title)
    if isFounding { try values.encode(true, forKey: .founding) }
    switch content {
    case .edits(let edits): try values.encode(edits, forKey: .edits)
    case .undo(let line): try values.encode(line, forKey: .undo)
    case .redo(let line): try values.encode(line, forKey: .redo)
    }
  }
}
