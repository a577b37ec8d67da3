import Glibc
internal import Projects

/// One program on several ranks, as a job of a batch system: a training.
///
/// It is no render: its folder holds a checkpoint, and the same command goes on there.
public struct RanksJob {
  /// The file in the folder that the ranks print to.
  public static let log = "ranks.log"

  /// The words that follow the program's name.
  private let arguments: [String]
  /// Absolute, as a node finds it.
  private let folder: ProjectFolder
  private let ranks: Int
  private let cores: Int

  /// - Parameters:
  ///   - arguments: the words that follow the program's name; paths among them are from the folder that this program runs in.
  ///   - folder: where the script and what the ranks print go; it exists.
  ///   - ranks: how many programs there are.
  ///   - cores: of each.
  public init(_ arguments: [String], folder: String, ranks: Int, cores: Int) {
    self.arguments = arguments
    self.folder = ProjectFolder(path: UserPath.absolute(folder))
    self.ranks = ranks
    self.cores = cores
  }

  /// Hands it over.
  ///
  /// - Parameters:
  ///   - runner: the batch system's name.
  ///   - program: the nurie that nodes run, where the description names none.
  /// - Returns: the job's number.
  /// - Throws: `RenderError` with what the batch system says; and where it is none, or starts nothing on several ranks.
  public func submit(
    to runner: String, resources: BatchResources, library: BatchLibrary = .own(),
    program: String = "/proc/self/exe"
  ) throws -> String {
    let system = try library.system(runner)
    guard let way = system.ranks else {
      throw RenderError(
        "the runner \(runner) starts nothing on several ranks: its description has no [ranks]")
    }
    let file = "\(folder.path)/ranks.sh"
    let script = try script(
      way, system: system, program: system.program ?? WorkerProgram.real(program))
    try folder.write(Array(script.utf8), to: file)
    return try Scheduler(system: system, project: folder).submit(
      file, options: filled(way.options), resources: resources)
  }

  private var numbers: [String: [String]] { ["ranks": ["\(ranks)"], "cores": ["\(cores)"]] }

  private func filled(_ words: [String]) -> [String] {
    BatchSystem.filled(words, with: numbers)
  }

  private func script(_ way: BatchSystem.Ranks, system: BatchSystem, program: String) throws
    -> String
  {
    let words = ([program] + arguments).map(BatchScript.quoted).joined(separator: " ")
    let lines =
      [
        "#!/bin/sh", "cd \(BatchScript.quoted(UserPath.absolute("."))) || exit 1",
        "exec >>\(BatchScript.quoted("\(folder.path)/\(Self.log)")) 2>&1 </dev/null",
      ] + system.setup + ["exec \(BatchSystem.filled(way.launch, with: numbers)) \(words)"]
    return lines.joined(separator: "\n") + "\n"
  }
}
