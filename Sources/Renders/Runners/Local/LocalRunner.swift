import Dispatch
import Glibc
import Projects

// A worker leads a session of its own, so that a hang-up of the terminal does not reach it, and reads from /dev/null. It goes
// through the queue by itself; who starts it need not stay. Where logging out would end it all the same, systemd starts it in
// a scope of its own; the process is the same.

/// Starts workers on this machine.
public struct LocalRunner: Sendable {
  /// As jobs name it.
  public static let name = "local"
  /// `POSIX_SPAWN_SETSID`, which glibc declares to GNU sources only.
  private static let newSession: Int16 = 0x80

  private let program: String

  /// A warning for the artist before logging out, ready for a terminal; nil where there is nothing.
  public static var warning: String? { LoginSession.own().warning }

  /// - Parameter program: the nurie that workers run.
  public init(program: String = "/proc/self/exe") { self.program = program }

  /// Has this process, and what it starts, let others go before.
  ///
  /// The kernel may give each session a group of its own and divide the cores between groups first (sched_autogroup); then
  /// niceness counts only inside a session, where a worker is alone, and it is the group that has to be nice.
  public static func standBack() {
    let niceness: Int32 = 10
    _ = nice(niceness)
    // Elsewhere the group is the terminal's, and somebody else's.
    guard getsid(0) == getpid() else { return }
    let file = open("/proc/self/autogroup", O_WRONLY | O_CLOEXEC)
    // A kernel without such groups has no such file.
    if file < 0 { return }
    defer { close(file) }
    let text = Array("\(niceness)".utf8)
    _ = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  /// Starts a worker that goes through a project's queue.
  ///
  /// - Parameter jobs: how many workers there may be on this machine; one too many goes by itself.
  /// - Throws: `RenderError` where none can be started.
  func start(in project: ProjectFolder, jobs: Int) throws -> WorkerIdentity {
    guard let real = realpath(program, nil) else {
      throw RenderError(.programMoved(program))
    }
    defer { free(real) }
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
      LoginSession.own().words + [
        String(cString: real), "render-worker", project.path, "--jobs", "\(jobs)",
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
