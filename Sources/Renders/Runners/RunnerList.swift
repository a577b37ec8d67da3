/// The runners there are: those written in Swift, and one for every batch system that somebody described.
public struct RunnerList: Sendable {
  /// The name of the runner that renders go to where none is named.
  public static let usual = LocalRunner.name

  private let written: [any Runner]
  private let program: String
  private let library: BatchLibrary

  /// - Parameters:
  ///   - program: the nurie that workers run.
  ///   - library: the batch systems there are.
  public init(program: String = "/proc/self/exe", library: BatchLibrary = .own()) {
    self.init(RunnerList.written(program), program: program, library: library)
  }

  init(_ written: [any Runner], program: String, library: BatchLibrary) {
    self.written = written
    self.program = program
    self.library = library
  }

  /// The runners that are no batch systems.
  static func written(_ program: String) -> [any Runner] {
    [
      LocalRunner(program: program)
    ]
  }

  /// The runner of a name. One that nobody knows can be asked for, and throws when it is used: a job may name any.
  public subscript(name: String) -> any Runner {
    written.first { $0.name == name }
      ?? BatchRunner(name: name, program: program, library: library)
  }
}
