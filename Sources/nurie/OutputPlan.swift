import Delivery
import Glibc
import ImageFormats
import Studio

/// The files that the results of one drawing go to.
struct OutputPlan {
  let line: String
  var files: DeliveredFiles

  /// Endings that would promise something else than a PNG.
  private static let otherFormats =
    [
      ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".clip", ".kra",
    ] + LayeredFormat.all.map(\.suffix)

  /// The plan of every drawing of a command, made before any work begins.
  ///
  /// - Parameters:
  ///   - references: read, so never replaced.
  ///   - output: a file for one drawing, a folder for several; beside each drawing if nil.
  ///   - layers, labels: likewise, but for none if nil.
  ///   - force: whether existing files may be replaced.
  /// - Throws: `Failure`, naming every file that stands in the way.
  static func plans(
    lines: [String], references: [String], output: String?, layers: String?, labels: String?,
    force: Bool
  ) throws -> [OutputPlan] {
    let several = lines.count > 1
    if several { try checkFolders([output, layers, labels].compactMap(\.self), for: lines.count) }
    for target in [output, labels].compactMap(\.self) {
      if let other = otherFormats.first(where: { target.lowercased().hasSuffix($0) }) {
        throw Failure(
          target, "pictures are written as PNG; end its name in .png instead of \(other)",
          "画像は PNG で書き出します。名前の末尾を \(other) ではなく .png にしてください")
      }
    }
    let names = distinctNames(lines)
    let plans = try zip(lines, names).map { line, name in
      OutputPlan(
        line: line,
        files: DeliveredFiles(
          picture: output.map { target($0, name + ".coloured.png", several: several) }
            ?? folder(of: line) + stem(line) + ".coloured.png",
          layers: try layers.map { try layerTarget($0, name, several: several) },
          labels: labels.map { target($0, name + ".labels.png", several: several) }))
    }
    try checkDistinct(plans, references: references)
    if !force {
      let standing = plans.flatMap(\.files.all).filter(isRegularFile)
      if !standing.isEmpty {
        throw Failure(
          standing.map {
            Phrase.exists.of($0)
          })
      }
    }
    return plans
  }

  /// Makes the folders that the plans need.
  ///
  /// - Parameter targets: where files go, as the user gave it.
  static func makeFolders(_ targets: [String], several: Bool) throws {
    for folder in targets
    where (several || folder.hasSuffix("/")) && !exists(folder) {
      if mkdir(folder, 0o777) != 0 {
        let reason = String(cString: strerror(errno))
        throw Failure(
          folder,
          "the folder cannot be made (\(reason)); make it, or choose another",
          "フォルダを作れません (\(reason))。先に作るか、別の場所を指定してください"
        )
      }
    }
  }

  /// - Throws: `Failure` for what is no folder, or is named as none.
  private static func checkFolders(_ targets: [String], for drawings: Int) throws {
    for target in targets where !isFolder(target) {
      let isNamedAsFile =
        target.lowercased().hasSuffix(".png") || LayeredFormat(ofFile: target) != nil
      if exists(target) || isNamedAsFile {
        let fault = exists(target) ? "is a file" : "is a file's name"
        throw Failure(
          target, "\(fault), but there are \(drawings) drawings; give a folder instead",
          "ファイルですが、線画が \(drawings) 枚あります。フォルダを指定してください")
      }
    }
  }

  private static func target(_ given: String, _ name: String, several: Bool) -> String {
    guard several || isFolder(given) || given.hasSuffix("/") else { return given }
    return given.hasSuffix("/") ? given + name : given + "/" + name
  }

  private static func layerTarget(_ given: String, _ name: String, several: Bool) throws -> String {
    if several || isFolder(given) || given.hasSuffix("/") {
      return target(given, name + LayeredFormat.all[0].suffix, several: several)
    }
    guard LayeredFormat(ofFile: given) != nil else {
      throw Failure(
        given,
        "layers are written as \(LayeredFormat.choice(\.suffix)); give it one of these endings",
        "レイヤー付きの形式は \(LayeredFormat.list(\.suffix)) です。どれかの拡張子にしてください")
    }
    return given
  }

  /// The name of each drawing in a folder that holds the results of all: its own name, after its
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
    let inputs = plans.map(\.line) + references
    var drawings: [String: String] = [:]
    for plan in plans {
      for target in plan.files.all {
        let other = drawings.updateValue(plan.line, forKey: target)
        if other == plan.line {
          throw Failure(
            target, "would be written twice; give picture and labels a file each",
            "2 回書き込むことになります。画像と領域に別のファイルを指定してください")
        }
        if let other {
          throw Failure(
            plan.line,
            "would be written to the same file as \(printable(other)); colour the two one after the other",
            "\(printable(other)) と同じファイルに書き込むことになります。1 枚ずつ塗ってください"
          )
        }
        if inputs.contains(target) {
          throw Failure(
            target, "would be replaced by a result; choose another --output",
            "元の画像を結果で上書きしてしまいます。--output で別の場所を指定してください")
        }
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
