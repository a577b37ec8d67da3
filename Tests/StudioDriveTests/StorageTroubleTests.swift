import Foundation
import Glibc
import ImageFormats
import Projects
import Raster
import TerminalDriver
import Testing

/// Disks that are full or gone, and files that are broken: one line says so, and nothing that was saved is lost.
@Suite("Storage that makes trouble", .enabled(if: Tmux.isInstalled)) struct StorageTroubleTests {
  @Test("A project that is moved away takes its edits along")
  func moved() async throws {
    let project = try SmallProject()
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "● saved")
    try FileManager.default.moveItem(atPath: project.path, toPath: project.home + "/away")
    try await studio.rename(to: "while away")
    try await studio.wait(for: "● saved")
    try FileManager.default.moveItem(atPath: project.home + "/away", toPath: project.path)
    try await studio.rename(to: "and back")
    try await studio.wait(for: "● saved")
    #expect(try project.history.lines.count == 3)
    try studio.press("global.quit")
    try await studio.waitForEnd()
    #expect(try project.titles[0] == "and back")
  }

  @Test("A project that is deleted is said to be gone, and leaving it is asked about")
  func deleted() async throws {
    let project = try SmallProject()
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "● saved")
    try project.delete()
    try await studio.rename(to: "too late")
    try await studio.wait(for: "✗ not saved")
    try studio.press("global.log")
    try await studio.wait(for: "no longer there")
    try studio.press("global.back")
    // No is the answer unless another is given.
    try studio.press("global.quit")
    try await studio.wait(for: "Quit without saving?")
    studio.control("send-keys", "Enter")
    try await studio.wait("the question to go") { !$0.contains("Quit without saving?") }
    try studio.press("global.quit")
    try await studio.wait(for: "Quit without saving?")
    studio.type("y")
    try await studio.waitForEnd()
    #expect(try await studio.exitStatus() == "1")
  }

  @Test("On a full disk edits wait until there is room", .enabled(if: geteuid() == 0))
  func full() async throws {
    let project = try SmallProject()
    let disk = try SmallDisk(in: project)
    project.disk = disk
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "● saved")
    let filler = project.path + "/cache/filler"
    try disk.fill(filler)
    // Lines are small: some still fit into the last block.
    for number in 0..<60 where !studio.screen.contains("✗ not saved") {
      try await studio.rename(to: "name \(number) " + String(repeating: "long ", count: 20))
    }
    try await studio.wait(for: "✗ not saved")
    try studio.press("global.log")
    try await studio.wait(for: "full")
    try studio.press("global.back")
    try FileManager.default.removeItem(atPath: filler)
    try await studio.rename(to: "room again")
    try await studio.wait(for: "● saved")
    try studio.press("global.quit")
    try await studio.waitForEnd()
    #expect(try project.titles[0] == "room again")
  }

  @Test("A read-only disk can be looked at, and says why no more", .enabled(if: geteuid() == 0))
  func readOnly() async throws {
    let project = try SmallProject()
    project.disk = try SmallDisk(in: project)
    #expect(project.disk?.change("remount,ro") == true)
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "[read-only]")
    try studio.press("pictures.rename")
    try await studio.wait(for: "Read-only. ")
    try studio.press("global.quit")
    try await studio.waitForEnd()
  }

  @Test(
    "A project that turns read-only keeps its edits until it can be written again",
    .enabled(if: geteuid() == 0))
  func turnsReadOnly() async throws {
    let project = try SmallProject()
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "● saved")
    // What is open for writing keeps a disk from being mounted read-only; a file that nobody may change refuses too.
    try #require(project.allowChanges(false), "no file can be made immutable here")
    defer { project.allowChanges(true) }
    try await studio.rename(to: "kept in mind")
    try await studio.wait(for: "✗ not saved")
    try studio.press("global.log")
    try await studio.wait(for: "cannot be written")
    try studio.press("global.back")
    try await studio.rename(to: "and this")
    #expect(try project.history.lines.count == 1)
    project.allowChanges(true)
    try await studio.wait(for: "● saved")
    #expect(try project.titles[0] == "and this")
    try studio.press("global.quit")
    try await studio.waitForEnd()
    #expect(try project.history.lines.count == 3)
  }

  @Test("A picture that cannot be read is said to be so, and the others can be worked on")
  func brokenPicture() async throws {
    let project = try SmallProject()
    let file = project.path + "/drawings/akimbo/line.png"
    let bytes = try Data(contentsOf: URL(filePath: file))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: file))
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "unreadable")
    try studio.press("pictures.open")
    try await studio.wait(for: "line.png")
    try studio.press("global.back")
    try studio.press("pictures.down")
    try await studio.rename(to: "still working")
    try await studio.wait(for: "● saved")
    try studio.press("global.quit")
    try await studio.waitForEnd()
  }
}
