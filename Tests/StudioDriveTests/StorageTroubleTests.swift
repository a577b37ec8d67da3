import Foundation
import Glibc
import ImageFormats
import Projects
import Raster
import TerminalDriver
import Testing

/// Disks that are full or gone, and files that are broken: one line says so, and nothing that was saved is lost.
@Suite("Storage that makes trouble", .enabled(if: Tmux.isInstalled)) struct StorageTroubleTests {
  @Test("A project folder that vanishes and comes back loses nothing")
  func vanishing() async throws {
    let project = try SmallProject()
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "● saved")
    try FileManager.default.moveItem(atPath: project.path, toPath: project.home + "/away")
    try await studio.rename(to: "while away")
    try await studio.wait(for: "Not saved:")
    try await studio.wait(for: "✗ not saved")
    // Leaving it like that is asked about, and no is the answer unless another is given.
    try studio.press("global.quit")
    try await studio.wait(for: "Quit without saving?")
    studio.control("send-keys", "Enter")
    try FileManager.default.moveItem(atPath: project.home + "/away", toPath: project.path)
    try await studio.rename(to: "and back")
    try await studio.wait(for: "● saved")
    #expect(try project.history.lines.count == 3)
    try studio.press("global.quit")
    try await studio.waitForEnd()
    #expect(try project.titles[0] == "and back")
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
    #expect(studio.screen.contains("full"))
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
    try studio.press("browse.rename")
    try await studio.wait(for: "Read-only file system")
    try studio.press("global.quit")
    try await studio.waitForEnd()
  }

  @Test("A picture that cannot be read is said to be so, and the others can be worked on")
  func brokenPicture() async throws {
    let project = try SmallProject()
    let file = project.path + "/drawings/akimbo/line.png"
    let bytes = try Data(contentsOf: URL(filePath: file))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: file))
    let studio = try Tmux(project, columns: 100)
    try await studio.wait(for: "unreadable")
    try studio.press("browse.open")
    try await studio.wait(for: "line.png")
    try studio.press("global.back")
    try studio.press("browse.down")
    try await studio.rename(to: "still working")
    try await studio.wait(for: "● saved")
    try studio.press("global.quit")
    try await studio.waitForEnd()
  }
}
