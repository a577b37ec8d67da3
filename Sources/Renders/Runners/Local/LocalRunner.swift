import Dispatch
import Glibc
import Projects

// A worker leads a session of its own, so that a hang-up of the terminal does not reach it, and reads from /dev/null. It goes
// through the queue by itself; who starts it need not stay. Where logging out would end it all the same, systemd starts it in
// a scope of its own; the process is the same.

/// Starts workers on this machine, which go through the queue.
struct LocalRunner: Runner {
  /// The name that jobs have of it.
  static let name = "local"
  /// `POSIX_SPAWN_SETSID`, which glibc declares to GNU sources only.
  private static let newSession: Int16 = 0x80

  private let program: String

  /// - Parameter program: the nurie that workers run.
  init(program: String = "/proc/self/exe") { self.program = program }

  var name: String { LocalRunner.name }

  func checkNode(for project: ProjectFolder?, resources: BatchResources) throws -> NodeCheck {
    try NodeCheck(program: program, project: project)
  }

  func start(_ waiting: [Render], of queue: RenderQueue, jobs: Int) throws -> StartedWork {
    let own = WorkerIdentity.own()
    let living = queue.registry.living(seenBy: own).count { $0.host == own.host }
    let lacking = max(0, min(jobs, waiting.count + living) - living)
    if lacking == 0 { return StartedWork() }
    let session = LoginSession.own()
    for _ in 0..<lacking {
      try queue.registry.add(startWorker(in: queue.project, jobs: jobs, session: session))
    }
    queue.ring()
    return StartedWork(workers: lacking, warning: session.warning)
  }

  func states(of renders: [Render], in queue: RenderQueue, at now: Int) -> [Render.State] {
    let isStopped =
      renders.contains { $0.state == .queued } && queue.registry.living(now: now).isEmpty
    return renders.map { isStopped && $0.state == .queued ? .waiting(.noWorker) : $0.state }
  }

  /// Starts a worker that goes through a project's queue.
  ///
  /// - Parameter jobs: how many workers there may be on this machine; one too many goes by itself.
  /// - Throws: `RenderError` where none can be started.
  private func startWorker(in project: ProjectFolder, jobs: Int, session: LoginSession) throws
    -> WorkerIdentity
  {
    let program = try WorkerProgram.real(program)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 1, project.workersLog, O_WRONLY | O_CREAT | O_APPEND, 0o666)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of Dispatch block signals, and a worker started from one would not hear of SIGTERM.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(
      &attributes, LocalRunner.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let words =
      session.words + [
        program, "render-worker", project.path, "--jobs", "\(jobs)",
      ]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { $0.withCString { strdup($0) } }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawn(&process, words[0], &actions, &attributes, &arguments, environ)
    if failure != 0 {
      throw RenderError(.cannotStart(String(cString: strerror(failure))))
    }
    // Before its end is waited for: until then the number is its own.
    let worker = WorkerIdentity.own(process: process)
    // Takes note of its end, so that no dead process stays in the table.
    let child = process
    DispatchQueue.global(qos: .utility).async {
      while waitpid(child, nil, 0) < 0 && errno == EINTR {}
    }
    return worker
  }
}
