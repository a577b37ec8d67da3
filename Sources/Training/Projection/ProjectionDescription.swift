import FoundationEssentials
internal import ImageFormats

/// The description of a projection, `projection.json`: which pictures, by which generator, and how.
public struct ProjectionDescription: Codable, Equatable, Sendable {
  /// The version of the format that this program writes.
  public static let format = 1
  static let fileName = "projection.json"
  private static let mostBytes = 256 << 20

  /// A picture that is projected.
  public struct Picture: Codable, Equatable, Sendable {
    /// Its name, which is a file's too.
    public var name: String
    /// The hash of its file's bytes.
    public var hash: String
  }

  public var format = ProjectionDescription.format
  /// The hash of the generator's checkpoint.
  public let checkpoint: String
  /// The side of the pictures in pixels.
  public let side: Int
  /// The steps for each picture, and the seed of their random numbers.
  public let steps: Int
  public let seed: UInt64
  public let pictures: [Picture]
}

extension ProjectionDescription {
  /// The description in a folder.
  ///
  /// - Throws: `ProjectionError`; `ImageError` where the file cannot be read.
  static func read(folder: String) throws -> ProjectionDescription {
    let path = folder + "/" + fileName
    let bytes: [UInt8]
    do {
      bytes = try readBytes(path, limit: mostBytes)
    } catch {
      guard error.problem == .missing else { throw error }
      throw ProjectionError(.missing, path: folder)
    }
    struct FormatAlone: Decodable { var format: Int }
    let decoder = JSONDecoder()
    guard let format = try? decoder.decode(FormatAlone.self, from: Data(bytes)) else {
      throw ProjectionError(.malformed("no JSON object with a format"), path: path)
    }
    guard format.format <= Self.format else { throw ProjectionError(.newer, path: path) }
    guard let read = try? decoder.decode(Self.self, from: Data(bytes)) else {
      throw ProjectionError(.malformed("a value is missing or of another kind"), path: path)
    }
    guard read.steps > 0, !read.pictures.isEmpty,
      Set(read.pictures.map(\.name)).count == read.pictures.count,
      read.pictures.allSatisfy({ !$0.name.contains("/") && !$0.name.hasPrefix(".") })
    else { throw ProjectionError(.malformed("a value that cannot be"), path: path) }
    return read
  }

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}
