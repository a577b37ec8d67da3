import CUnfinished
import Glibc

// A sync waits for the disk, whatever is written; hundreds of small files one by one wait hundreds of times. So all are written
// aside, the file system is synced once for their bytes, all are renamed, and it is synced once more for their names: at no
// moment is there a file under its name whose bytes a crash could take.

extension AtomicFile {
  /// Writes files that appear whole or not at all, safe from a crash of the machine with their names when it returns.
  ///
  /// Where a byte of one cannot be written, none appears. Other programs' unwritten bytes on that disk are waited for too, so a
  /// handful of files is synced one by one.
  ///
  /// - Parameter files: all on one file system, each in a folder of its own or not; what is there is replaced.
  /// - Complexity: two syncs for all of them, where `commit` takes one for each.
  /// - Throws: as `AtomicFile`, of the first that cannot be written.
  public static func write(together files: [(path: String, bytes: [UInt8])]) throws(ImageError) {
    guard let disk = files.first?.path else { return }
    var temporaries: [String] = []
    var renamed = 0
    defer { for temporary in temporaries[renamed...] { unlink(temporary) } }
    for file in files {
      let (temporary, descriptor) = try AtomicFile.temporary(beside: file.path, of: file.path)
      defer { close(descriptor) }
      temporaries.append(temporary)
      try AtomicFile.write(file.bytes, to: descriptor, of: file.path)
      if files.count <= few, fsync(descriptor) != 0 { throw failure(file: file.path) }
    }
    if files.count > few { try sync(disk) }
    for (file, temporary) in zip(files, temporaries) {
      if rename(temporary, file.path) != 0 { throw failure(file: file.path) }
      renamed += 1
    }
    if files.count > few {
      try sync(disk)
    } else {
      for file in files where !syncNames(in: folder(of: file.path)) {
        throw failure(file: file.path)
      }
    }
  }

  /// So many files are synced one by one.
  private static let few = 4

  /// Syncs the file system that a file lies in.
  private static func sync(_ file: String) throws(ImageError) {
    let descriptor = open(folder(of: file), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw failure(file: file) }
    defer { close(descriptor) }
    if !cunfinished_sync_disk(descriptor) { throw failure(file: file) }
  }

  /// Makes the names in a folder survive a crash of the machine.
  ///
  /// - Returns: false where that failed; `errno` says why.
  public static func syncNames(in folder: String) -> Bool {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return false }
    // Some file systems do not sync folders, and say so.
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS
    let reason = errno
    close(descriptor)
    errno = reason
    return isSynced
  }

  private static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
  }
}
