import Coloring
import Foundation
import ImageFormats
import Projects
import Raster

/// A large project to time the studio on: drawings of 2000×3000, enlarged from the samples and every other one
/// mirrored, with small copies of all, an edit to undo, and numbers for each drawing's chip, so that nothing is left for a survey.
///
/// Making it takes about half a second a drawing, so it is kept in a folder and used again.
struct BenchmarkProject {
  static let width = 2000
  static let height = 3000
  let folder: ProjectFolder

  /// The project of so many drawings and references, four at most, in `scratch`, made where it is not there.
  init(drawings: Int, references: Int = 1, in scratch: String, work: Work) throws {
    folder = ProjectFolder(path: "\(scratch)/studio-\(drawings)-\(references).nurie")
    if !FileManager.default.fileExists(atPath: folder.manifest) {
      try FileManager.default.createDirectory(
        atPath: scratch, withIntermediateDirectories: true)
      FileHandle.standardError.write(Data("making \(drawings) drawings in \(scratch) …\n".utf8))
      try Self.make(
        drawings: drawings, references: references, at: folder.path, work: work)
    }
    let project = try Project(reading: folder)
    let state = project.history.state
    for picture in state.drawings + state.references {
      _ = try Thumbnail.image(of: picture, in: folder, work: work)
    }
    let counts = state.drawings.map { drawing in
      (
        drawing.id,
        DrawingCounts(key: state.contentKey(for: drawing.id), regions: 80, doubtful: 9)
      )
    }
    try FactsFile.write(Dictionary(uniqueKeysWithValues: counts), in: folder)
  }

  private static func make(drawings: Int, references: Int, at path: String, work: Work) throws {
    let characters = ["hana", "kai", "rowan", "yuki"].prefix(references)
    let poses = try ["akimbo", "wave"].map { try page("samples/hana/\($0)/line.png", work) }
    let pages = poses + poses.map(\.mirrored)
    let sheets = try characters.map { try page("samples/\($0)/reference.png", work) }
    try Project.create(at: path) { project in
      guard let importer = project.writer?.importer else { return }
      var imported = try zip(sheets, characters).map {
        try importer.add($0, title: $1, as: .reference)
      }
      for number in 0..<drawings {
        imported.append(
          try importer.add(
            pages[number % pages.count], title: "cut 12, frame \(number + 1)", as: .drawing))
      }
      project.history.include(imported)
      project.record([.add(imported.map(\.id))], title: "new project")
      project.record([.gap(imported[references].id, pixels: 7)], title: "gap")
    }
  }

  private static func page(_ file: String, _ work: Work) throws -> Image {
    try ImageFile.read(file, work: work).pixels
      .resized(width: width, height: height, .lanczos, work: work)
  }
}

extension Image {
  fileprivate var mirrored: Image {
    var mirrored = self
    for y in 0..<height { for x in 0..<width { mirrored[x, y] = self[width - 1 - x, y] } }
    return mirrored
  }
}
