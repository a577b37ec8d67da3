import Glibc
import ImageFormats

/// A project that is open: its folder, what its edits have made of it, and, where nobody else holds it, the means to
/// change it.
///
/// The history is a value and may be changed and shown at once; what lasts is what its journal has confirmed.
public struct Project: Sendable {
  public let folder: ProjectFolder
  public var history: History
  /// The lock that it may be changed with; nil where it is open for reading.
  public let writer: ProjectWriter?
  /// The process that writes to it meanwhile, where it is open for reading because of that.
  public let holder: LockHolder?
  /// Reads along with what is written to it; nil where it is open for writing.
  public let journalWatch: JournalWatch?
  /// Why it is not open for writing, where that was wanted.
  public let refusal: ProjectError?
  /// Events on opening that the artist should know of.
  public let notes: [Note]

  /// Something that happened on opening, and was put right.
  public enum Note: Hashable, Sendable, CustomStringConvertible {
    /// The last line of the journal of this project, by its path, was not whole.
    case tornEdit(String)

    /// A sentence, ready for a terminal.
    public var description: String {
      switch self {
      case .tornEdit(let path):
        "\(printable(path)): the last edit was cut off by a crash before it was saved, and is lost; everything before it is there."
      }
    }
  }

  /// Opens a project: for writing where it can be, else for reading.
  ///
  /// - Parameters:
  ///   - watch: what was seen of its lock before, so that a dead one can be taken over.
  ///   - now: seconds on a clock that only goes forward, the one of `watch`.
  ///   - report: told by the journal what is confirmed, on its own queue.
  ///   - onLost: told when another program has taken the project over.
  /// - Throws: `missing`, `notAProject`, `newer`, `brokenManifest`, `brokenLine`, `unreadable`.
  /// - Complexity: O(edits), about 15 µs each.
  public init(
    opening path: String, watch: LockWatch = LockWatch(), now: Double = 0,
    report: @escaping @Sendable (Journal.Report) -> Void = { _ in },
    onLost: @escaping @Sendable () -> Void = {}
  ) throws(ProjectError) {
    let folder = ProjectFolder(path: path)
    // A folder that is no project gets no lock.
    _ = try ProjectManifest(of: folder)
    let lock: ProjectLock
    do throws(ProjectError) {
      lock = try ProjectLock(folder, watch: watch, now: now, onLost: onLost)
    } catch {
      try self.init(reading: folder, because: error)
      return
    }
    let manifest = try ProjectManifest(of: folder)
    let (file, history) = try Project.replay(folder, manifest)
    let notes: [Note] = file.tornBytes > 0 ? [.tornEdit(folder.path)] : []
    var writer: ProjectWriter?
    var refusal: ProjectError?
    do throws(ProjectError) {
      let bytes = try Project.mend(folder, file)
      let journal = try Journal(
        folder.journal, project: folder.path, bytes: bytes, line: file.lines.count, report: report)
      writer = ProjectWriter(
        lock: lock, journal: journal, importer: PictureImporter(folder, manifest: manifest))
    } catch {
      refusal = error
    }
    self.init(
      folder: folder, file: file, history: history, writer: writer, refusal: refusal, notes: notes)
  }

  /// Opens a project without writing anything.
  ///
  /// - Parameter reason: why it is not opened for writing, if that was wanted.
  public init(reading folder: ProjectFolder, because reason: ProjectError? = nil)
    throws(ProjectError)
  {
    let manifest = try ProjectManifest(of: folder)
    let (file, history) = try Project.replay(folder, manifest)
    var holder: LockHolder?
    if case .held(let other) = reason?.problem { holder = other }
    self.init(
      folder: folder, file: file, history: history, writer: nil, holder: holder, refusal: reason,
      notes: [])
  }

  private init(
    folder: ProjectFolder, file: JournalFile, history: History, writer: ProjectWriter?,
    holder: LockHolder? = nil, refusal: ProjectError?, notes: [Note]
  ) {
    self.folder = folder
    self.history = history
    self.writer = writer
    self.holder = holder
    self.refusal = refusal
    self.notes = notes
    journalWatch =
      writer == nil
      ? JournalWatch(folder, history: history, wholeBytes: file.wholeBytes) : nil
  }

  private static func replay(_ folder: ProjectFolder, _ manifest: ProjectManifest)
    throws(ProjectError) -> (file: JournalFile, history: History)
  {
    try folder.checkIsFile(folder.journal)
    let bytes: [UInt8]
    do throws(ImageError) {
      bytes = try readBytes(folder.journal, limit: JournalFile.limit)
    } catch {
      // Before the first edit there may be none.
      guard error.problem == .missing else {
        throw ProjectError(ProjectError.Problem(error), path: folder.path)
      }
      bytes = []
    }
    let file = try JournalFile(bytes, path: folder.path)
    do throws(HistoryError) {
      return (
        file,
        try History(
          pictures: manifest.pictures, parts: manifest.parts, lines: file.lines)
      )
    } catch {
      throw ProjectError(.brokenLine(error.line, error.reason), path: folder.path)
    }
  }

  /// Cuts off what a crash tore, and ends the last line.
  ///
  /// - Returns: the bytes in the file then.
  private static func mend(_ folder: ProjectFolder, _ file: JournalFile) throws(ProjectError)
    -> Int
  {
    guard file.tornBytes > 0 || file.lacksNewline else { return file.wholeBytes }
    let descriptor = Glibc.open(folder.journal, O_RDWR | O_CLOEXEC)
    if descriptor < 0 { throw ProjectError(.writing(errno), path: folder.path) }
    defer { Glibc.close(descriptor) }
    var newline = UInt8(ascii: "\n")
    if ftruncate(descriptor, off_t(file.wholeBytes)) != 0
      || file.lacksNewline && pwrite(descriptor, &newline, 1, off_t(file.wholeBytes)) != 1
      || fsync(descriptor) != 0
    {
      throw ProjectError(.writing(errno), path: folder.path)
    }
    return file.wholeBytes + (file.lacksNewline ? 1 : 0)
  }
}

/// The means to change an open project; letting go of it lets others in.
public struct ProjectWriter: Sendable {
  public let lock: ProjectLock
  public let journal: Journal
  public let importer: PictureImporter
}

extension Project {
  /// Does edits as one gesture, and hands them to the journal.
  ///
  /// - Parameter isFounding: whether they make the project, and cannot be undone.
  /// - Precondition: the project is open for writing.
  public mutating func record(
    _ edits: [Edit], title: String, time: Int? = nil, isFounding: Bool = false
  ) {
    guard let writer else { preconditionFailure("an edit in a project open for reading") }
    writer.journal.append(
      history.record(
        edits, title: title, time: time ?? Timestamp.now(), isFounding: isFounding))
  }

  /// Writes what waits and lets others in.
  ///
  /// - Throws: what kept edits from being written.
  public func close() throws(ProjectError) {
    guard let writer else { return }
    let failure = writer.journal.finish()
    writer.lock.release()
    if let failure { throw failure }
  }
}
