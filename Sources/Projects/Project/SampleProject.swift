import Coloring
import Delivery
import ImageFormats
public import Raster
import Regions

/// The project that the studio opens first: a writable copy of the samples.
public enum SampleProject {
  /// The path of the copy.
  public static func path(in folders: UserFolders = UserFolders()) -> String {
    folders.data + "/samples.nurie"
  }

  /// The folder of the samples that came with the running program; nil where they are missing.
  public static func source() -> String? {
    ProgramFiles.path(of: "samples/hana/reference.png").map {
      String($0.dropLast("/hana/reference.png".count))
    }
  }

  /// Makes the copy, whole or not at all, unless it is there.
  ///
  /// - Parameter source: a folder as `samples/`: one folder a character, with `reference.png`, `reference-parts.png` and a folder a pose.
  /// - Throws: a `ProjectError` or `ImageError`, `Cancelled`.
  /// - Complexity: about 50 ms a drawing and half a second a reference, which is read for its parts.
  public static func make(at path: String, from source: String, work: Work) throws {
    if FileStatus(path) != nil { return }
    try FolderTree.make(ProjectFolder(path: path).parent)
    try Project.create(at: path) { project in
      guard let importer = project.writer?.importer else { return }
      var edits: [Edit] = []
      for character in names(in: source) {
        let folder = "\(source)/\(character)"
        guard FileStatus(folder + "/reference.png") != nil else { continue }
        func add(_ file: String, _ title: String, _ kind: Picture.Kind) throws -> Picture {
          try work.checkCancelled()
          let image = try ImageFile.read(file, work: work)
          return try importer.add(
            image.pixels, resolution: image.resolution, title: title, as: kind)
        }
        let reference = try add(folder + "/reference.png", character, .reference)
        let labels = try self.labels(of: reference, in: folder, work: work)
        let drawings = try names(in: folder).compactMap { pose -> Picture? in
          let line = "\(folder)/\(pose)/line.png"
          return FileStatus(line) == nil ? nil : try add(line, "\(character) \(pose)", .drawing)
        }
        project.history.include([reference] + drawings)
        let ids = drawings.map(\.id)
        edits += [.add(ids + [reference.id]), .assign(ids, references: [reference.id])] + labels
      }
      project.record(edits, title: "samples", isFounding: true)
    }
  }

  /// The true parts of a reference, as an artist would label them, so that the first drawing opened shows what
  /// parts are for.
  private static func labels(of reference: Picture, in folder: String, work: Work) throws -> [Edit]
  {
    let file = folder + "/reference-parts.png"
    guard FileStatus(file) != nil else { return [] }
    let parts = try ImageFile.read(file, work: work).pixels
    let map = try Reference(
      ImageFile.read(folder + "/reference.png", work: work).pixels, work: work
    ).map
    guard parts.width == map.width, parts.height == map.height else { return [] }
    guard
      let seen = try PartsPicture.majorities(
        parts, labels: map.labels, parts: Part.standard, work: work)
    else { return [] }
    return Part.standard.compactMap { part in
      let regions = map.regions.filter { !$0.isBackground && seen[$0.label] == part.id }
      if regions.isEmpty { return nil }
      return .label(
        reference.id, regions.map { RegionName(inside: $0.inside) }, part: part.id)
    }
  }
}
