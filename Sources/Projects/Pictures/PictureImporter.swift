public import Coloring
import Glibc
public import ImageFormats
public import Raster
import Synchronization

/// Takes pictures into a project: each becomes a PNG in sRGB in a folder of its own, and is noted in
/// project.json. They show once the edit `.add` is recorded.
public final class PictureImporter: Sendable {
  private let folder: ProjectFolder
  private let manifest: Mutex<ProjectManifest>

  init(_ folder: ProjectFolder, manifest: ProjectManifest) {
    self.folder = folder
    self.manifest = Mutex(manifest)
  }

  /// The fate of files.
  public struct Outcome: Sendable {
    /// In the order of the files.
    public var pictures: [Picture] = []
    /// Why files were left out.
    public var failures: [ImageError] = []
    public var warnings: [ImageWarning] = []
    /// Drawings that look like references.
    public var coloured: [Picture] = []
  }

  /// Imports files; one that is no picture is left out and the others go on.
  ///
  /// - Parameter progress: told how many files are done after each.
  /// - Throws: `Cancelled`, or a `ProjectError` where the project cannot be written; nothing of this call is in the
  ///   project then.
  /// - Complexity: O(pixels), about 50 million a second.
  public func add(
    _ files: [String], as kind: Picture.Kind, work: Work, progress: (Int) -> Void = { _ in }
  ) throws -> Outcome {
    var outcome = Outcome()
    do {
      let titles = PictureTitles.titles(of: files)
      for (index, file) in files.enumerated() {
        try work.checkCancelled()
        do {
          // What is written while it is read is read again later.
          let source = PictureSource(file)
          let decoded = try PictureFiles.read(file, work: work)
          outcome.warnings += decoded.warnings
          var picture = try store(
            decoded.pixels, resolution: decoded.resolution, title: titles[index], as: kind,
            work: work)
          picture.source = source
          outcome.pictures.append(picture)
          if kind == .drawing, try decoded.pixels.isColoured(work: work) {
            outcome.coloured.append(picture)
          }
        } catch let error as ImageError {
          outcome.failures.append(error)
        }
        progress(index + 1)
      }
      try note(outcome.pictures)
    } catch {
      for picture in outcome.pictures {
        FolderTree.remove(folder.folder(of: picture.id, picture.kind))
      }
      throw error
    }
    return outcome
  }

  /// Takes in a drawing again whose file was changed: a picture of its own, with the same title.
  ///
  /// - Throws: as `add(_:as:work:progress:)`; an `ImageError` where the file cannot be read.
  public func addAgain(_ drawing: Picture, from source: PictureSource, work: Work) throws -> Picture
  {
    let decoded = try PictureFiles.read(source.path, work: work)
    var picture = try store(
      decoded.pixels, resolution: decoded.resolution, title: drawing.title, as: drawing.kind,
      work: work)
    picture.source = source
    try noteOrRemove(picture)
    return picture
  }

  /// Takes in a picture that is in memory.
  public func add(
    _ image: Image, resolution: Resolution? = nil, title: String, as kind: Picture.Kind
  ) throws -> Picture {
    let picture = try store(image, resolution: resolution, title: title, as: kind)
    try noteOrRemove(picture)
    return picture
  }

  /// Takes in a finished drawing as a reference: what is seen of it, and its regions and paints.
  public func add(_ result: ColoringResult, title: String, resultOf drawing: PictureID) throws
    -> Picture
  {
    var picture = try store(result.image, resolution: nil, title: title, as: .reference)
    picture.result = drawing
    do {
      try DivisionFiles(in: folder.folder(of: picture.id, .reference))
        .write(FinishedDivision(of: result))
    } catch {
      FolderTree.remove(folder.folder(of: picture.id, .reference))
      throw error
    }
    try noteOrRemove(picture)
    return picture
  }

  private func noteOrRemove(_ picture: Picture) throws(ProjectError) {
    do {
      try note([picture])
    } catch {
      FolderTree.remove(folder.folder(of: picture.id, picture.kind))
      throw error
    }
  }

  /// Forgets pictures whose files were cleaned away.
  func forget(_ ids: Set<PictureID>) throws(ProjectError) {
    try manifest.withLock { (manifest) throws(ProjectError) in
      var changed = manifest
      changed.pictures.removeAll { ids.contains($0.id) }
      try changed.write(to: folder)
      manifest = changed
    }
  }

  private func note(_ pictures: [Picture]) throws(ProjectError) {
    if pictures.isEmpty { return }
    try manifest.withLock { (manifest) throws(ProjectError) in
      var changed = manifest
      changed.pictures += pictures
      try changed.write(to: folder)
      manifest = changed
    }
  }

  private func store(
    _ image: Image, resolution: Resolution?, title: String, as kind: Picture.Kind,
    work: Work = Work(threads: 1)
  ) throws -> Picture {
    let id = try claim(PictureTitles.id(for: title, kind), kind)
    let picture = Picture(
      id: id, kind: kind, title: title, width: image.width, height: image.height)
    do {
      try PNG.write(
        image, to: folder.file(of: picture), metadata: PictureMetadata(resolution: resolution),
        work: work)
    } catch {
      FolderTree.remove(folder.folder(of: id, kind))
      throw error
    }
    return picture
  }

  /// Makes a folder for a picture: `id`, or with a number after it where that is taken.
  private func claim(_ id: String, _ kind: Picture.Kind) throws(ImageError) -> PictureID {
    let taken = manifest.withLock { Set($0.pictures.map(\.id)) }
    var number = 1
    while true {
      let candidate = PictureID(rawValue: number == 1 ? id : "\(id)-\(number)")
      number += 1
      if taken.contains(candidate) { continue }
      let path = folder.folder(of: candidate, kind)
      if mkdir(path, 0o777) == 0 { return candidate }
      if errno == EEXIST { continue }
      let reason = errno
      if reason == ENOENT, mkdir("\(folder.path)/\(kind.folder)", 0o777) == 0 || errno == EEXIST {
        if FileStatus(folder.path) != nil {
          number -= 1
          continue
        }
      }
      throw ImageError(
        reason == ENOSPC ? .diskFull : .unwritable(String(cString: strerror(reason))), file: path)
    }
  }
}
