import Foundation
import ImageFormats
import Projects
import Raster
import TerminalDriver

/// A copy of a project of two small drawings and their reference, in a folder of its own that is also the user's home;
/// removed with it.
final class SmallProject {
  let home: String
  var path: String { home + "/hana.nurie" }
  /// What it lies on, where that is not the disk of all.
  var disk: SmallDisk?

  /// - Parameter title: of the first drawing.
  init(title: String = "akimbo") throws {
    home =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("nurie-drive-\(UUID().uuidString)").path
    // The user has said before how fine pictures are to be: nothing is offered at the start.
    let configuration = home + "/.config/nurie"
    try FileManager.default.createDirectory(
      atPath: configuration, withIntermediateDirectories: true)
    try Data(#"{"glyphs": "halves"}"#.utf8)
      .write(to: URL(filePath: configuration + "/preferences.json"))
    let pictures = try Self.pictures.get()
    try Project.create(at: path) { project in
      guard let importer = project.writer?.importer else { return }
      let imported = [
        try importer.add(pictures[0], title: title, as: .drawing),
        try importer.add(pictures[1], title: "wave", as: .drawing),
        try importer.add(pictures[2], title: "sheet", as: .reference),
      ]
      project.history.include(imported)
      project.record([.add(imported.map(\.id))], title: "new project")
    }
  }

  /// Deletes the folder under a studio that may be writing to its cache: what appears while it is emptied goes with the next
  /// try.
  func delete() throws {
    for _ in 0..<50 {
      try? FileManager.default.removeItem(atPath: path)
      if !FileManager.default.fileExists(atPath: path) { return }
    }
    try FileManager.default.removeItem(atPath: path)
  }

  /// Writes one of the pictures to a file of the user's.
  static func write(_ number: Int, to file: String) throws {
    try PNG.write(pictures.get()[number], to: file)
  }

  deinit {
    disk = nil
    do {
      try FileManager.default.removeItem(atPath: home)
    } catch {
      print("\(home) stays behind: \(error)")
    }
  }

  /// Lets nobody change anything in its folder, or everybody again.
  ///
  /// - Returns: whether the file system knows that.
  @discardableResult
  func allowChanges(_ isAllowed: Bool) -> Bool {
    output(of: "/usr/bin/chattr", ["-R", isAllowed ? "-i" : "+i", path]) != nil
  }

  /// What is safe on disk.
  var history: History {
    get throws { try Project(reading: ProjectFolder(path: path)).history }
  }

  var titles: [String] { get throws { try history.state.drawings.map(\.title) } }

  /// Read and made small once for all tests.
  private static let pictures = Result {
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/hana").path
    return try ["akimbo/line.png", "wave/line.png", "reference.png"].map { name in
      try ImageFile.read("\(samples)/\(name)").pixels.thumbnail(
        longest: 640, work: Work(threads: 1))
    }
  }
}
