import ImageFormats

/// Why a project cannot be used: one sentence with the place, what is wrong there and what to do. `description` is
/// ready for a terminal.
public struct ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
  public let problem: Problem
  /// The folder or file, as its user named it; not escaped.
  public let path: String

  public init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }

  public enum Problem: Hashable, Sendable {
    case missing
    /// A folder, or a file, that is no project.
    case notAProject
    case exists
    /// The system's reason.
    case unreadable(String)
    /// The system's reason.
    case unwritable(String)
    case diskFull
    /// The newer thing there: "format 3", "the edit \"warp\"".
    case newer(String)
    /// project.json; what is wrong with it, to follow "its project.json".
    case brokenManifest(String)
    /// A line of a journal, counted from 1, and what is wrong with it, to follow "line 12".
    case brokenLine(Int, String)
    /// A line of a file of edits that cannot be done, and why.
    case refusedLine(Int, String)
    /// The process that works in it.
    case held(LockHolder)
    /// The journal is not what it was when last looked at.
    case changedOutside
    case gone
    /// The file of taught parts by its name in the project, and what is wrong with it.
    case brokenTeller(String, String)
  }

  public var description: String { "\(printable(path)): \(sentence)." }

  /// The same without the project's name, where it is plain which is meant.
  public var reason: String { sentence + "." }

  private var sentence: String {
    switch problem {
    case .missing: "there is no such project; check the name, or make it with nurie new"
    case .notAProject:
      "is not a nurie project (it has no project.json); name a folder that nurie new made"
    case .exists: "exists already; choose another name"
    case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
    case .unwritable(let reason): "cannot be written (\(reason)); check its permissions"
    case .diskFull: "the disk is full; make room and try again"
    case .newer(let what):
      "was made by a newer nurie (this version does not know \(printable(what))); install that version"
    case .brokenManifest(let what):
      "its project.json \(printable(what)); restore the file from a copy"
    case .brokenLine(let line, let what):
      "line \(line) of edits.jsonl \(printable(what)); restore the file from a copy, or delete this line and all after it"
    case .refusedLine(let line, let what):
      "line \(line) \(printable(what)); correct it and apply the file again: nothing was changed"
    case .held(let holder):
      "is open elsewhere (\(holder.description)); close it there first, or delete the file \"lock\" in it if nothing is running there any more"
    case .changedOutside:
      "edits.jsonl was changed by another program; close the project and open it again"
    case .brokenTeller(let file, let what):
      "the parts that it was taught cannot be used (\(file): \(printable(what))); teach them again, or forget them with nurie parts teach --forget"
    case .gone: "the project's folder is no longer there; put it back where it was"
    }
  }
}
