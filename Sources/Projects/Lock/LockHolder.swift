import Glibc
import ImageFormats

/// The process that works in a project.
public struct LockHolder: Hashable, Sendable, Codable {
  public let host: String
  public let user: String
  public let process: Int32
  /// Names the machine's run since it was started.
  public let boot: String

  /// - Parameters:
  ///   - host: the machine's name.
  ///   - user: the name of the account.
  ///   - process: its number on that machine.
  ///   - boot: names the machine's run since it was started; empty where the machine does not tell.
  public init(host: String, user: String, process: Int32, boot: String) {
    self.host = host
    self.user = user
    self.process = process
    self.boot = boot
  }

  /// This process.
  public static func own() -> LockHolder {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
    // Without it, as in some containers, only the beat tells whether a holder lives.
    let boot = (try? readBytes("/proc/sys/kernel/random/boot_id", limit: 4096)) ?? []
    return LockHolder(
      host: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self),
      user: user, process: getpid(),
      boot: String(decoding: boot.filter { $0 > 32 }, as: UTF8.self))
  }

  /// Stands for whoever wrote a lock that cannot be read.
  public static let unreadable = LockHolder(host: "?", user: "?", process: 0, boot: "")

  /// "hana on studio-2, process 4711", ready for a terminal.
  public var description: String {
    self == .unreadable
      ? "its lock cannot be read" : printable("\(user) on \(host), process \(process)")
  }

  /// "hana on studio-2", ready for a terminal.
  public var name: String {
    self == .unreadable ? description : printable("\(user) on \(host)")
  }

  /// Whether it is known to have ended: it ran on this machine since its start, and runs no more.
  func hasEnded(seenBy own: LockHolder, isRunning: (Int32) -> Bool = LockHolder.isRunning) -> Bool {
    host == own.host && boot == own.boot && !boot.isEmpty && !isRunning(process)
  }

  private static func isRunning(_ process: Int32) -> Bool {
    process > 0 && (kill(process, 0) == 0 || errno == EPERM)
  }
}
