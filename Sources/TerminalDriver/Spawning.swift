import Glibc

// Threads of Dispatch and of the tests block every signal, and a child inherits that: one started from there would never
// hear of SIGTERM or of a window's new size. So each is started with no signal blocked and none ignored.

/// Starts a program.
///
/// - Parameters:
///   - environment: all of it.
///   - leadsSession: whether it leads a session of its own.
///   - prepare: says what its streams are.
func spawn(
  _ program: String, _ arguments: [String], environment: [String: String], leadsSession: Bool,
  prepare: (inout posix_spawn_file_actions_t) -> Void
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  prepare(&actions)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  // The last is `POSIX_SPAWN_SETSID`, which glibc declares to GNU sources only.
  let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (leadsSession ? 0x80 : 0)
  posix_spawnattr_setflags(&attributes, Int16(flags))
  var words = ([program] + arguments).map { strdup($0) } + [nil]
  var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for word in words + variables { free(word) } }
  var child = pid_t()
  let failure = posix_spawn(&child, program, &actions, &attributes, &words, &variables)
  guard failure == 0 else {
    throw DriverError("\(program) could not be started: \(String(cString: strerror(failure)))")
  }
  return child
}

/// Runs a tool to its end.
///
/// - Returns: what it wrote; nil where it failed.
@discardableResult
public func output(
  of program: String, _ arguments: [String], environment: [String: String] = [:]
) -> String? {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { return nil }
  let (reader, writer) = (ends[0], ends[1])
  defer { close(reader) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  let child = try? spawn(
    program, arguments, environment: environment, leadsSession: false
  ) { actions in
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, writer, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  }
  close(writer)
  guard let child else { return nil }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 14)
  while true {
    let count = read(reader, &buffer, buffer.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { break }
    bytes += buffer[..<count]
  }
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  return status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
}

/// Why a program could not be driven.
public struct DriverError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
