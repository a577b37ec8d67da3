internal import ImageFormats
internal import Raster
internal import Regions
internal import Synchronization
internal import Tensors

// A data set is a folder that an artist can look into:
//
//     dataset.json       what it holds, who drew it, what they permit (DataSetDescription)
//     colour-0000.png    sheets of the coloured drawings, side by side from the top left
//     line-0000.png      the same drawings as lines, black on white
//     parts-0000.png     and by parts, in the parts' fixed colours
//     contact.png        some of them, each as all three
//
// A sheet holds `columns`² tiles of `size`²: 256 of 64 pixels. Sheets of one number are written together with the description
// that counts them, so a set that was broken off is whole as far as it says, and goes on with the next sheet.

/// Drawings to learn from, read from a folder: of each colours, lines and parts.
public final class DataSet: Sendable {
  public let description: DataSetDescription
  public let folder: String
  /// The last sheet of each kind that was read.
  private let sheets = Mutex<[SheetKind: (path: String, pixels: Plane<RGBA>)]>([:])
  private let partOfColour: [RGBA: UInt8]

  /// Reads the description; sheets are read when they are asked for, and the last one of each kind is kept: whoever learns from
  /// all drawings takes them in their order once, and keeps what it needs.
  ///
  /// - Throws: `DataSetError`, also for one that is not finished; `ImageError` where the description cannot be read.
  public convenience init(folder: String) throws {
    let description = try DataSetDescription.read(folder: folder)
    guard description.isFinished else {
      throw DataSetError(.unfinished(made: description.made), path: folder)
    }
    self.init(description, folder: folder)
  }

  /// One that may be in the making.
  init(_ description: DataSetDescription, folder: String) {
    self.description = description
    self.folder = folder
    partOfColour = Dictionary(
      zip(PartColours.all, UInt8(0)...), uniquingKeysWith: { first, _ in first })
  }

  /// The number of triples.
  public var count: Int { description.made }
  /// The side of its pictures in pixels.
  public var size: Int { description.size }

  /// The red, green and blue of a coloured drawing, `[3, size, size]`.
  ///
  /// - Throws: `DataSetError` for a sheet that is missing or another's.
  /// - Complexity: O(size²), and about 20 ms where its sheet is not the last one read.
  public func colour(_ index: Int) throws -> [UInt8] {
    let tile = try tile(index, .colour)
    return tile.map(\.r) + tile.map(\.g) + tile.map(\.b)
  }

  /// The lines of a drawing, 0 ink, 255 paper, `[size, size]`; else as `colour`.
  public func line(_ index: Int) throws -> [UInt8] { try tile(index, .line).map(\.r) }

  /// Indices in `Part.standard` of a drawing's pixels, `[size, size]`; else as `colour`.
  public func parts(_ index: Int) throws -> [UInt8] {
    try tile(index, .parts).map { colour in
      guard let part = partOfColour[colour] else {
        throw DataSetError(.damagedSheet, path: path(index, .parts))
      }
      return part
    }
  }

  /// All indices once, in an order that follows from seed and epoch.
  public func order(seed: UInt64, epoch: Int) -> [Int] {
    var random = RandomStream(seed: seed, stream: UInt64(epoch))
    return (0..<count).shuffled(using: &random)
  }

  /// What weights that learned from it carry: who drew it, what they permit, and what it was made of.
  public var statement: [String: String] { description.statement }

  private func path(_ index: Int, _ kind: SheetKind) -> String {
    folder + "/" + kind.fileName(index / description.triplesPerSheet)
  }

  /// The pixels of a tile, `[size, size]`; else as `colour`.
  func tile(_ index: Int, _ kind: SheetKind) throws -> [RGBA] {
    precondition((0..<count).contains(index), "triple \(index) of \(count)")
    let own = description.triplesPerSheet
    let sheet = TileSheet(
      size: size, columns: description.columns, count: min(own, count - index / own * own))
    return sheet.tile(index % own, of: try picture(index, kind, sheet))
  }

  private func picture(
    _ index: Int, _ kind: SheetKind, _ sheet: TileSheet
  ) throws -> Plane<RGBA> {
    let path = path(index, kind)
    if let known = sheets.withLock({ $0[kind] }), known.path == path { return known.pixels }
    let read: Plane<RGBA>
    do {
      read = try ImageFile.read(path, limits: Limits(pixels: sheet.width * sheet.height)).pixels
    } catch is ImageError {
      throw DataSetError(.damagedSheet, path: path)
    }
    guard read.width == sheet.width, read.height == sheet.height else {
      throw DataSetError(.damagedSheet, path: path)
    }
    sheets.withLock { $0[kind] = (path, read) }
    return read
  }
}

extension DataSetDescription {
  var statement: [String: String] {
    var result = ["data.artist": artist, "data.permission": permission]
    if let generated {
      let last = generated.seed &+ UInt64(generated.count) &- 1
      result["data.source"] =
        "generated characters, version \(generated.generator), seeds \(generated.seed) to \(last)"
    }
    if let pictures {
      result["data.source"] = "\(pictures.count) pictures"
      result["data.hashes"] = pictures.map(\.hash).joined(separator: " ")
    }
    return result
  }
}

/// The kinds of sheets.
enum SheetKind: String, CaseIterable {
  case colour, line, parts

  func fileName(_ number: Int) -> String {
    let digits = String(number)
    return
      "\(rawValue)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).png"
  }
}

/// The fixed colours of the standard parts, in their order.
enum PartColours {
  static let all = Part.standard.map { RGBA(hex: $0.hex) ?? .black }
}
