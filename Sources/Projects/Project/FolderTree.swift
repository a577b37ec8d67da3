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
