import Dispatch
import Glibc
import ImageFormats

// Renders are processes of their own, which share nothing with who starts them but the render's folder. So
// a queue is a view of folders; this one has one worker at a time on this machine. The worker leads a session of its
// own, so that a hang-up of the terminal does not reach it. Who starts a render's worker makes the folder `claim` in it
// first, which only one can.

/// The renders of a project.
public struct RenderQueue: Sendable {
  /// `POSIX_SPAWN_SETSID`, which glibc declares to GNU sources only.
  private static let newSession: Int16 = 0x80

  public let project: ProjectFolder
  private let program: String
  private let patience: Int

  /// - Parameters:
  ///   - program: the nurie that workers run.
  ///   - patience: how many seconds a worker has to begin.
  public init(
    _ project: ProjectFolder, program: String = "/proc/self/exe", patience: Int = 30
  ) {
    self.project = project
    self.program = program
    self.patience = patience
  }

  /// Every render there is, by its number.
  ///
  /// - Parameter known: renders that are not read again, by their numbers: those that have ended never change.
  /// - Complexity: O(renders), some 50 µs each that is read.
  public func renders(known: [Int: Render] = [:]) -> [Render] {
    let own = LockHolder.own()
    return names(in: project.renders).compactMap { name in
      Int(name).flatMap { known[$0] }
        ?? Render(folder: "\(project.renders)/\(name)", own: own, patience: patience)
    }
    .sorted { $0.number < $1.number }
  }

  /// Makes a render's folder; `startNext` starts it when its turn comes.
  public func add(_ job: RenderJob) throws(ProjectError) -> Render {
    guard let render = Render(folder: try queue(job)) else {
      throw ProjectError(.gone, path: project.path)
    }
    return render
  }

  /// Starts the oldest render that waits, unless another runs.
  ///
  /// - Parameter renders: as they are now.
  /// - Returns: whether one was started.
  /// - Throws: `RenderError` where no worker can be started.
  public func startNext(_ renders: [Render]) throws -> Bool {
    if renders.contains(where: { $0.state == .running }) { return false }
    guard let next = renders.first(where: { $0.state == .queued }) else { return false }
    return try startWorker(next.folder)
  }

  /// Makes a render's folder and starts its worker.
  ///
  /// - Throws: `ProjectError` where the folder cannot be written, `RenderError` where no worker can be started.
  public func start(_ job: RenderJob) throws -> Render {
    let folder = try queue(job)
    _ = try startWorker(folder)
    guard let render = Render(folder: folder) else {
      throw ProjectError(.gone, path: project.path)
    }
    return render
  }

  /// Asks a render to stop; it does so within a moment.
  public func cancel(_ render: Render) throws {
    try project.write([], to: render.folder + "/cancel")
    // One that waits has no worker to say so.
    if render.state == .queued, mkdir(render.folder + "/claim", 0o777) == 0 {
      try project.write(
        Array("{\"overall\":0,\"state\":\"cancelled\",\"time\":\(Timestamp.now())}\n".utf8),
        to: render.folder + "/progress.jsonl")
    }
  }

  /// Makes a render's folder: the numbers only grow, and `mkdir` gives one to one who asks.
  func queue(_ job: RenderJob) throws(ProjectError) -> String {
    try project.make(project.renders)
    var number = (names(in: project.renders).compactMap(Int.init).max() ?? 0) + 1
    while mkdir("\(project.renders)/\(number)", 0o777) != 0 {
      guard errno == EEXIST else { throw ProjectError(.writing(errno), path: project.path) }
      number += 1
    }
    let folder = "\(project.renders)/\(number)"
    do {
      try project.write(job.bytes, to: folder + "/job.json")
    } catch {
      FolderTree.remove(folder)
      throw error
    }
    return folder
  }

  /// - Returns: whether nobody else had started it.
  private func startWorker(_ folder: String) throws -> Bool {
    if mkdir(folder + "/claim", 0o777) != 0 {
      if errno == EEXIST { return false }
      throw ProjectError(.writing(errno), path: project.path)
    }
    do {
      try spawnWorker(folder)
    } catch {
      rmdir(folder + "/claim")
      throw error
    }
    return true
  }

  private func spawnWorker(_ folder: String) throws {
    guard let real = realpath(program, nil) else {
      throw RenderError("the program that renders is no longer at \(program); start nurie again")
    }
    defer { free(real) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 1, folder + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o666)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of Dispatch block signals, and a worker started from one would not hear of SIGTERM.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(
      &attributes, RenderQueue.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let words = [String(cString: real), "render-worker", folder]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { $0.withCString { strdup($0) } }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawn(&process, real, &actions, &attributes, &arguments, environ)
    if failure != 0 {
      throw RenderError("a render could not be started (\(String(cString: strerror(failure))))")
    }
    // Takes note of its end, so that no dead process stays in the table.
    let child = process
    DispatchQueue.global(qos: .utility).async {
      while waitpid(child, nil, 0) < 0 && errno == EINTR {}
    }
  }
}
