import Foundation
import TestSupport
import Testing

@testable import Projects

@Suite struct LockTests {
  private let folder = TemporaryFolder()
  private var project: ProjectFolder { ProjectFolder(path: folder.path) }
  private let own = LockHolder(host: "here", user: "hana", process: 1, boot: "b1")
  private let other = LockHolder(host: "there", user: "kai", process: 9, boot: "b2")

  private func text(_ holder: LockHolder, beat: Int) throws -> [UInt8] {
    Array(try JSONEncoder().encode(holder)) + Array(" \(beat)".utf8).prefix(0)
      + [UInt8](repeating: 32, count: beat)
  }

  @Test func aLockIsStaleOnlyWhenItDidNotChangeForAMinuteOfTheReadersClock() throws {
    var watch = LockWatch()
    let first = try text(other, beat: 0)
    #expect(watch.look(at: first, now: 1000, own: own) == .held(other))
    #expect(watch.look(at: first, now: 1059, own: own) == .held(other))
    let next = try text(other, beat: 1)
    #expect(watch.look(at: next, now: 1060, own: own) == .held(other))
    #expect(watch.look(at: next, now: 1119, own: own) == .held(other))
    #expect(watch.look(at: next, now: 1120, own: own) == .stale(other))
    #expect(watch.look(at: nil, now: 1121, own: own) == .free)
  }

  @Test func aHolderThatIsKnownToHaveEndedIsNotWaitedFor() {
    let here = LockHolder(host: "here", user: "kai", process: 7, boot: "b1")
    #expect(here.hasEnded(seenBy: own) { _ in false })
    #expect(!here.hasEnded(seenBy: own) { _ in true })
    #expect(!other.hasEnded(seenBy: own) { _ in false })
    let unknown = LockHolder(host: "here", user: "kai", process: 7, boot: "")
    #expect(!unknown.hasEnded(seenBy: unknown) { _ in false })
  }

  @Test func aLockOfAnotherMachineIsTakenOverAfterItsLastBeat() throws {
    try Data(try text(other, beat: 0)).write(to: URL(fileURLWithPath: project.lock))
    var watch = LockWatch()
    _ = watch.look(at: project, now: 5)
    #expect(throws: ProjectError(.held(other), path: folder.path)) {
      try ProjectLock(project, watch: watch, now: 64)
    }
    let lock = try ProjectLock(project, watch: watch, now: 65)
    #expect(folder.names == ["lock"])
    #expect(ProjectLock.content(project).flatMap(ProjectLock.holder) == .own())
    lock.release()
    #expect(folder.names == [])
  }

  @Test func aLockThatSomebodyElseHasNowIsNotReleased() throws {
    let lock = try ProjectLock(project)
    try FileManager.default.removeItem(atPath: project.lock)
    try Data(try text(other, beat: 0)).write(to: URL(fileURLWithPath: project.lock))
    lock.release()
    #expect(folder.names == ["lock"])
  }
}
