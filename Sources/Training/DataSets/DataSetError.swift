/// A reason why a data set cannot be read or made, and the file or folder as its user named it.
public struct DataSetError: Error, Equatable, Sendable {
  public enum Problem: Equatable, Sendable {
    /// There is no `dataset.json` in the folder.
    case missing
    /// Its description is not one, or contradicts itself; what is wrong.
    case malformed(String)
    /// A newer nurie wrote it.
    case newer
    /// It is not whole yet.
    case unfinished(made: Int)
    /// A sheet is missing, or is no sheet of this data set.
    case damagedSheet
    /// Another data set was begun there.
    case other
    /// A file of the name of a sheet lies there, and no data set.
    case occupied
  }

  public let problem: Problem
  public let path: String

  public init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }
}
