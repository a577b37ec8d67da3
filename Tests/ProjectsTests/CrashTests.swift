import Foundation
import Projects
import TestSupport
import Testing

@Suite struct CrashTests {
  private let folder = TemporaryFolder()
  private var path: String { folder / "hana.nurie" }

  @Test func everyEditConfirmedBeforeAKillIsThereAfterwards() throws {
    try Project.create(at: path)
    var random = SeededNumbers(seed: 5)
    var confirmed = 0
    for _ in 0..<12 {
      let storm = try OtherProcess(path)
      var output = storm.waitForOutput()
      usleep(UInt32.random(in: 0..<60_000, using: &random))
      output += storm.kill()
      // The last line may be half printed.
      let numbers = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      confirmed = max(confirmed, try #require(Int(numbers.last ?? "")))
      let project = try Project(opening: path)
      #expect(project.writer != nil)
      #expect(project.history.lines.count >= confirmed)
      for line in project.history.lines {
        #expect(line.content == .edits([.gap("a", pixels: Double(line.number - 1))]))
      }
      try project.close()
    }
    #expect(confirmed > 50)
  }

  @Test func twoProcessesNeverWriteAtOnce() throws {
    try Project.create(at: path)
    let first = try OtherProcess(path, "hold")
    #expect(first.waitForOutput() == "open\n")
    let second = try Project(opening: path)
    #expect(second.writer == nil)
    #expect(try #require(second.refusal).description.contains("process \(first.identifier)"))
    // Its process is known to have ended, so nobody waits for its beats.
    first.kill()
    #expect(try Project(opening: path).writer != nil)
  }

  /// Files that anybody may have damaged are refused or read, and never a crash.
  @Test(arguments: ["project.json", "edits.jsonl", "lock"]) func anyBytesAreSurvived(name: String)
    throws
  {
    try Project.create(at: path) { project in
      project.history.include(RandomEdits.pictures)
      var edits = RandomEdits(seed: 8)
      for _ in 0..<20 { project.record([edits.next()], title: "泣き顔", time: 5) }
    }
    let file = path + "/" + name
    let whole = FileManager.default.contents(atPath: file).map(Array.init) ?? Array("{}".utf8)
    var random = SeededNumbers(seed: 1)
    for round in 0..<300 {
      var bytes = whole
      if round.isMultiple(of: 5) {
        bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      } else {
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
          let place = bytes.indices.randomElement(using: &random)!
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count))
          default: bytes.insert(contentsOf: bytes[place...].prefix(7), at: place)
          }
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      do {
        let project = try Project(opening: path)
        try project.close()
      } catch {
        #expect(error.description.hasSuffix("."))
      }
      if name != "lock" { try? FileManager.default.removeItem(atPath: path + "/lock") }
    }
  }
}
