import Glibc

extension RenderWorker {
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
}
