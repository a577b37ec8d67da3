import Glibc

/// A folder with everything in it. Links are taken as links: what they point to is never touched.
package enum FolderTree {
  /// The bytes of all files in it.
  package static func bytes(_ path: String) -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    guard status.st_mode & S_IFMT == S_IFDIR else { return Int(status.st_size) }
    return names(in: path).reduce(0) { $0 + bytes(path + "/" + $1) }
  }

  /// Makes a folder, and those above it that lack.
  ///
  /// - Parameter root: a folder that it lies in, and that is not made where it was deleted or moved away; nil for none.
  /// - Throws: `unwritable` or `diskFull`, and `gone` where the root is not there: of the root where there is one.
  package static func make(_ folder: String, inside root: String? = nil) throws(ProjectError) {
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    let failure = errno
    let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    guard failure == ENOENT, !above.isEmpty, root.map({ above.hasPrefix($0 + "/") }) ?? true else {
      throw ProjectError(
        failure == ENOENT && root != nil ? .gone : .writing(failure), path: root ?? folder)
    }
    try make(above, inside: root)
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    throw ProjectError(.writing(errno), path: root ?? folder)
  }

  /// Removes it.
  ///
  /// - Returns: whether all of it is gone.
  @discardableResult
  package static func remove(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFDIR else { return unlink(path) == 0 }
    for name in names(in: path) { remove(path + "/" + name) }
    return rmdir(path) == 0
  }
}
