import Coloring
import Foundation
import Raster
import Regions
import TestSupport
import Testing

@testable import Projects

/// What who may only read sees of the edits of who writes.
@Suite struct JournalWatchTests {
  private let folder = TemporaryFolder()
  private var path: String { folder / "hana.nurie" }
  private var journal: String { path + "/edits.jsonl" }

  private func rename(_ title: String) -> [Edit] { [.rename("walk", title: title)] }

  private func append(_ bytes: some Sequence<UInt8>) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: journal))
    try file.seekToEnd()
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  /// A project that is held, and who reads along.
  private func held() throws -> (writer: Project, watch: JournalWatch) {
    try Project.create(at: path)
    let writer = try Project(opening: path)
    let reader = try Project(opening: path)
    #expect(reader.holder == .own())
    return (writer, try #require(reader.journalWatch))
  }

  @Test func whatIsWrittenIsSeenOnceAndAsItIs() throws {
    var (writer, watch) = try held()
    #expect(try !watch.look())
    for title in ["one", "two"] { writer.record(rename(title), title: title, time: 7) }
    #expect(writer.writer?.journal.finish() == nil)
    #expect(try watch.look())
    #expect(watch.history.lines == writer.history.lines)
    #expect(try !watch.look())
    let undo = writer.history.undo(time: 8)
    writer.writer?.journal.append(try #require(undo))
    writer.writer?.journal.finish()
    #expect(try watch.look())
    #expect(watch.history.undoTitle == "one" && watch.history.lines.count == 3)
    try writer.close()
  }

  @Test func anImportedPictureIsThereWithItsEdit() throws {
    var (writer, watch) = try held()
    let importer = try #require(writer.writer?.importer)
    let picture = try importer.add(
      Image(width: 4, height: 4, repeating: .white), title: "walk", as: .drawing)
    writer.history.include([picture])
    writer.record([.add([picture.id])], title: "import", time: 7)
    writer.writer?.journal.finish()
    #expect(try watch.look())
    #expect(watch.history.state.drawings == [picture])
    try writer.close()
  }

  @Test func aLineCountsWhenItIsWhole() throws {
    var (writer, watch) = try held()
    let line = JournalFile.bytes(writer.history.record(rename("one"), title: "one", time: 7))
    for byte in line.dropLast() {
      try append([byte])
      #expect(try !watch.look())
    }
    try append(line.suffix(1))
    #expect(try watch.look())
    #expect(watch.history.lines == writer.history.lines)
  }

  @Test func whatIsCutBackIsSeenNoMore() throws {
    var (writer, watch) = try held()
    let line = JournalFile.bytes(writer.history.record(rename("one"), title: "one", time: 7))
    try append(line)
    #expect(try watch.look())
    #expect(truncate(journal, 0) == 0)
    #expect(try watch.look())
    #expect(watch.history.lines.isEmpty)
    try append(line)
    #expect(try watch.look())
    #expect(watch.history.lines.count == 1)
  }

  @Test func aBrokenLineIsSaidOnceAndHarmsNothing() throws {
    var (_, watch) = try held()
    try append(Array("{broken}\n".utf8))
    #expect(throws: ProjectError.self) { try watch.look() }
    #expect(try !watch.look())
    #expect(watch.history.lines.isEmpty)
  }

  @Test func aJournalThatIsAwayIsNothingNew() throws {
    var (_, watch) = try held()
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    #expect(try !watch.look())
  }
}
