import Glibc
import ImageFormats
public import Projects

// A queue is a view of folders. Nobody keeps it: workers take what waits, one after the other, until nothing does, and who
// adds to it sees to it that there is a worker. A worker leaves the list of workers before it looks for the last time, and
// who adds looks at that list after adding; so one of the two always sees the other.

/// The renders of a project.
public struct RenderQueue: Sendable {
  public let project: ProjectFolder
  let runners: RunnerList
  let registry: WorkerRegistry

  /// - Parameters:
  ///   - program: the nurie that workers run.
  ///   - library: the batch systems there are.
  public init(
    _ project: ProjectFolder, program: String = "/proc/self/exe", library: BatchLibrary = .own()
  ) {
    self.init(project, runners: RunnerList(program: program, library: library))
  }

  init(_ project: ProjectFolder, runners: RunnerList) {
    self.project = project
    self.runners = runners
    registry = WorkerRegistry(project: project)
  }

  /// Every render there is, by its number.
  ///
  /// - Parameter known: renders as they were before, by their numbers: those done are not read again, and nobody's job.
  /// - Complexity: O(renders); 10 µs each that waits and is known, some 100 µs each that is not.
  public func renders(known: [Int: Render] = [:]) -> [Render] {
    let own = WorkerIdentity.own()
    let now = Timestamp.now()
    var renders = foldersOnly(known: known, own: own, now: now)
    judge(&renders, at: now)
    estimate(&renders)
    return renders
  }

  /// Every render as its folder alone says, by its number.
  func foldersOnly(
    known: [Int: Render] = [:], own: WorkerIdentity = .own(), now: Int = Timestamp.now()
  ) -> [Render] {
    names(in: project.renders).compactMap { name -> Render? in
      guard let number = Int(name) else { return nil }
      if let before = known[number], before.state == .done { return before }
      return Render(
        folder: "\(project.renders)/\(name)", known: known[number], seenBy: own, now: now)
    }
    .sorted { $0.number < $1.number }
  }

  /// Makes renders' folders, one batch; `startWorkers` has them begun. Where one cannot be written, none is queued.
  ///
  /// - Complexity: two syncs of the disk, however many there are.
  public func add(_ jobs: [RenderJob]) throws(ProjectError) -> [Render] {
    if jobs.isEmpty { return [] }
    let folders = try make(jobs.count)
    do throws(ProjectError) {
      let batch = Int(folders[0].split(separator: "/").last ?? "")
      try project.write(
        together: zip(folders, jobs).map { folder, job in
          var job = job
          job.batch = batch
          return (folder + "/job.json", job.bytes)
        })
    } catch {
      for folder in folders { FolderTree.remove(folder) }
      throw error
    }
    let own = WorkerIdentity.own()
    let added = folders.compactMap { Render(folder: $0, seenBy: own) }
    if added.count < folders.count { throw ProjectError(.gone, path: project.path) }
    ring()
    return added
  }

  /// Adds a render, and starts a worker where none runs.
  ///
  /// - Throws: `ProjectError` where the folder cannot be written, `RenderError` where no worker can be started.
  public func start(_ job: RenderJob) throws -> Render {
    let added = try add([job])
    try startWorkers(for: job.runner)
    return Render(folder: added[0].folder) ?? added[0]
  }

  /// The number of times that a render is begun whose workers end without a word: something in it may end them.
  private static let attempts = 3

  /// Whether a worker that goes through the queue may take it.
  ///
  /// - Parameter runner: the name of the runner that started the worker.
  static func isClaimable(_ render: Render, by runner: String) -> Bool {
    render.job.runner == runner && isFree(render)
  }

  /// Whether nobody is at it, and nobody has to be asked before it is taken.
  static func isFree(_ render: Render) -> Bool {
    switch render.state {
    case .queued, .waiting: true
    case .interrupted:
      !render.isToPause && render.progress?.state != .interrupted && render.attempt < attempts
    default: false
    }
  }

  /// Tells who watches the folder of all renders that something in one of them is new.
  func ring() {
    let descriptor = open(project.renderBell, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Guesses what is left of those that run.
  private func estimate(_ renders: inout [Render]) {
    let running = renders.indices.filter { renders[$0].state == .running }
    if running.isEmpty { return }
    let history = RenderHistory(of: project)
    for index in running {
      guard let progress = renders[index].progress, let pixels = renders[index].job.pixels else {
        continue
      }
      renders[index].expected = history.remaining(pixels: pixels, at: progress)
    }
  }

  /// Makes renders' folders: the numbers only grow, and `mkdir` gives one to one who asks.
  private func make(_ count: Int) throws(ProjectError) -> [String] {
    try project.make(project.renders)
    var number = names(in: project.renders).compactMap(Int.init).max() ?? 0
    var folders: [String] = []
    while folders.count < count {
      number += 1
      let folder = "\(project.renders)/\(number)"
      if mkdir(folder, 0o777) == 0 {
        folders.append(folder)
      } else if errno != EEXIST {
        let failure = errno
        for folder in folders { rmdir(folder) }
        throw ProjectError(.writing(failure), path: project.path)
      }
    }
    return folders
  }
}
