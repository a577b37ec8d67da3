internal import Glibc
internal import Projects

/// The completions of a path that is being typed: folders (with a slash) and files that begin with it.
enum PathCompletion {
  /// - Parameters:
  ///   - path: as typed; `~/` is the home folder.
  ///   - endings: in small letters, of the files that are meant.
  ///   - limit: how many at most.
  /// - Returns: whole paths as they would be typed, in the order of their names; hidden ones only where
  ///   the name begins with a dot.
  static func completions(
    of path: String, endings: [String], home: String?, limit: Int = 200
  ) -> [String] {
    let slash = path.lastIndex(of: "/")
    let typedFolder = slash.map { String(path[...$0]) } ?? ""
    let beginning = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let folder = UserPath.expanded(typedFolder, home: home)
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name, name.hasPrefix(beginning), name != ".", name != "..",
        beginning.hasPrefix(".") || !name.hasPrefix(".")
      else { continue }
      if isFolder(folder + name) {
        names.append(name + "/")
      } else if endings.contains(where: { name.lowercased().hasSuffix($0) }) {
        names.append(name)
      }
    }
    return names.sorted().prefix(limit).map { typedFolder + $0 }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
