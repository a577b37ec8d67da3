import Coloring
import Foundation
import Raster
import Regions
import Testing

@testable import Projects

/// What who may only read sees of the edits of who writes.
@Suite struct JournalFollowerTests {
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
  private func held() throws -> (writer: Project, follower: JournalFollower) {
    try Project.create(at: path)
    let writer = try Project(opening: path)
    let reader = try Project(opening: path)
    #expect(reader.holder == .own())
    return (writer, try #require(reader.follower))
  }

  @Test func whatIsWrittenIsSeenOnceAndAsItIs() throws {
    var (writer, follower) = try held()
    #expect(try !follower.look())
    for title in ["one", "two"] { writer.record(rename(title), title: title, time: 7) }
    #expect(writer.writer?.journal.finish() == nil)
    #expect(try follower.look())
    #expect(follower.history.lines == writer.history.lines)
    #expect(try !follower.look())
    let undo = writer.history.undo(time: 8)
    writer.writer?.journal.append(try #require(undo))
    writer.writer?.journal.finish()
    #expect(try follower.look())
    #expect(follower.history.undoTitle == "one" && follower.history.lines.count == 3)
    try writer.close()
  }

  @Test func anImportedPictureIsThereWithItsEdit() throws {
    var (writer, follower) = try held()
    let importer = try #require(writer.writer?.importer)
    let picture = try importer.add(
      Image(width: 4, height: 4, repeating: .white), title: "walk", as: .drawing)
    writer.history.include([picture])
    writer.record([.add([picture.id])], title: "import", time: 7)
    writer.writer?.journal.finish()
    #expect(try follower.look())
    #expect(follower.history.state.drawings == [picture])
    try writer.close()
  }

  @Test func aLineCountsWhenItIsWhole() throws {
    var (writer, follower) = try held()
    let line = JournalFile.bytes(writer.history.record(rename("one"), title: "one", time: 7))
    for byte in line.dropLast() {
      try append([byte])
      #expect(try !follower.look())
    }
    try append(line.suffix(1))
    #expect(try follower.look())
    #expect(follower.history.lines == writer.history.lines)
  }

  @Test func whatIsCutBackIsSeenNoMore() throws {
    var (writer, follower) = try held()
    let line = JournalFile.bytes(writer.history.record(rename("one"), title: "one", time: 7))
    try append(line)
    #expect(try follower.look())
    #expect(truncate(journal, 0) == 0)
    #expect(try follower.look())
    #expect(follower.history.lines.isEmpty)
    try append(line)
    #expect(try follower.look())
    #expect(follower.history.lines.count == 1)
  }

  @Test func aBrokenLineIsSaidOnceAndHarmsNothing() throws {
    var (_, follower) = try held()
    try append(Array("{broken}\n".utf8))
    #expect(throws: ProjectError.self) { try follower.look() }
    #expect(try !follower.look())
    #expect(follower.history.lines.isEmpty)
  }

  @Test func aJournalThatIsAwayIsNothingNew() throws {
    var (_, follower) = try held()
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    #expect(try !follower.look())
  }
}
