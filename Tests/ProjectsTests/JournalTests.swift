import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Projects

@Suite struct JournalTests {
  private let folder = TemporaryFolder()
  private var path: String { folder / "edits.jsonl" }

  private func line(_ number: Int) -> JournalLine {
    JournalLine(number: number, time: 0, title: "", content: .edits([]))
  }

  private func journal(_ path: String, _ reports: Reports) throws -> Journal {
    try Journal(path, project: folder.path, bytes: 0, line: 0) { reports.add($0) }
  }

  private final class Reports: Sendable {
    private let list = Mutex<[Journal.Report]>([])
    func add(_ report: Journal.Report) { list.withLock { $0.append(report) } }
    var last: Journal.Report? { list.withLock { $0.last } }
  }

  private var lines: [Int] {
    get throws {
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      return try JournalFile(Array(bytes), path: path).lines.map(\.number)
    }
  }

  @Test func onAFullDiskLinesWaitAndAreTriedAgain() throws {
    let link = folder / "link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
    let reports = Reports()
    let journal = try journal(link, reports)
    journal.append(line(1))
    #expect(journal.finish()?.problem == .diskFull)
    #expect(reports.last == .failed(ProjectError(.diskFull, path: folder.path), waiting: 1))
    // Room is made.
    try FileManager.default.removeItem(atPath: link)
    try Data().write(to: URL(fileURLWithPath: path))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    journal.append(line(2))
    #expect(journal.finish() == nil)
    #expect(reports.last == .confirmed(through: 2))
    #expect(try lines == [1, 2])
  }

  @Test func whatAnotherProgramAppendedIsLeftAlone() throws {
    let journal = try journal(path, Reports())
    journal.append(line(1))
    #expect(journal.finish() == nil)
    let other = try #require(FileHandle(forWritingAtPath: path))
    try other.seekToEnd()
    other.write(Data(JournalFile.bytes(line(2))))
    journal.append(line(2))
    #expect(journal.finish()?.problem == .changedOutside)
    journal.retry()
    #expect(journal.finish()?.problem == .changedOutside)
    #expect(journal.waitingCount == 1)
    #expect(try lines == [1, 2])
  }

  @Test func aJournalThatIsGoneIsNotWrittenIntoNothing() throws {
    let journal = try journal(path, Reports())
    journal.append(line(1))
    #expect(journal.finish() == nil)
    let aside = folder / "aside"
    try FileManager.default.copyItem(atPath: path, toPath: aside)
    try FileManager.default.removeItem(atPath: path)
    journal.append(line(2))
    #expect(journal.finish()?.problem == .gone)
    // Put back where it was.
    try FileManager.default.moveItem(atPath: aside, toPath: path)
    #expect(journal.finish() == nil)
    #expect(try lines == [1, 2])
  }

  @Test(arguments: [0, 1, 951_782_400, 1_700_000_000, 4_102_444_799]) func timesAreReadAsWritten(
    time: Int
  ) {
    #expect(Timestamp.seconds(Timestamp.text(time)) == time)
  }

  @Test func aTimeIsReadable() {
    #expect(Timestamp.text(951_782_400) == "2000-02-29T00:00:00Z")
    #expect(Timestamp.seconds("2000-02-29T00:00:00") == nil)
    #expect(Timestamp.seconds("yesterday at eleven!") == nil)
  }
}
