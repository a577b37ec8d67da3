import FoundationEssentials
import Glibc
import ImageFormats
public import Raster
public import Regions

// The parts of a picture as a file that painting programs can mend.
//
//     regions.png   each pixel's region, 16 bits
//     parts.png     each pixel's part in the part's fixed colour; magenta where it is unlabelled
//     parts.json    what was written: each region's part by a point in it, the parts with their colours, and the size
//                   and time of parts.png
//
// A parts.png whose size or time is another one now was edited outside. It is read by the nearest of the fixed colours,
// each region by majority, so that soft brushes and strokes over a line do no harm; what differs from what was written
// becomes label edits. Where most of the figure has other colours (saved in greys, say) the picture says nothing of parts.

/// Writes and reads `parts.png`.
public struct PartsPicture: Sendable {
  /// The colour of unlabelled regions: far from every part's colour.
  public static let unlabelled = RGBA(hex: Part.unlabelledHex) ?? .black

  private let project: ProjectFolder
  private let picture: Picture
  private let parts: [Part]

  /// - Parameter parts: every part of the project.
  public init(of picture: Picture, in project: ProjectFolder, parts: [Part] = Part.standard) {
    self.picture = picture
    self.project = project
    self.parts = parts
  }

  private var folder: String { project.folder(of: picture.id, picture.kind) }
  private var file: String { folder + "/parts.png" }

  private struct Record: Codable {
    var bytes: Int
    var changed: Int
    var regions: [RegionRecord]
    /// The parts there were, in whose colours the picture is; not there in records of older versions.
    var parts: [Part]?
  }

  struct RegionRecord: Hashable, Sendable, Codable {
    var inside: Point
    var part: String?
  }

  /// Writes the three files; not over what was edited outside and is not taken in yet.
  ///
  /// - Parameter regionParts: the id of each region's part; nil for an unlabelled one.
  /// - Returns: whether they were written.
  /// - Complexity: O(pixels), about 20 million a second.
  @discardableResult
  public func write(_ map: RegionMap, parts regionParts: RegionTable<String?>, work: Work) throws
    -> Bool
  {
    precondition(
      regionParts.count == map.regions.count,
      "\(regionParts.count) parts of \(map.regions.count) regions")
    if isEditedOutside { return false }
    let colours = regionParts.mapValues { id in
      parts.first { $0.id == id }.flatMap { RGBA(hex: $0.hex) } ?? PartsPicture.unlabelled
    }
    try PNG.write(map.labels, to: folder + "/regions.png")
    try work.checkCancelled()
    try PNG.write(map.labels.map { colours[$0, ofNone: PartsPicture.unlabelled] }, to: file)
    guard let status = FileStatus(file) else { throw ImageError(.missing, file: file) }
    try write(
      Record(
        bytes: status.bytes, changed: status.changed,
        regions: zip(map.regions, regionParts).map { RegionRecord(inside: $0.inside, part: $1) },
        parts: parts))
    return true
  }

  /// Whether somebody has edited `parts.png` since it was written or taken in.
  ///
  /// - Complexity: O(regions): the picture is not read.
  public var isEditedOutside: Bool { edited != nil }

  /// The labels that were written, and the file that is another now; nil where it is the same.
  private var edited: (record: Record, status: FileStatus)? {
    guard let record, let status = FileStatus(file),
      status.bytes != record.bytes || status.changed != record.changed
    else { return nil }
    return (record, status)
  }

  /// The reading of a `parts.png` that was edited outside.
  public struct Reading: Hashable, Sendable {
    /// The edits that it means; empty where its regions show what was written.
    public let edits: [Edit]
    /// The size and time of the file that was read, and what it showed in which colours.
    let bytes, changed: Int
    let regions: [RegionRecord]
    let parts: [Part]

    /// Whether both were read from the same file, as somebody had saved it.
    public func isOfSameFile(as other: Reading) -> Bool {
      bytes == other.bytes && changed == other.changed
    }
  }

  /// The picture that was edited outside; nil where none was.
  ///
  /// - Throws: an `ImageError` where the picture cannot be read, has another size or other colours, `Cancelled`.
  /// - Complexity: O(pixels) where there is something to read.
  public func outsideReading(work: Work) throws -> Reading? {
    guard let (record, status) = edited else { return nil }
    let seen = try seenParts(record, work: work)
    // A part that was removed since means nothing any more.
    let known = Set(parts.map(\.id))
    func present(_ part: String?) -> String? { part.flatMap { known.contains($0) ? $0 : nil } }
    let changed = zip(record.regions, seen.map(present)).filter { present($0.part) != $1 }
    let names = Set(changed.map(\.1)).sorted { ($0 ?? "") < ($1 ?? "") }
    return Reading(
      edits: names.map { part in
        .label(
          picture.id, changed.filter { $0.1 == part }.map { RegionName(inside: $0.0.inside) },
          part: part)
      },
      bytes: status.bytes, changed: status.changed,
      regions: zip(record.regions, seen).map { RegionRecord(inside: $0.inside, part: $1) },
      parts: record.parts ?? parts)
  }

