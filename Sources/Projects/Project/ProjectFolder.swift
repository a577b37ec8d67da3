import Glibc
import ImageFormats

/// The folder of a project, and the paths of its files. Everything inside is named by relative paths made from safe names.
///
///     NAME.nurie/
///       project.json   the pictures that were imported, the project's own parts
///       palette.json   the palette, for other tools to read and mend
///       edits.jsonl    the journal
///       lock           who works in it
///       drawings/ID/line.png, regions.png, parts.png, matches.json
///       references/ID/color.png; of a finished drawing division.png and paints.json, too
///       parts/KEY.safetensors    what labelled drawings taught of the parts
///       renders/       what the module Renders keeps there
///       cache/         may be deleted at any time: thumbnails, coloured/, facts.json, stages/
public struct ProjectFolder: Hashable, Sendable {
  /// Without a slash at its end.
  public let path: String

  public init(path: String) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The folder's own name without `.nurie`, as the artist reads it; not escaped.
  public var name: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".nurie") && name.count > 6 ? String(name.dropLast(6)) : name
  }

  /// The folder that it lies in.
  var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public var manifest: String { path + "/project.json" }
  public var journal: String { path + "/edits.jsonl" }
  public var palette: String { path + "/palette.json" }
  public var lock: String { path + "/lock" }
  public var cache: String { path + "/cache" }

  /// The folder of a picture.
  public func folder(of id: PictureID, _ kind: Picture.Kind) -> String {
    precondition(id.isSafe, "\(id.rawValue) cannot be the name of a folder")
    return "\(path)/\(kind.folder)/\(id.rawValue)"
  }

  /// The picture as it was imported.
  public func file(of picture: Picture) -> String { file(of: picture.id, picture.kind) }

  /// The picture of this name as it was imported.
  public func file(of id: PictureID, _ kind: Picture.Kind) -> String {
    folder(of: id, kind) + (kind == .drawing ? "/line.png" : "/color.png")
  }
}

extension Picture.Kind {
  /// The folder of all pictures of this kind.
  var folder: String { self == .drawing ? "drawings" : "references" }
}

extension ProjectFolder {
  /// Makes a folder, and those above it that lack, inside the project; the project's own, where it was deleted or moved
  /// away, it does not bring back.
  package func make(_ folder: String) throws(ProjectError) {
    try FolderTree.make(folder, inside: path)
  }

  /// Refuses what is there in a file's place: a pipe would keep its reader waiting, a device never end.
  func checkIsFile(_ file: String) throws(ProjectError) {
    if let status = FileStatus(file), !status.isRegular {
      throw ProjectError(.unreadable("\(file) is not a file"), path: path)
    }
  }

  /// Writes a file of the project, whole and synced, its name too.
  package func write(_ bytes: [UInt8], to file: String) throws(ProjectError) {
    do throws(ImageError) {
      var target = try AtomicFile(replacing: file)
      try target.write(bytes)
      try target.commit()
    } catch {
      throw ProjectError(ProjectError.Problem(error), path: path)
    }
    try syncNames(in: String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
  }

  /// Writes files of the project, each whole and all synced, their names too; where one cannot be written, none is.
  ///
  /// - Complexity: two syncs of the disk, however many there are.
  package func write(together files: [(path: String, bytes: [UInt8])]) throws(ProjectError) {
    do throws(ImageError) {
      try AtomicFile.write(together: files)
    } catch {
      throw ProjectError(ProjectError.Problem(error), path: path)
    }
  }

  /// Makes the names in a folder survive a crash.
  package func syncNames(in folder: String) throws(ProjectError) {
    if !AtomicFile.syncNames(in: folder) { throw ProjectError(.writing(errno), path: path) }
  }
}
