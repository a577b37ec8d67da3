import Coloring
import Foundation
import ImageFormats
import Raster
import Synchronization
import TestSupport
import Testing

@testable import Projects

@Suite("Results of stages on disk")
struct StageFilesTests {
  private let folder = TemporaryFolder()
  private var project: ProjectFolder { ProjectFolder(path: folder.path) }
  private var stages: String { folder / "cache/stages" }

  /// Another drawing for every number.
  private func inputs(_ number: Int = 0) -> ColoringInputs {
    var drawing = FramedSquare.image(.white)
    drawing[0, number] = RGBA(250, 250, 250)
    var inputs = ColoringInputs(
      drawing: drawing, references: [FramedSquare.image(RGBA(200, 40, 40))])
    inputs.settings.shading = .reference
    return inputs
  }

  @discardableResult
  private func run(_ number: Int = 0, limit: Int = StageFiles.usualLimit) throws -> Image {
    try Coloring.run(
      inputs(number), cache: StageFiles(in: project, limit: limit), work: Work(threads: 1)
    ).image
  }

  private var files: [String] { names(in: stages) }

  private func contents() -> [String: Data] {
    Dictionary(
      uniqueKeysWithValues: files.map {
        ($0, FileManager.default.contents(atPath: "\(stages)/\($0)") ?? Data())
      })
  }

  @Test("A project that was deleted meanwhile is not brought back")
  func deleted() throws {
    try FileManager.default.removeItem(atPath: project.path)
    try run()
    #expect(!FileManager.default.fileExists(atPath: project.path))
  }

  @Test("What one process found another need not find again, and gets the same")
  func kept() throws {
    let fresh = try Coloring.run(
      inputs(), cache: MemoryCache(stages: []), work: Work(threads: 1)
    ).image
    #expect(try run() == fresh)
    #expect(
      Set(files.compactMap { $0.split(separator: ".").last }) == [
        "lineArt", "regions", "reference", "matches",
      ])
    let before = contents()
    let computed = Mutex<[StageKind]>([])
    let image = try Coloring.run(
      inputs(), cache: StageFiles(in: project), work: Work(threads: 1)
    ) { progress in
      // A stage that is computed begins; one that is known is done at once.
      if progress.share < 1 { computed.withLock { $0.append(progress.stage) } }
    }.image
    #expect(image == fresh)
    #expect(Set(computed.withLock { $0 }) == [.flats, .shading, .layers])
    #expect(contents() == before)
  }

  @Test("A damaged file counts as missing, goes, and is written anew")
  func damaged() throws {
    let fresh = try run()
    let whole = contents()
    #expect(!whole.isEmpty)
    for (name, data) in whole {
      let path = "\(stages)/\(name)"
      for broken in [Data(), data.dropLast(), data + [0], Data(data.reversed())] {
        try broken.write(to: URL(filePath: path))
        let key = try #require(name.split(separator: ".").first)
        let high = try #require(UInt64(key.prefix(16), radix: 16))
        let low = try #require(UInt64(key.suffix(16), radix: 16))
        let hash = try StoredBytes.read(
          ContentKey.self, from: StoredBytes.of(high) + StoredBytes.of(low))
        let stage = try #require(StageKind(rawValue: String(name.split(separator: ".")[1])))
        let cache = StageFiles(in: project)
        #expect(cache.value(for: hash, of: stage) == nil)
        #expect(!files.contains(name))
        #expect(try run() == fresh)
        #expect(contents() == whole)
      }
    }
  }

  @Test("Many may write the same at once, and no one sees half of it")
  func together() throws {
    let fresh = try run()
    let whole = contents()
    for _ in 0..<5 {
      FolderTree.remove(project.cache)
      let results = Mutex<[Image]>([])
      DispatchQueue.concurrentPerform(iterations: 6) { _ in
        if let image = try? run() { results.withLock { $0.append(image) } }
      }
      #expect(results.withLock { $0 } == Array(repeating: fresh, count: 6))
      #expect(contents() == whole)
    }
  }

  @Test("Where they are too many, those used least recently go")
  func limited() throws {
    try run(1)
    let first = Set(files)
    try run(2)
    let second = Set(files).subtracting(first)
    let limit = FolderTree.bytes(stages) + 200
    // The times of files are no finer than a tick of the kernel, so they are set apart by hand.
    for (names, age) in [(first, 200.0), (second, 100)] {
      for name in names {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: "\(stages)/\(name)")
      }
    }
    try run(1)
    try run(3, limit: limit)
    #expect(FolderTree.bytes(stages) <= limit)
    #expect(first.isSubset(of: files))
    #expect(!second.isSubset(of: files))
  }

  @Test("Where nothing can be written, everything is computed")
  func unwritable() throws {
    let fresh = try run()
    FolderTree.remove(project.cache)
    try Data("in the way".utf8).write(to: URL(filePath: project.cache))
    #expect(try run() == fresh)
    try FileManager.default.removeItem(atPath: project.cache)
    #expect(try run(limit: 10) == fresh)
    #expect(files.isEmpty)
  }
}
