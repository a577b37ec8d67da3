import Glibc
import ImageFormats

extension ProjectError.Problem {
  /// The meaning of the system's error number for who wanted to write.
  package static func writing(_ number: Int32) -> Self {
    switch number {
    case ENOSPC, EDQUOT: .diskFull
    default: .unwritable(String(cString: strerror(number)))
    }
  }

  /// A file's problem as one of its project.
  init(_ error: ImageError) {
    switch error.problem {
    case .diskFull: self = .diskFull
    case .noSuchFolder: self = .gone
    case .missing: self = .missing
    case .unreadable(let reason): self = .unreadable(reason)
    case .unwritable(let reason): self = .unwritable(reason)
    case .folder: self = .unreadable("it holds a folder where a file should be")
    case .targetIsFolder: self = .unwritable("it holds a folder where a file should be")
    case .tooManyBytes(let limit): self = .unreadable("one of its files has over \(limit) bytes")
    default: self = .unwritable(error.description)
    }
  }
}
