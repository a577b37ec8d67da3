public import Coloring
import Glibc
import ImageFormats

// The results of stages, in the project's cache, so that a render, an export and the studio of tomorrow do again only what follows from
// what was edited since:
//
//     cache/stages/KEY.STAGE     see `StoredResult`
//
// Any number of processes may use it at once, on a network file system too: a file appears under its key whole or not at all, two who
// write it write the same, and one that was damaged counts as missing and is removed. Files are not synced: what a crash
// cuts short is seen to be damaged. When they are too many, those used least recently go; a use is noted as the file's time.

/// The results of stages in a project's folder. Where they cannot be written they are done without.
public struct StageFiles: StageCache {
  /// The bytes that a project's results take at most: those of some hundred drawings.
  public static let usualLimit = 1 << 30

  private let project: ProjectFolder
  private let limit: Int

  /// - Parameter limit: the bytes that all files may have together.
  public init(in project: ProjectFolder, limit: Int = StageFiles.usualLimit) {
    self.project = project
    self.limit = limit
  }

  /// - Complexity: that of reading a file of about a quarter of a byte a pixel, or one a pixel for a noisy scan.
  public func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    let file = path(key, stage)
    guard StoredResult.keeps(stage), FileStatus(file)?.isRegular == true,
      let bytes = try? readBytes(file, limit: limit)
    else { return nil }
    guard let value = StoredResult.value(in: bytes, for: key, of: stage) else {
      unlink(file)
      return nil
    }
    utimensat(AT_FDCWD, file, nil, 0)
    return value
  }

  /// - Complexity: that of writing the file, and a look at each that is there.
  public func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {
    let file = path(key, stage)
    guard StoredResult.keeps(stage), FileStatus(file) == nil,
      let bytes = StoredResult.bytes(of: value, for: key, of: stage), bytes.count <= limit
    else { return }
    do {
      try project.make(folder)
      makeRoom(for: bytes.count)
      var target = try AtomicFile(replacing: file)
      try target.write(bytes)
      try target.commit(syncing: false)
    } catch {
      // The result is computed again next time.
      return
    }
  }

  private var folder: String { project.cache + "/stages" }

  private func path(_ key: ContentKey, _ stage: StageKind) -> String {
    "\(folder)/\(key).\(stage.rawValue)"
  }

  /// Removes the files used least recently until there is room for one; those that a killed process left half-written too.
  private func makeRoom(for bytes: Int) {
    var files = names(in: folder).compactMap { name -> (path: String, status: FileStatus)? in
      let path = "\(folder)/\(name)"
      return FileStatus(path).map { (path, $0) }
    }
    var total = files.reduce(bytes) { $0 + $1.status.bytes }
    if total <= limit { return }
    files.sort { $0.status.changed < $1.status.changed }
    for file in files where total > limit {
      unlink(file.path)
      total -= file.status.bytes
    }
  }
}
