/// Why a line cannot follow those before it.
public struct HistoryError: Error, Hashable, Sendable {
  public let line: Int
  public let problem: Problem

  public enum Problem: Hashable, Sendable {
    /// It has this number instead.
    case number(Int)
    /// It takes back a line that is not the last that counts.
    case undo(Int)
    /// It brings back a line that is not the last taken back.
    case redo(Int)
  }

  public init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// The fault, to follow "line 12".
  public var reason: String {
    switch problem {
    case .number(let number): "is numbered \(number)"
    case .undo(let number): "takes back line \(number), which is not the last that counts"
    case .redo(let number): "brings back line \(number), which was not the last taken back"
    }
  }
}
