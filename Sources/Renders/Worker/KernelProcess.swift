import Glibc
import ImageFormats

/// The kernel's facts about a process of this machine.
struct KernelProcess: Hashable, Sendable {
  /// The time at which it began, in ticks since the machine's start; nil where that is not shown.
  let start: Int?
  /// Whether it has ended, and only its parent has not taken note.
  let isDead: Bool

  init(start: Int?, isDead: Bool = false) {
    self.start = start
    self.isDead = isDead
  }

  /// Nil where there is none of this number.
  init?(_ number: Int32) {
    guard number > 0 else { return nil }
    // The name before the parenthesis may hold anything.
    let text = (try? readBytes("/proc/\(number)/stat", limit: 4096)) ?? []
    let fields = text.lastIndex(of: UInt8(ascii: ")")).map { end in
      text[(end + 1)...].split(separator: UInt8(ascii: " "))
    }
    if let fields, fields.count > 19 {
      start = Int(String(decoding: fields[19], as: UTF8.self))
      isDead = fields[0] == [UInt8(ascii: "Z")] || fields[0] == [UInt8(ascii: "X")]
    } else if kill(number, 0) == 0 || errno == EPERM {
      start = nil
      isDead = false
    } else {
      return nil
    }
  }
}
