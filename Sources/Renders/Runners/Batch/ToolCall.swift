import Glibc
import ImageFormats

/// A command that is run and listened to until it ends.
struct ToolCall {
  let output: String
  let errors: String
  /// Over 128 where a signal ended it.
  let status: Int32

  /// A scheduler that is stuck is not waited for.
  static let patience = 20.0
  private static let limit = 1 << 24

  /// Runs a command; stdin is empty.
  ///
  /// - Parameters:
  ///   - words: the program, looked for along PATH, and its arguments.
  ///   - seconds: after so many it is ended.
  /// - Throws: `RenderError` where it cannot be started or takes too long.
  init(_ words: [String], seconds: Double = ToolCall.patience) throws {
    let ends = try ToolCall.pipes(words)
    let output = Array(ends[..<2])
    let errors = Array(ends[2...])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errors[1], 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { $0.withCString { strdup($0) } }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
    close(output[1])
    close(errors[1])
    defer {
      close(output[0])
      close(errors[0])
    }
    if failure != 0 { throw ToolCall.failure(words, failure) }
    let heard = ToolCall.listen(to: [output[0], errors[0]], until: seconds)
    if heard == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard let heard else {
      throw RenderError("\(words[0]) did not answer within \(Int(seconds)) seconds")
    }
    self.output = String(decoding: heard[0], as: UTF8.self)
    self.errors = String(decoding: heard[1], as: UTF8.self)
    self.status = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// The complaint, in one line.
  var complaint: String {
    let line = errors.split(whereSeparator: \.isNewline).first.map(String.init)
    return line ?? "it ended with status \(status)"
  }

  /// Two pipes, which no other program inherits.
  private static func pipes(_ words: [String]) throws -> [Int32] {
    var ends: [Int32] = []
    for _ in 0..<2 {
      var pair: [Int32] = [-1, -1]
      guard pipe(&pair) == 0 else {
        let number = errno
        for end in ends { close(end) }
        throw failure(words, number)
      }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends += pair
    }
    return ends
  }

  private static func failure(_ words: [String], _ number: Int32) -> RenderError {
    RenderError(
      number == ENOENT
        ? "there is no command \(words[0]) on this machine"
        : "\(words[0]) could not be started (\(String(cString: strerror(number))))")
  }

  /// All that comes from two pipes until both end; nil where that takes too long.
  private static func listen(to pipes: [Int32], until seconds: Double) -> [[UInt8]]? {
    let deadline = monotonicNanoseconds() + Int(seconds * 1e9)
    var heard: [[UInt8]] = [[], []]
    var open = [true, true]
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while open.contains(true) {
      let left = (deadline - monotonicNanoseconds()) / 1_000_000
      if left <= 0 { return nil }
      var wishes = pipes.enumerated().map { index, pipe in
        pollfd(fd: open[index] ? pipe : -1, events: Int16(POLLIN), revents: 0)
      }
      if poll(&wishes, 2, Int32(left)) <= 0 { continue }
      for index in 0..<2 where wishes[index].revents != 0 {
        let count = read(pipes[index], &buffer, buffer.count)
        if count > 0 {
          if heard[index].count < limit { heard[index] += buffer[..<count] }
        } else if count == 0 || errno != EINTR {
          open[index] = false
        }
      }
    }
    return heard
  }
}
