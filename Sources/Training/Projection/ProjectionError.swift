/// A reason why the folder of a projection cannot be used, and the file or folder as its user named it.
public struct ProjectionError: Error, Equatable, Sendable {
  public enum Problem: Equatable, Sendable {
    /// There is no `projection.json` in the folder.
    case missing
    /// Its description is not one, or contradicts itself; what is wrong.
    case malformed(String)
    /// A newer nurie wrote it.
    case newer
    /// A projection that was asked for otherwise lies there.
    case other
    /// Something else lies there.
    case occupied
    /// A picture in it is not the one that was given.
    case changedPicture
  }

  public let problem: Problem
  public let path: String

  public init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }
}
