import Foundation
import Testing

@Suite("Opening the studio") struct OpeningTests {
  @Test("Of a drawing and its reference it makes a project, after asking")
  func drawingAndReference() async throws {
    let project = try SmallProject()
    let place = project.home + "/cut"
    for (name, number) in [("line", 0), ("sheet", 2)] {
      try SmallProject.write(number, to: "\(place) \(name).png")
    }
    let studio = try Tmux(
      project, columns: 200,
      command: "'\(Program.path)' open '\(place) line.png' --reference '\(place) sheet.png'")
    try await studio.wait(for: "of 1 drawing and 1 reference? [y/N]")
    studio.type("y\n")
    try await studio.wait(for: "● saved")
    #expect(studio.screen.contains("cut line"))
    try studio.press("global.quit")
    try await studio.waitForEnd()
  }

  @Test("What is given beside a project that is there already, and is not in it, is said")
  func openedAgain() async throws {
    let project = try SmallProject()
    try SmallProject.write(2, to: project.home + "/face.png")
    let line = project.home + "/hana.png"
    try SmallProject.write(0, to: line)
    let studio = try Tmux(
      project, columns: 200,
      command: "'\(Program.path)' open '\(line)' --reference '\(project.home)/face.png'")
    try await studio.wait(for: "akimbo")
    // The notice goes by itself, and stays in the log.
    try studio.press("global.log")
    try await studio.wait(
      for: "hana.nurie was there already and opens as it was, without hana.png, face.png")
    #expect(try project.titles == ["akimbo", "wave"])
  }

  @Test("So it is of a folder whose project is there already")
  func folderOpenedAgain() async throws {
    let project = try SmallProject()
    let folder = project.home + "/hana"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try SmallProject.write(2, to: folder + "/face.png")
    let studio = try Tmux(project, columns: 200, command: "'\(Program.path)' open '\(folder)'")
    try await studio.wait(for: "akimbo")
    try studio.press("global.log")
    try await studio.wait(
      for: "hana.nurie was there already and opens as it was, without face.png")
  }

  @Test(
    "A folder is opened without what cannot be read in it, which is said before and in the studio")
  func brokenFile() async throws {
    let project = try SmallProject()
    let folder = project.home + "/cut"
    try FileManager.default.createDirectory(
      atPath: folder + "/walk", withIntermediateDirectories: true)
    for name in ["cut/line", "cut/walk/line"] {
      try SmallProject.write(0, to: "\(project.home)/\(name).png")
    }
    try Data("no picture".utf8).write(to: URL(filePath: folder + "/broken.png"))
    let studio = try Tmux(
      project, columns: 200, locale: "ja_JP.UTF-8", command: "'\(Program.path)' open '\(folder)'")
    try await studio.wait(for: "線画 1 枚と色見本 0 枚で")
    #expect(studio.screen.contains("対応していない形式です"))
    #expect(studio.screen.contains("サブフォルダは読みません (walk)"))
    studio.type("y\n")
    try await studio.wait(for: "保存済み")
    try studio.press("global.log")
    try await studio.wait(for: "除外:")
  }
}
