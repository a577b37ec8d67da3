import Glibc
import ImageFormats

/// Where the results of one drawing go.
struct OutputPlan {
  let line: String
  let picture: String
  let layers: String?

  /// Endings that would promise something else than a PNG.
  private static let otherFormats = [
    ".jpg", ".jpeg", ".webp", ".psd", ".ora", ".gif", ".tif", ".tiff", ".bmp", ".clip", ".kra",
  ]

  /// The plan of every drawing of a command, made before any work begins.
  ///
  /// - Parameters:
  ///   - references: read, so never replaced.
  ///   - output: a file for one drawing, a folder for several; beside each drawing if nil.
  ///   - layers: likewise.
  ///   - force: whether existing files may be replaced.
  /// - Throws: `Failure`, naming every file that stands in the way.
  static func plans(
    lines: [String], references: [String], output: String?, layers: String?, force: Bool
  ) throws -> [OutputPlan] {
    for target in [output, layers].compactMap(\.self)
    where lines.count > 1 && exists(target) && !isFolder(target) {
      throw Failure(
        target, "is a file, but there are \(lines.count) drawings; give a folder instead")
    }
    if let output, let other = otherFormats.first(where: { output.lowercased().hasSuffix($0) }) {
      throw Failure(output, "pictures are written as PNG; end its name in .png instead of \(other)")
    }
    let names = distinctNames(lines)
    let plans = try zip(lines, names).map { line, name in
      OutputPlan(
        line: line,
        picture: output.map { target($0, name + ".coloured.png", several: lines.count > 1) }
          ?? folder(of: line) + stem(line) + ".coloured.png",
        layers: try layers.map { try layerTarget($0, name, several: lines.count > 1) })
    }
    try checkDistinct(plans, references: references)
    if !force {
      let standing = plans.flatMap { [$0.picture, $0.layers].compactMap(\.self) }
        .filter { isRegularFile($0) }
      if !standing.isEmpty {
        throw Failure(
          standing.map {
            "\(printable($0)): exists already; add --force to replace it, or choose another place with --output."
          })
      }
    }
    return plans
  }

  /// Makes the folders that the plans need.
  static func makeFolders(output: String?, layers: String?, several: Bool) throws {
    for folder in [output, layers].compactMap(\.self)
    where (several || folder.hasSuffix("/")) && !exists(folder) {
      if mkdir(folder, 0o777) != 0 {
        throw Failure(
          folder,
          "the folder cannot be made (\(String(cString: strerror(errno)))); make it, or choose another"
        )
      }
    }
  }

  private static func target(_ given: String, _ name: String, several: Bool) -> String {
    guard several || isFolder(given) || given.hasSuffix("/") else { return given }
    return given.hasSuffix("/") ? given + name : given + "/" + name
  }

  private static func layerTarget(_ given: String, _ name: String, several: Bool) throws -> String {
    if several || isFolder(given) || given.hasSuffix("/") {
      return target(given, name + ".psd", several: several)
    }
    guard LayerFile(given) != nil else {
      throw Failure(given, "layers are written as .psd or .ora; give it one of these endings")
    }
    return given
  }

  /// What each drawing is called in a folder that holds the results of all: its own name, after its
  /// folder's where several drawings share one (`walk/line.png`, `rest/line.png`).
  private static func distinctNames(_ lines: [String]) -> [String] {
    let stems = lines.map(stem)
    let counts = Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(lines, stems).map { line, name in
      let parent = stem(String(folder(of: line).dropLast()))
      return counts[name] == 1 || parent.isEmpty ? name : "\(parent)-\(name)"
    }
  }

  private static func checkDistinct(_ plans: [OutputPlan], references: [String]) throws {
    var drawings: [String: String] = [:]
    for plan in plans {
      if let other = drawings.updateValue(plan.line, forKey: plan.picture) {
        throw Failure(
          plan.line,
          "would be written to the same file as \(printable(other)); colour the two one after the other"
        )
      }
      let inputs = plans.map(\.line) + references
      for target in [plan.picture, plan.layers].compactMap(\.self) where inputs.contains(target) {
        throw Failure(target, "would be replaced by a result; choose another --output")
      }
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The file's name without folder and ending.
  private static func stem(_ path: String) -> String {
    let name = path.dropFirst(folder(of: path).count)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  private static func status(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func exists(_ path: String) -> Bool { status(path) != nil }
  private static func isFolder(_ path: String) -> Bool { status(path) == S_IFDIR }
  private static func isRegularFile(_ path: String) -> Bool { status(path) == S_IFREG }
}
