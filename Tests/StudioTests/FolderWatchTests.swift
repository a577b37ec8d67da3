import Dispatch
import Foundation
import TestSupport
import Testing

@testable import Studio

@Suite("A watched folder", .timeLimit(.minutes(1)))
struct FolderWatchTests {
  @Test("What is written or put there is told; another folder takes its place")
  func tells() async throws {
    let temporary = TemporaryFolder()
    let first = URL(filePath: try temporary.addFolder("a"))
    let second = URL(filePath: try temporary.addFolder("b"))
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
