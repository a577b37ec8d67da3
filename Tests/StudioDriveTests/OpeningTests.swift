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
}
