internal import Coloring
internal import Glibc
internal import ImageFormats
internal import Networks
public import Raster

// A projection is a folder that nodes share:
//
//     projection.json            which pictures, by which generator, and how (ProjectionDescription)
//     generator.safetensors      the generator alone: its training may go on meanwhile
//     pictures/NAME.png          the pictures, of the generator's side
//     renders/NUMBER/            a job for each picture, as a project's renders (module Renders); its result holds
//                                projection.safetensors, and result.png: the picture beside what was found
//     contact.png                all of these side by side, once every picture is done
//
// All but the results is there before the first job begins, and never changes.

/// The folder of a projection.
public struct ProjectionFolder: Sendable {
  public let path: String
  public let description: ProjectionDescription

  private static let generatorName = "generator.safetensors"
  private static let contactName = "contact.png"
  /// Pictures on a contact sheet, and pairs in a row of it.
  private static let (shown, columns) = (256, 8)

  /// Whether a folder is one of a projection.
  public static func isThere(_ path: String) -> Bool {
    access(path + "/" + ProjectionDescription.fileName, F_OK) == 0
  }

  /// Reads a folder.
  ///
  /// - Throws: `ProjectionError`; `ImageError` where it cannot be read.
  public init(reading path: String) throws {
    self.path = path
    description = try ProjectionDescription.read(folder: path)
  }

  /// Writes a folder: all that a node needs but the jobs.
  ///
  /// - Parameters:
  ///   - path: of an empty folder.
  ///   - pictures: with their names; of the generator's side, opaque.
  /// - Throws: `ImageError` where it cannot be written, with parts of it there.
  public init(
    writing path: String, generator: GeneratorFile, pictures: [(name: String, picture: Image)],
    steps: Int, seed: UInt64
  ) throws {
    let files = pictures.map { (name: $0.name, bytes: PNG.encode($0.picture)) }
    self.path = path
    description = Self.description(files, generator, steps: steps, seed: seed)
    guard mkdir(path + "/pictures", 0o777) == 0 else {
      throw ImageError(
        errno == ENOSPC ? .diskFull : .unwritable(String(cString: strerror(errno))), file: path)
    }
    try AtomicFile.write(
      together: files.map { (path: picture($0.name), bytes: $0.bytes) } + [
        (path: path + "/" + Self.generatorName, bytes: generator.bytes),
        (path: path + "/" + ProjectionDescription.fileName, bytes: try description.bytes),
      ])
  }

  /// Whether it was asked for the same.
  public func isOf(
    _ generator: GeneratorFile, pictures: [(name: String, picture: Image)], steps: Int,
    seed: UInt64
  ) -> Bool {
    let files = pictures.map { (name: $0.name, bytes: PNG.encode($0.picture)) }
    return description == Self.description(files, generator, steps: steps, seed: seed)
  }

  private static func description(
    _ files: [(name: String, bytes: [UInt8])], _ generator: GeneratorFile, steps: Int,
    seed: UInt64
  ) -> ProjectionDescription {
    ProjectionDescription(
      checkpoint: generator.hash, side: generator.side, steps: steps, seed: seed,
      pictures: files.map {
        ProjectionDescription.Picture(
          name: $0.name, hash: ContentKey(bytes: $0.bytes).description)
      })
  }

  private func picture(_ name: String) -> String { "\(path)/pictures/\(name).png" }

  /// Finds what one of the pictures is drawn from, and writes `projection.safetensors`, then `result.png`.
  ///
  /// - Parameters:
  ///   - result: the folder to write into.
  ///   - matcher: the file of the weights whose features are compared.
  ///   - hear: told the share done, 0…1, and the picture so far.
  /// - Throws: `Cancelled`, `NonFinite`; `ProjectionError`, `ImageError` and `CheckpointError` for files.
  public func project(
    _ name: String, into result: String, matcher: String, work: Work,
    hear: (_ share: Double, _ picture: @escaping @Sendable () -> Image) -> Void
  ) throws {
    let file = picture(name)
    guard let known = description.pictures.first(where: { $0.name == name }) else {
      throw ImageError(.missing, file: file)
    }
    let bytes = try readBytes(file, limit: 1 << 26)
    guard ContentKey(bytes: bytes).description == known.hash else {
      throw ProjectionError(.changedPicture, path: file)
    }
    let given = try ImageFile.decode(bytes, file: file).pixels
    let projector = try Projector(
      GeneratorFile(contentsOf: path + "/" + Self.generatorName), matcher: matcher)
    guard given.width == projector.side, given.height == projector.side else {
      throw ProjectionError(.changedPicture, path: file)
    }
    let found = try projector.project(
      given, steps: description.steps, seed: description.seed, work: work
    ) { hear(Double($0.number) / Double(description.steps), $0.picture) }
    var target = try AtomicFile(replacing: result + "/projection.safetensors")
    try target.write(
      found.bytes(of: [
        "picture": name, "picture.hash": known.hash, "steps": "\(description.steps)",
        "seed": "\(description.seed)",
      ]))
    try target.commit()
    try PNG.write(
      TileSheet(size: projector.side, columns: 2, count: 2)
        .plane([given, found.picture], paper: .white), to: result + "/result.png")
  }

  /// Writes `contact.png`, pictures beside what was found, where it is not there.
  ///
  /// - Parameter results: the files of the pairs, in their order.
  /// - Throws: `ImageError`; `ProjectionError` where one is of another size.
  public func writeContact(of results: [String]) throws {
    let target = path + "/" + Self.contactName
    guard access(target, F_OK) != 0, !results.isEmpty else { return }
    let side = description.side
    let pairs = TileSheet(size: side, columns: 2, count: 2)
    let tiles = try results.prefix(Self.shown).flatMap { file -> [Image] in
      let pair = try ImageFile.read(file).pixels
      guard pair.width == pairs.width, pair.height == pairs.height else {
        throw ProjectionError(.changedPicture, path: file)
      }
      return (0..<2).map { Image(width: side, height: side, elements: pairs.tile($0, of: pair)) }
    }
    try PNG.write(
      TileSheet(size: side, columns: 2 * Self.columns, count: tiles.count)
        .plane(tiles, paper: .white), to: target)
  }
}

extension DataSet {
  /// A coloured drawing as a picture.
  ///
  /// - Parameter side: the set's, or a half, a quarter … of it.
  /// - Throws: as `colour`.
  public func picture(_ index: Int, side: Int) throws -> Image {
    let planes = shrunk(try colour(index), from: size, to: side)
    let area = side * side
    return Image(
      width: side, height: side,
      elements: (0..<area).map { RGBA(planes[$0], planes[area + $0], planes[2 * area + $0]) })
  }
}