  /// Notes that what was read is taken in: call it when its line is confirmed. A picture that was saved since
  /// then still counts as edited outside.
  public func acknowledge(_ reading: Reading) throws {
    try write(
      Record(
        bytes: reading.bytes, changed: reading.changed, regions: reading.regions,
        parts: reading.parts))
  }

  private var record: Record? {
    guard let bytes = try? readBytes(folder + "/parts.json", limit: 1 << 26) else { return nil }
    return try? JSONDecoder().decode(Record.self, from: Data(bytes))
  }

  private func write(_ record: Record) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var target = try AtomicFile(replacing: folder + "/parts.json")
    try target.write(Array(try encoder.encode(record)))
    try target.commit()
  }

  /// The part that most of each region's pixels show, in the order of the record.
  private func seenParts(_ record: Record, work: Work) throws -> [String?] {
    let image = try ImageFile.read(file, work: work).pixels
    let map = folder + "/regions.png"
    let labels = try PNG.decodeGrey(readBytes(map, limit: 1 << 30), file: map)
    guard image.width == labels.width, image.height == labels.height else {
      throw ImageError(
        .unsupported(
          "a picture of parts of \(image.width)×\(image.height) pixels",
          saveAs: "one of \(labels.width)×\(labels.height), the drawing's size"), file: file)
    }
    let seen = try PartsPicture.majorities(
      image, labels: labels, parts: record.parts ?? parts, work: work)
    guard let seen else {
      throw ImageError(
        .unsupported(
          "a picture of parts in other colours than theirs",
          saveAs: "one in colour (RGB), painted with the colours that it had"), file: file)
    }
    return record.regions.map { region in
      labels.contains(region.inside)
        ? seen[labels[region.inside], ofNone: region.part] : region.part
    }
  }

  /// Squared distance in RGB up to which a colour is a part's, give or take a soft brush.
  private static let near = 32 * 32

  /// The part that most of each region's pixels show, by nearest fixed colour; nil where most show none, and
  /// nil for all where most of the figure has other colours.
  ///
  /// - Precondition: both have the same size.
  /// - Complexity: O(pixels), about 50 million a second.
  static func majorities(
    _ image: Image, labels: Plane<UInt16>, parts: [Part], work: Work
  ) throws(Cancelled) -> RegionTable<String?>? {
    let fixed = parts.map { RGBA(hex: $0.hex) ?? .black } + [PartsPicture.unlabelled]
    var nearest: [RGBA: (part: Int, isNear: Bool)] = [:]
    let ground = parts.firstIndex { $0.id == "background" }
    var (figure, strange) = (0, 0)
    let count = fixed.count
    var counts = RegionTable(
      repeating: [Int](repeating: 0, count: count), count: Int(labels.elements.max() ?? 0))
    for y in 0..<image.height {
      if y % 64 == 0 { try work.checkCancelled() }
      for x in 0..<image.width {
        // Erased is unlabelled.
        let colour = image[x, y].a < 128 ? PartsPicture.unlabelled : image[x, y]
        let known: (part: Int, isNear: Bool)
        if let seen = nearest[colour] {
          known = seen
        } else {
          let part =
            fixed.indices.min { colour.distance(fixed[$0]) < colour.distance(fixed[$1]) } ?? 0
          known = (part, colour.distance(fixed[part]) <= Self.near)
          nearest[colour] = known
        }
        if labels[x, y] != 0 { counts[labels[x, y]][known.part] += 1 }
        // The ground is grey, and near to other greys.
        if known.part != ground { figure += 1 }
        if !known.isNear { strange += 1 }
      }
    }
    if 2 * strange > figure { return nil }
    return counts.mapValues { own in
      let most = own.indices.max { (own[$0], $1) < (own[$1], $0) } ?? 0
      return most < parts.count ? parts[most].id : nil
    }
  }
}

extension RGBA {
  fileprivate func distance(_ other: RGBA) -> Int {
    let (red, green, blue) = (
      Int(r) - Int(other.r), Int(g) - Int(other.g), Int(b) - Int(other.b)
    )
    return red * red + green * green + blue * blue
  }
}
