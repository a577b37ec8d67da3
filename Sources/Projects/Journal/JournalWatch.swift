import Glibc

// Reading along while somebody else writes.
//
// A journal only grows, so what is new are the whole lines after those that are known. A line counts as soon as its newline
// is there, a moment before it is confirmed; where its writer has to cut it back, the file is shorter than what
// was read, and everything is read anew. Cost: one `stat` where nothing is new, else O(new bytes).

/// The edits of a project that somebody else holds, as they come.
public struct JournalWatch: Sendable {
  /// Everything that was read so far.
  public private(set) var history: History
  private let folder: ProjectFolder
  /// Bytes of the lines in `history`.
  private var wholeBytes: Int
  /// The file's size and time when it was last read.
  private var seen: Seen?

  private struct Seen: Equatable {
    var bytes: Int
    var changed: Int
  }

  init(_ folder: ProjectFolder, history: History, wholeBytes: Int) {
    self.folder = folder
    self.history = history
    self.wholeBytes = wholeBytes
  }

  /// Takes in what was written since the last look.
  ///
  /// - Returns: whether `history` is another now; not where the file is away.
  /// - Throws: `brokenLine`, `newer`, `unreadable`, and what opening a project throws; `history` stays as it was, and the next
  ///   look says nothing until the file is another.
  public mutating func look() throws(ProjectError) -> Bool {
    guard let status = FileStatus(folder.journal) else { return false }
    let now = Seen(bytes: status.bytes, changed: status.changed)
    if now == seen { return false }
    seen = now
    if now.bytes < wholeBytes { return try readAnew() }
    guard let tail = readBytes(folder.journal, from: wholeBytes) else {
      throw ProjectError(.unreadable(String(cString: strerror(errno))), path: folder.path)
    }
    let end = tail.firstIndex(of: 0) ?? tail.count
    guard let last = tail[..<end].lastIndex(of: UInt8(ascii: "\n")) else { return false }
    var bytes = tail[...last]
    // The newline that an editor left out of the last known line.
    if bytes.first == UInt8(ascii: "\n") { bytes = bytes.dropFirst() }
    if bytes.isEmpty {
      wholeBytes += 1
      return false
    }
    guard let lines = try? JournalFile(Array(bytes), path: folder.path).lines else {
      // It is no continuation of what was read: perhaps a copy took the file's place.
      return try readAnew()
    }
    var grown = history
    if lines.contains(where: \.addsPictures) {
      grown.include(try ProjectManifest(of: folder).pictures)
    }
    do throws(HistoryError) {
      for line in lines { try grown.append(line) }
    } catch {
      return try readAnew()
    }
    history = grown
    wholeBytes += last + 1
    return true
  }

  private mutating func readAnew() throws(ProjectError) -> Bool {
    guard let other = try Project(reading: folder).journalWatch else { return false }
    let isOther = other.history.lines != history.lines
    history = other.history
    wholeBytes = other.wholeBytes
    return isOther
  }
}

extension JournalLine {
  fileprivate var addsPictures: Bool {
    guard case .edits(let edits) = content else { return false }
    return edits.contains { if case .add = $0 { true } else { false } }
  }
}
