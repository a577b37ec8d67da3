import FoundationEssentials
import ImageFormats
public import Regions

/// `project.json`: what a project holds beside its edits.
///
///     {"format": 1, "parts": [], "pictures": [{"height": 1600, "id": "hana", "kind": "drawing", "title": "hana",
///      "width": 1600}]}
public struct ProjectManifest: Hashable, Sendable {
  /// The newest format that this version reads, and the one it writes.
  static let format = 1
  private static let limit = 1 << 26

  /// Every picture ever imported whose files are there, those that the edits removed too.
  public var pictures: [Picture] = []
  /// Parts of the project's own before its first edit; those that edits add come after them.
  public var parts: [Part] = []

  public init() {}
}

extension ProjectManifest {
  private struct Record: Codable {
    var format: Int
    var pictures: [Picture]
    var parts: [Part]
  }

  private struct Header: Decodable {
    var format: Int
  }

  /// Reads a project's manifest.
  ///
  /// - Throws: `missing`, `notAProject`, `unreadable`, `newer`, `brokenManifest`.
  init(of folder: ProjectFolder) throws(ProjectError) {
    try folder.checkIsFile(folder.manifest)
    let bytes: [UInt8]
    do {
      bytes = try readBytes(folder.manifest, limit: ProjectManifest.limit)
    } catch {
      let problem = ProjectError.Problem(error)
      throw ProjectError(
        problem == .missing && FileStatus(folder.path) != nil ? .notAProject : problem,
        path: folder.path)
    }
    do {
      let decoder = JSONDecoder()
      let format = try decoder.decode(Header.self, from: Data(bytes)).format
      if format > ProjectManifest.format {
        throw ProjectError(.newer("format \(format)"), path: folder.path)
      }
      guard format >= 1 else {
        throw ProjectError(.brokenManifest("has the format \(format)"), path: folder.path)
      }
      let record = try decoder.decode(Record.self, from: Data(bytes))
      pictures = record.pictures
      parts = record.parts
    } catch let error as ProjectError {
      throw error
    } catch {
      throw ProjectError(.brokenManifest(JSONReason.of(error)), path: folder.path)
    }
    try check(folder)
  }

  private func check(_ folder: ProjectFolder) throws(ProjectError) {
    var seen: Set<PictureID> = []
    for picture in pictures {
      let name = "\"\(picture.id.rawValue)\""
      if !picture.id.isSafe {
        throw ProjectError(
          .brokenManifest("names a picture \(name), which cannot be a folder inside the project"),
          path: folder.path)
      }
      if !seen.insert(picture.id).inserted {
        throw ProjectError(.brokenManifest("names two pictures \(name)"), path: folder.path)
      }
      guard (1...1_000_000).contains(picture.width), (1...1_000_000).contains(picture.height)
      else {
        throw ProjectError(
          .brokenManifest("gives the picture \(name) an impossible size"), path: folder.path)
      }
    }
  }

  /// Writes it, whole and synced.
  func write(to folder: ProjectFolder) throws(ProjectError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let record = Record(format: ProjectManifest.format, pictures: pictures, parts: parts)
    let bytes: [UInt8]
    do {
      bytes = Array(try encoder.encode(record)) + [UInt8(ascii: "\n")]
    } catch {
      preconditionFailure("a manifest without fractions is always JSON: \(error)")
    }
    try folder.write(bytes, to: folder.manifest)
  }
}
