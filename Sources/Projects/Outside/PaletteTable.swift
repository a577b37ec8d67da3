public import Coloring
import FoundationEssentials
import ImageFormats
import Raster
public import Regions

// The project's palette as a file that other tools can read and mend.
//
//     palette.json    {"entries": [{"base": "#3b2a1f", "highlight": "#…", "name": "hair", "part": "hair",
//                      "shadow": "#…"}], "format": 1}, an entry a line
//     .palette.json   what was written: the same entries, and the size and time of palette.json
//
// A palette.json whose size or time is another one now was edited outside. Each difference from what was written becomes
// an edit: an entry that is gone under its name and there under another with the same colours was renamed. The
// journal stays the truth: the file is written from it, and may be deleted.

/// Writes and reads `palette.json`.
public struct PaletteTable: Sendable {
  private static let format = 1
  private static let limit = 1 << 24

  private let project: ProjectFolder

  public init(in project: ProjectFolder) { self.project = project }

  private var record: String { project.path + "/.palette.json" }

  private struct Record: Codable {
    var bytes: Int
    var changed: Int
    var entries: [EntryRecord]
  }

  /// Writes the palette where it is another than was written last; not over what was edited outside and is not taken
  /// in yet.
  ///
  /// - Returns: whether the file has the palette now.
  @discardableResult
  public func write(_ palette: Palette) throws(ProjectError) -> Bool {
    if isEditedOutside { return false }
    if FileStatus(project.palette) != nil, written?.entries.map(\.entry) == palette.entries {
      return true
    }
    try project.write(PaletteTable.bytes(palette), to: project.palette)
    try note(palette.entries)
    return true
  }

  /// Whether somebody has edited the file since it was written or taken in.
  public var isEditedOutside: Bool {
    guard let written, let status = FileStatus(project.palette) else { return false }
    return status.bytes != written.bytes || status.changed != written.changed
  }

  /// The changes made outside, as edits; empty where nothing was changed.
  ///
  /// - Parameter parts: every part of the project.
  /// - Throws: a `PaletteTableError`, or why the file cannot be read.
  public func outsideEdits(parts: [Part]) throws -> [Edit] {
    guard isEditedOutside, let written else { return [] }
    let before = written.entries.map(\.entry)
    let seen = try read(parts: parts)
    let namesBefore = Set(before.map(\.name))
    var added = seen.filter { !namesBefore.contains($0.name) }
    let edits = before.compactMap { entry -> Edit? in
      if let now = seen.first(where: { $0.name == entry.name }) {
        return now == entry ? nil : .changeEntry(entry.name, to: now)
      }
      guard let renamed = added.firstIndex(where: { $0.hasColours(of: entry) }) else {
        return .removeEntry(entry.name)
      }
      return .changeEntry(entry.name, to: added.remove(at: renamed))
    }
    return edits + added.map(Edit.addEntry)
  }

  /// Notes that the edits outside are taken in: call it when their line is confirmed.
  public func acknowledge(parts: [Part]) throws {
    if isEditedOutside { try note(read(parts: parts)) }
  }

  private var written: Record? {
    guard let bytes = try? readBytes(record, limit: PaletteTable.limit) else { return nil }
    return try? JSONDecoder().decode(Record.self, from: Data(bytes))
  }

  private func note(_ entries: [PaletteEntry]) throws(ProjectError) {
    guard let status = FileStatus(project.palette) else {
      throw ProjectError(.gone, path: project.path)
    }
    let record = Record(
      bytes: status.bytes, changed: status.changed, entries: entries.map(EntryRecord.init))
    try project.write(PaletteTable.json(record), to: self.record)
  }
}

// MARK: - The text

/// The fault of a palette.json: a sentence, ready for a terminal. Once deleted, the file is written anew.
public struct PaletteTableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// To follow "palette.json".
  public let problem: String

  public var description: String { "palette.json \(problem); mend or delete it." }

  fileprivate init(_ problem: String) { self.problem = printable(problem) }
}

extension PaletteTable {
  /// As it stands in a file that somebody has edited: everything may lack.
  private struct Document: Decodable {
    var format: Int?
    var entries: [Entry]

    struct Entry: Decodable {
      var name: String?
      var part: String?
      var base: String?
      var shadow: String?
      var highlight: String?
    }
  }

  private func read(parts: [Part]) throws -> [PaletteEntry] {
    let bytes = try readBytes(project.palette, limit: PaletteTable.limit)
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw PaletteTableError(JSONReason.of(error))
    }
    if let format = document.format, format > PaletteTable.format {
      throw PaletteTableError("has the format \(format), which only a newer nurie knows")
    }
    let known = Set(parts.map(\.id))
    var names: Set<String> = []
    return try document.entries.enumerated().map { index, entry in
      let place = "entry \(index + 1)"
      guard let name = entry.name, !name.isEmpty else {
        throw PaletteTableError("has no name for \(place)")
      }
      guard names.insert(name).inserted else {
        throw PaletteTableError("has two entries named \"\(name)\"")
      }
      if let part = entry.part, !known.contains(part) {
        throw PaletteTableError("gives \"\(name)\" the part \"\(part)\", which the project lacks")
      }
      guard let base = try colour(entry.base, of: name) else {
        throw PaletteTableError("has no base for \"\(name)\"")
      }
      var read = PaletteEntry(name: name, part: entry.part, base: base)
      if let shadow = try colour(entry.shadow, of: name) { read.shadow = shadow }
      if let highlight = try colour(entry.highlight, of: name) { read.highlight = highlight }
      return read
    }
  }

  private func colour(_ text: String?, of name: String) throws -> RGBA? {
    guard let text else { return nil }
    guard let colour = RGBA(hex: text) else {
      throw PaletteTableError("gives \"\(name)\" the colour \"\(text)\", not #rrggbb")
    }
    return colour
  }

  private static func bytes(_ palette: Palette) -> [UInt8] {
    let lines = palette.entries.map {
      "    " + String(decoding: json(EntryRecord($0)), as: UTF8.self)
    }
    return Array(
      "{\n  \"format\": \(format),\n  \"entries\": [\n\(lines.joined(separator: ",\n"))\n  ]\n}\n"
        .utf8
    )
  }

  private static func json(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("a palette is always JSON: \(error)")
    }
  }
}

extension PaletteEntry {
  fileprivate func hasColours(of other: PaletteEntry) -> Bool {
    base == other.base && shadow == other.shadow && highlight == other.highlight
  }
}
