public import Glibc

/// The kernel's figures of a running process.
public struct ProcessFigures {
  private let process: pid_t

  public init(_ process: pid_t) { self.process = process }

  /// The most memory it ever held, in bytes; 0 where it is gone.
  public var peakMemory: Int { bytes("VmHWM:", in: "status") }
  /// The memory it holds now, in bytes.
  public var memory: Int { bytes("VmRSS:", in: "status") }

  /// How often each of its threads has gone to sleep, by the thread's number: each sleep but the last ended in a
  /// wake-up. The main thread has the number of the process.
  public var sleeps: [Int32: Int] {
    var sleeps: [Int32: Int] = [:]
    guard let folder = opendir("/proc/\(process)/task") else { return [:] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let thread = Int32(name) else { continue }
      sleeps[thread] = number("voluntary_ctxt_switches:", in: "task/\(name)/status")
    }
    return sleeps
  }

  /// How long its main thread has had a processor: what it took itself, however busy the machine.
  public var mainThreadTime: Duration {
    let words = text("task/\(process)/schedstat").split(separator: " ")
    return .nanoseconds(words.first.flatMap { Int64($0) } ?? 0)
  }

  /// Processor time that it has used, in seconds, to a hundredth.
  public var seconds: Double {
    // The name may hold blanks, and ends at the last parenthesis.
    guard let fields = text("stat").split(separator: ")").last?.split(separator: " "),
      fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
    else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Waits until it has done nothing for half a second.
  ///
  /// - Returns: whether that came to be in time.
  public func waitUntilIdle(within limit: Duration, meanwhile: () -> Void = {}) -> Bool {
    let start = ContinuousClock.now
    var (before, since) = (seconds, start)
    while ContinuousClock.now - start < limit {
      usleep(20_000)
      meanwhile()
      let now = seconds
      if now != before { (before, since) = (now, ContinuousClock.now) }
      if ContinuousClock.now - since > .milliseconds(500) { return true }
    }
    return false
  }

  private func bytes(_ name: String, in file: String) -> Int { number(name, in: file) * 1024 }

  private func number(_ name: String, in file: String) -> Int {
    for line in text(file).split(separator: "\n") where line.hasPrefix(name) {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.count > 1 { return Int(words[1]) ?? 0 }
    }
    return 0
  }

  private func text(_ file: String) -> String {
    let descriptor = open("/proc/\(process)/\(file)", O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
