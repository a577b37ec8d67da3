import Glibc
import ImageFormats
import Projects

// Whether a worker still lives is asked of the kernel where it runs on this machine. A process's number is given
// again after its end, so the time at which the process began counts too, and the machine's run (its boot id). A worker of
// another machine touches a file every few seconds; clocks of two machines differ, so silence has to be long.

/// The process that does a render, named so that no other can be taken for it.
public struct WorkerIdentity: Hashable, Sendable, Codable {
  public let host: String
  public let user: String
  public let process: Int32
  /// Names the machine's run since it was started; empty where the machine does not tell.
  public let boot: String
  /// The time at which the process began, in the kernel's ticks since the machine's start; nil where nobody noted it.
  public let start: Int?
  /// The abilities of its processor (`InstructionSet`); nil where an older program noted it.
  public let instructions: String?

  /// - Parameters:
  ///   - host: the machine's name.
  ///   - user: the name of the account.
  ///   - process: its number on that machine.
  ///   - boot: names the machine's run since it was started; empty where the machine does not tell.
  ///   - start: when the process began, in the kernel's ticks since the machine's start; nil where nobody noted it.
  ///   - instructions: the abilities of its processor; nil where nobody noted them.
  public init(
    host: String, user: String, process: Int32, boot: String, start: Int?,
    instructions: String? = nil
  ) {
    self.host = host
    self.user = user
    self.process = process
    self.boot = boot
    self.start = start
    self.instructions = instructions
  }

  /// A process of this machine; this one unless told.
  public static func own(process: Int32? = nil) -> WorkerIdentity {
    let holder = LockHolder.own()
    let process = process ?? holder.process
    return WorkerIdentity(
      host: holder.host, user: holder.user, process: process, boot: holder.boot,
      start: KernelProcess(process)?.start, instructions: InstructionSet.own)
  }

  /// "hana on studio-2, process 4711", ready for a terminal.
  public var description: String { printable("\(user) on \(host), process \(process)") }

  /// As the name of a file: letters, digits, hyphens and dots.
  var fileName: String {
    let safe = host.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || scalar == "." ? Character(scalar) : "-"
    }
    return "\(String(safe))-\(process)"
  }
}

extension WorkerIdentity {
  /// The life of a worker, as far as it can be told from where one looks.
  enum Life: Hashable, Sendable {
    case running
    /// It is known to have ended.
    case ended(RenderReason)
    /// It runs on another machine, and was last heard of so many seconds ago.
    case silent(Int)
  }

  /// The seconds that a worker of another machine may be silent: its beats, the network's caches and the difference of two
  /// clocks all count against it.
  static let patience = 120

  /// - Parameters:
  ///   - own: who looks.
  ///   - heard: when it last gave a sign, in seconds since 1970; nil for never.
  ///   - now: seconds since 1970.
  ///   - process: what this machine's kernel says of a process.
  func life(
    seenBy own: WorkerIdentity, heard: Int?, now: Int,
    process: (Int32) -> KernelProcess? = { KernelProcess($0) }
  ) -> Life {
    guard host == own.host else {
      let silence = heard.map { now - $0 } ?? .max
      return silence > WorkerIdentity.patience ? .silent(silence) : .running
    }
    if !boot.isEmpty, !own.boot.isEmpty, boot != own.boot {
      return .ended(.machineRestarted)
    }
    guard let found = process(self.process), !found.isDead, start == nil || found.start == start
    else {
      return .ended(.workerEnded(process: self.process))
    }
    return .running
  }
}
