import Dispatch
import Foundation
import Testing

@testable import Studio

@Suite("A watched folder", .timeLimit(.minutes(1)))
struct FolderWatchTests {
  @Test("What is written or put there is told; another folder takes its place")
  func tells() async throws {
    let base = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let (first, second) = (base.appending(path: "a"), base.appending(path: "b"))
    for folder in [first, second] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: base) }
    let (news, tell) = AsyncStream.makeStream(of: Void.self)
    let watch = FolderWatch(on: DispatchQueue(label: "watch"))
    watch.start { tell.yield() }
    var told = news.makeAsyncIterator()
    #expect(watch.watch([first.path: .files]))
    #expect(!watch.watch([first.path: .files]))
    try Data("x".utf8).write(to: first.appending(path: "x"))
    await told.next()
    #expect(watch.watch([second.path: .files]))
    try Data("x".utf8).write(to: second.appending(path: "x"), options: .atomic)
    await told.next()
  }
}
