import Foundation
import TestSupport
import Testing

@testable import Renders

@Suite("What logging out does to renders")
struct LoginSessionTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String, to file: String) throws {
    let path = folder.path + file
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func session(of user: String = "hana") -> LoginSession {
    LoginSession(root: folder.path, user: user, number: 1000, path: ["/bin"])
  }

  /// A machine with systemd, seen from a session.
  private func makeMachine(_ settings: String) throws {
    try write("", to: "/run/systemd/system/.keep")
    try write("0::/user.slice/user-1000.slice/session-3.scope\n", to: "/proc/self/cgroup")
    try write("[Login]\n#KillUserProcesses=yes\n\(settings)\n", to: "/etc/systemd/logind.conf")
  }

  private func makeLauncher() throws {
    try write("", to: "/run/user/1000/systemd/private")
    try write("#!/bin/sh\n", to: "/bin/systemd-run")
    chmod(folder.path + "/bin/systemd-run", 0o755)
  }

  @Test("A machine without systemd, or one that ends nothing, needs nothing")
  func plain() throws {
    #expect(session().words.isEmpty && session().warning == nil)
    try makeMachine("")
    try makeLauncher()
    #expect(session().words.isEmpty && session().warning == nil)
  }

  @Test("One that ends the session's processes has the worker started outside it")
  func killing() throws {
    try makeMachine("KillUserProcesses = yes")
    #expect(session().words.isEmpty)
    #expect(session().warning?.contains("can be continued") == true)
    try makeLauncher()
    #expect(session().words.prefix(3) == [folder.path + "/bin/systemd-run", "--user", "--scope"])
    #expect(session().warning?.contains("enable-linger") == true)
    try write("", to: "/var/lib/systemd/linger/hana")
    #expect(!session().words.isEmpty && session().warning == nil)
    #expect(session(of: "root").words.isEmpty)
  }

  @Test("Files that add to the settings count last, by their names")
  func added() throws {
    try makeMachine("KillUserProcesses=no")
    try write("[Login]\nKillUserProcesses=yes\n", to: "/usr/lib/systemd/logind.conf.d/50-kill.conf")
    #expect(session().endsProcesses)
    try write("[Login]\nKillExcludeUsers=root hana\n", to: "/etc/systemd/logind.conf.d/60.conf")
    #expect(!session().endsProcesses)
    #expect(session(of: "kai").endsProcesses)
    try write("", to: "/etc/systemd/logind.conf.d/50-kill.conf")
    #expect(!session(of: "kai").endsProcesses)
  }
}
