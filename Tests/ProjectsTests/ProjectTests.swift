import Foundation
import ImageFormats
import Projects
import Raster
import Synchronization
import TestSupport
import Testing

@Suite struct ProjectTests {
  private let folder = TemporaryFolder()
  private var path: String { folder / "hana.nurie" }
  private var journal: String { path + "/edits.jsonl" }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func picture(_ name: String) throws -> String {
    let path = folder / name
    try PNG.write(
      Image(width: 5, height: 4, repeating: .white), to: path,
      metadata: PictureMetadata(resolution: Resolution(dotsPerInch: 600)))
    return path
  }

  private func make(_ count: Int = 3) throws {
    try Project.create(at: path) { project in
      for number in 1...max(1, count) where count > 0 {
        project.record([.gap("a", pixels: Double(number))], title: "gap \(number)", time: number)
      }
    }
  }

  private func problem(_ work: () throws -> Void) -> ProjectError.Problem? {
    do {
      try work()
      return nil
    } catch {
      return (error as? ProjectError)?.problem
    }
  }

  @Test func editsUndoAndRedoAreThereAfterReopening() throws {
    try make()
    var project = try Project(opening: path)
    let writer = try #require(project.writer)
    let undo = project.history.undo(time: 9)
    writer.journal.append(try #require(undo))
    try project.close()
    let reopened = try Project(opening: path)
    #expect(reopened.history.state == project.history.state)
    #expect(reopened.history.state.gaps == ["a": 2])
    #expect(reopened.history.redoTitle == "gap 3")
    #expect(reopened.notes == [])
    #expect(
      text(journal).split(separator: "\n").last
        == "{\"line\":4,\"time\":\"1970-01-01T00:00:09Z\",\"title\":\"gap 3\",\"undo\":3}")
  }

  @Test func everyConfirmedLineIsInTheFileAndTold() throws {
    try make(0)
    let told = Mutex<[Int]>([])
    var project = try Project(opening: path) { report in
      if case .confirmed(let line) = report { told.withLock { $0.append(line) } }
    }
    for number in 1...200 { project.record([], title: "\(number)", time: number) }
    try project.close()
    #expect(told.withLock { $0 }.last == 200)
    #expect(told.withLock { $0 } == told.withLock { $0.sorted() })
    #expect(text(journal).split(separator: "\n").count == 200)
  }

  @Test func picturesAreTakenInAndShownByAnEdit() throws {
    let files = [
      try picture("line.png"), try picture("泣き顔 (1).png"), try picture(".hidden\u{1b}.png"),
    ]
    try Project.create(at: path) { project in
      let importer = try #require(project.writer?.importer)
      let outcome = try importer.add(
        files + [folder / "missing.png"], as: .drawing, work: Work(threads: 1))
      #expect(outcome.pictures.map(\.id.rawValue) == ["line", "泣き顔-1", "hidden"])
      #expect(outcome.failures.map(\.problem) == [.missing])
      let again = try importer.add([files[0]], as: .reference, work: Work(threads: 1))
      #expect(again.pictures.map(\.id.rawValue) == ["line-2"])
      project.history.include(outcome.pictures + again.pictures)
      project.record(
        [.add((outcome.pictures + again.pictures).map(\.id))], title: "add", time: 0)
    }
    let project = try Project(opening: path)
    #expect(project.history.state.drawings.map(\.title) == ["line", "泣き顔 (1)", ".hidden\u{1b}"])
    let reference = try #require(project.history.state.references.first)
    let stored = try ImageFile.read(project.folder.file(of: reference))
    #expect(stored.pixels == Image(width: 5, height: 4, repeating: .white))
    #expect(stored.resolution?.dotsPerInch.rounded() == 600)
  }

