import Foundation
import TestSupport
import Testing

@testable import Projects

@Suite("Projects that were never finished") struct DraftTests {
  private let folder = TemporaryFolder()
  private let day = 86_400

  /// Leaves a draft behind, as a process that is killed does.
  private func draft(_ name: String, by holder: LockHolder?) throws {
    let draft = ProjectFolder(path: folder / name)
    try FileManager.default.createDirectory(atPath: draft.path, withIntermediateDirectories: false)
    try ProjectManifest().write(to: draft)
    if let holder {
      try JSONEncoder().encode(holder).write(to: URL(fileURLWithPath: draft.lock))
    }
  }

  private func abandoned(after seconds: Int = 0) -> [String] {
    ProjectDraft.abandoned(in: folder.path, now: time(nil) + seconds).map { draft in
      URL(fileURLWithPath: draft.folder.path).lastPathComponent
    }
  }

  /// A process of this machine that has ended.
  private func ended() throws -> LockHolder {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    let own = LockHolder.own()
    return LockHolder(
      host: own.host, user: own.user, process: process.processIdentifier, boot: own.boot)
  }

  @Test("One whose process has ended is abandoned at once, others after a day without a beat")
  func abandonment() throws {
    try draft(".nurie-1-dead.tmp", by: ended())
    try draft(".nurie-2-alive.tmp", by: .own())
    try draft(
      ".nurie-3-elsewhere.tmp",
      by: LockHolder(host: "there", user: "kai", process: 3, boot: "b2"))
    try draft(".nurie-4-unlocked.tmp", by: nil)
    #expect(abandoned() == [".nurie-1-dead.tmp"])
    #expect(abandoned(after: day + 60).count == 4)
  }

  @Test("What only bears such a name is left alone")
  func others() throws {
    try draft("hana.nurie", by: ended())
    try FileManager.default.createDirectory(
      atPath: folder / ".nurie-5-notes.tmp", withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder / ".nurie-5-notes.tmp/notes.txt"))
    try Data().write(to: URL(fileURLWithPath: folder / ".nurie-6-file.tmp"))
    #expect(abandoned(after: 2 * day) == [])
  }

  @Test("The next project that is made beside it removes it, and so does cleaning one")
  func removal() throws {
    try draft(".nurie-1-dead.tmp", by: ended())
    try Project.create(at: folder / "hana.nurie")
    #expect(folder.names == ["hana.nurie"])
    try draft(".nurie-1-dead.tmp", by: ended())
    let project = try Project(opening: folder / "hana.nurie")
    let cleaning = ProjectCleaning(of: project)
    #expect(cleaning.items.map(\.kind) == [.draft])
    try cleaning.run()
    try project.close()
    #expect(folder.names == ["hana.nurie"])
  }
}
