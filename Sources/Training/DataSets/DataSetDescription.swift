public import Figures
import FoundationEssentials
internal import ImageFormats
internal import Regions

/// The description of a data set, `dataset.json`: what it holds, of whom, and with what permission.
///
/// What a file says is checked before anything is made of it: sheets are found by their numbers, never by names in it.
public struct DataSetDescription: Codable, Equatable, Sendable {
  /// The version of the format that this program writes.
  public static let format = 1
  /// The sides that there are, in pixels.
  public static let sizes = [64, 128, 256, 512]
  /// The most triples.
  public static let most = 1_000_000
  static let fileName = "dataset.json"
  /// The most bytes of the file.
  private static let mostBytes = 256 << 20
  /// The most letters of a statement.
  private static let mostLetters = 10_000

  /// Characters that nurie draws.
  public struct Generated: Codable, Equatable, Sendable {
    /// The generator's version and fingerprint.
    public var generator: String
    /// The first triple's; each after it has the next number.
    public var seed: UInt64
    /// So many are wished for.
    public var count: Int
  }

  /// A picture of an artist's.
  public struct Picture: Codable, Equatable, Sendable {
    /// Its name in the artist's folder.
    public var file: String
    /// The hash of its bytes.
    public var hash: String
  }

  /// A file of the artist's folder that is not among the triples.
  public struct LeftOut: Codable, Equatable, Sendable {
    public enum Reason: String, Codable, Sendable {
      case unreadable, listed, noFigure, tooSmall, alike
    }

    public var file: String
    public var reason: Reason
    /// The picture that it is like.
    public var other: String?
  }

  /// How far what the network sees agrees with the true parts of generated characters.
  public struct Agreement: Codable, Equatable, Sendable {
    /// The number of drawings that were compared, the first ones.
    public var drawings: Int
    /// The share of their pixels that are seen as what they are, 0…1.
    public var share: Double
    /// The mean overlap of the parts (IoU), 0…1.
    public var overlap: Double
  }

  /// Where the parts of pixels come from.
  public enum PartsOrigin: String, Codable, Sendable {
    /// The parts that a generated character was drawn of.
    case truth = "true"
    /// The matcher's scores.
    case network
  }

  public var format = DataSetDescription.format
  /// The side of its pictures in pixels.
  public var size: Int
  public var cut: FigurePortrait.Cut
  /// The number of triples that lie in its sheets.
  public var made = 0
  public var isFinished = false
  /// Whoever drew it.
  public var artist: String
  /// What whoever drew it permits.
  public var permission: String
  /// The hash of the weights that drew the lines.
  public var lineWeights: String
  /// The origin of what its pixels are parts of, and the name of the weights that saw them, if any did.
  public var parts: PartsOrigin
  public var partWeights: String?
  /// What its triples are: generated characters, or a folder's pictures, in the triples' order.
  public var generated: Generated?
  public var agreement: Agreement?
  public var pictures: [Picture]?
  public var leftOut: [LeftOut]?

  /// The triples on a sheet: as many columns as rows, at most 16, and at most 2048 pixels.
  public var columns: Int { min(16, 2048 / size) }
  public var triplesPerSheet: Int { columns * columns }

  /// Whether both ask for the same, however far they are.
  func asksForTheSame(as other: DataSetDescription) -> Bool {
    func wish(_ description: DataSetDescription) -> DataSetDescription {
      var wish = description
      (wish.made, wish.isFinished, wish.agreement) = (0, false, nil)
      if wish.pictures != nil { (wish.pictures, wish.leftOut) = ([], []) }
      return wish
    }
    return wish(self) == wish(other)
  }
}

extension DataSetDescription {
  /// The description in a folder.
  ///
  /// - Throws: `DataSetError`; `ImageError` where the file cannot be read.
  static func read(folder: String) throws -> DataSetDescription {
    let path = folder + "/" + fileName
    let data = Data(try bytes(of: path, folder: folder))
    let decoder = JSONDecoder()
    guard let format = try? decoder.decode(FormatAlone.self, from: data) else {
      throw DataSetError(.malformed("no JSON object with a format"), path: path)
    }
    guard format.format <= Self.format else { throw DataSetError(.newer, path: path) }
    guard let read = try? decoder.decode(DataSetDescription.self, from: data) else {
      throw DataSetError(.malformed("a value is missing or of another kind"), path: path)
    }
    if let fault = read.fault { throw DataSetError(.malformed(fault), path: path) }
    return read
  }

  private static func bytes(of path: String, folder: String) throws -> [UInt8] {
    do {
      return try readBytes(path, limit: mostBytes)
    } catch {
      guard error.problem == .missing else { throw error }
      throw DataSetError(.missing, path: folder)
    }
  }

  /// A contradiction in it; nil where there is none.
  private var fault: String? {
    if format < 1 { return "format \(format)" }
    if !Self.sizes.contains(size) { return "size \(size)" }
    if !(0...Self.most).contains(made) { return "\(made) triples" }
    if !isFinished && made % triplesPerSheet != 0 { return "\(made) triples on full sheets" }
    var texts = [artist, permission, lineWeights, partWeights ?? ""]
    switch (generated, pictures) {
    case (let generated?, nil):
      if !(1...Self.most).contains(generated.count) || made > generated.count
        || isFinished != (made == generated.count)
      {
        return "\(made) triples of \(generated.count)"
      }
      texts.append(generated.generator)
    case (nil, let pictures?):
      if pictures.count != made { return "\(made) triples of \(pictures.count) pictures" }
      texts += pictures.flatMap { [$0.file, $0.hash] }
    default: return "neither generated characters nor pictures"
    }
    if texts.contains(where: { $0.count > Self.mostLetters }) { return "a text is too long" }
    return nil
  }

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}

/// What every version of the description has.
private struct FormatAlone: Decodable { var format: Int }