  @Test func aProjectAppearsWholeOrNotAtAll() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try Project.create(at: path) { _ in throw Stop() } }
    #expect(folder.names == [])
    try make()
    #expect(problem { try make() } == .exists)
    #expect(folder.names == ["hana.nurie"])
  }

  @Test func aLineTornByACrashIsCutAndSaid() throws {
    try make()
    let whole = text(journal)
    for torn in ["{\"li", "{\"line\":4,\"time\":\"19", "\0\0\0\0", "{\"line\":4}\0"] {
      try write(whole + torn, to: journal)
      let project = try Project(opening: path)
      #expect(project.history.lines.count == 3)
      #expect(project.notes.count == 1)
      try project.close()
      #expect(text(journal) == whole)
    }
  }

  @Test func aLastLineWithoutItsNewlineIsKept() throws {
    try make()
    let whole = text(journal)
    try write(String(whole.dropLast()), to: journal)
    var project = try Project(opening: path)
    #expect(project.history.lines.count == 3)
    project.record([], title: "more", time: 4)
    try project.close()
    #expect(try Project(opening: path).history.lines.count == 4)
  }

  @Test func aBrokenLineInTheMiddleIsRefusedWithItsNumber() throws {
    try make()
    var lines = text(journal).split(separator: "\n").map(String.init)
    lines[1] = "{\"line\":2"
    try write(lines.joined(separator: "\n") + "\n", to: journal)
    #expect(problem { _ = try Project(opening: path) } == .brokenLine(2, "is not valid JSON"))
    lines[1] = "{\"line\":2,\"time\":\"2026-01-01T00:00:00Z\",\"title\":\"\",\"undo\":7}"
    try write(lines.joined(separator: "\n") + "\n", to: journal)
    #expect(
      problem { _ = try Project(opening: path) }
        == .brokenLine(2, "takes back line 7, which is not the last that counts"))
  }

  @Test func whatANewerNurieMadeIsRefused() throws {
    try make()
    let line =
      "{\"line\":4,\"time\":\"2026-01-01T00:00:00Z\",\"title\":\"\",\"edits\":[{\"kind\":\"warp\"}]}\n"
    try write(text(journal) + line, to: journal)
    #expect(problem { _ = try Project(opening: path) } == .newer("the edit \"warp\""))
    try write("{\"format\": 7, \"pictures\": 3}", to: path + "/project.json")
    #expect(problem { _ = try Project(opening: path) } == .newer("format 7"))
  }

  @Test(arguments: ["../../etc", "a/b", "", ".", "..", ".git", "a\u{1b}[2J"])
  func aPictureMayNotLeaveTheProject(name: String) throws {
    try make()
    let id = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    try write(
      "{\"format\":1,\"parts\":[],\"pictures\":[{\"id\":\(id),\"kind\":\"drawing\",\"title\":\"\",\"width\":1,\"height\":1}]}",
      to: path + "/project.json")
    guard case .brokenManifest = problem({ _ = try Project(opening: path) }) else {
      Issue.record("opened")
      return
    }
  }

  @Test(arguments: ["project.json", "edits.jsonl"]) func aPipeInAFilesPlaceIsRefused(name: String)
    throws
  {
    try make()
    try FileManager.default.removeItem(atPath: path + "/" + name)
    #expect(mkfifo(path + "/" + name, 0o600) == 0)
    guard case .unreadable = problem({ _ = try Project(opening: path) }) else {
      Issue.record("read")
      return
    }
  }

  @Test func whatIsNoProjectIsSaidToBeNone() throws {
    #expect(problem { _ = try Project(opening: folder / "nothing.nurie") } == .missing)
    #expect(problem { _ = try Project(opening: folder.path) } == .notAProject)
    #expect(folder.names == [])
  }

  @Test func theSecondToOpenMayOnlyRead() throws {
    try make()
    let first = try Project(opening: path)
    let second = try Project(opening: path)
    #expect(second.writer == nil)
    #expect(try #require(second.refusal).description.contains("process \(getpid())"))
    #expect(second.history.state == first.history.state)
    try first.close()
    #expect(try Project(opening: path).writer != nil)
  }
}
