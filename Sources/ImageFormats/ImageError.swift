/// A reason why a picture could not be read or written: one sentence with the file, what is wrong with it and
/// what to do. `description` is ready for a terminal; nothing in it needs escaping.
public struct ImageError: Error, Equatable, Sendable, CustomStringConvertible {
  public let problem: Problem
  /// The file as its user named it, or what stands for one; not escaped.
  public var file: String

  public init(_ problem: Problem, file: String) {
    self.problem = problem
    self.file = file
  }

  public enum Problem: Equatable, Sendable {
    // Reading.
    case missing
    /// Of a pattern with wildcards.
    case nothingFits
    case folder
    /// A folder without a picture in it.
    case noPictures
    /// The system's reason.
    case unreadable(String)
    /// A file that a project keeps is not what it was.
    case lost
    /// A pipe, a device or a socket: reading it may never end.
    case special
    /// Its name is no text, and cannot be written down.
    case nameIsNoText
    case empty
    /// The kind of file that it is instead, with an article, where that can be told.
    case notAPicture(String?)
    case truncated(ImageKind)
    /// The decoder's words.
    case corrupt(ImageKind, String)
    case tooManyPixels(width: Int, height: Int, limit: Int)
    case tooManyBytes(limit: Int)
    /// A picture of a kind that nurie does not read: which, and what to save it as.
    case unsupported(String, saveAs: String)

    // Writing.
    case exists
    case targetIsFolder
    case noSuchFolder
    /// The system's reason.
    case unwritable(String)
    case diskFull
    case tooLargeForFormat(String)
  }

  public var description: String { "\(printable(file)): \(sentence)." }

  private var sentence: String {
    switch problem {
    case .missing: "there is no such file; check the name"
    case .nothingFits: "no file fits this pattern; check it"
    case .noPictures:
      "there is no PNG, JPEG or WebP file in this folder; folders in it are not looked into"
    case .folder: "is a folder; name a picture inside it"
    case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
    case .lost: "the project has lost this file; put it back from a copy"
    case .special: "is a pipe or a device, not a file; give a PNG, JPEG or WebP file"
    case .nameIsNoText: "its name is not UTF-8, so it is left out; give it another name"
    case .empty: "the file is empty; export or copy it again"
    case .notAPicture(let kind):
      (kind.map { "is \($0), which is no picture that nurie reads" }
        ?? "is no picture that nurie reads")
        + "; give a PNG, JPEG or WebP file"
    case .truncated(let kind):
      "the \(kind.rawValue) file ends too early; export or copy it again"
    case .corrupt(let kind, let detail):
      "the \(kind.rawValue) file is damaged (\(printable(detail))); export or copy it again"
    case .tooManyPixels(let width, let height, let limit):
      "\(width)×\(height) pixels are more than the limit of \(limit); scale it down"
    case .tooManyBytes(let limit):
      "the file is larger than the limit of \(limit) bytes; export it again as PNG"
    case .unsupported(let what, let saveAs): "\(what) cannot be read; save it as \(saveAs)"
    case .exists: "the file exists already; choose another name or allow replacing it"
    case .targetIsFolder: "is a folder and cannot be written as a file; name a file inside it"
    case .noSuchFolder: "its folder does not exist; make it first or choose another"
    case .unwritable(let reason): "cannot be written (\(reason)); choose another place"
    case .diskFull: "the disk is full; nothing was written, make room and try again"
    case .tooLargeForFormat(let format):
      "the picture is too large for \(format); scale it down or choose another format"
    }
  }
}

/// The file formats that are read, told apart by their first bytes.
public enum ImageKind: String, Sendable, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case webp = "WebP"
}
