public import Raster

/// A file format that keeps a picture's layers.
///
/// A new one is a file that writes it, and a row here: commands, renders, the studio and their texts
/// ask this table.
public struct LayeredFormat: Sendable {
  /// Every format, in the order in which they are offered.
  public static let all = [
    LayeredFormat(
      "psd", for: ["Clip Studio", "Photoshop", "GIMP"], longestSide: PSD.longestSide,
      PSD.write),
    LayeredFormat("ora", for: ["Krita", "MyPaint"], OpenRaster.write),
  ]

  /// The ending of its files, in small letters without the dot; it is called so in commands and in projects too.
  public let ending: String
  /// Some that open it.
  public let programs: [String]
  /// The longest side that it knows, in pixels; nil where there is no limit.
  private let longestSide: Int?
  private let writing: Writing

  /// The function that `write` calls, with the same parameters.
  typealias Writing =
    @Sendable (
      _ picture: LayeredImage, _ path: String, _ overwriting: Bool, _ merged: Image?,
      _ metadata: PictureMetadata, _ work: Work
    ) throws -> Void

  private init(
    _ ending: String, for programs: [String], longestSide: Int? = nil, _ writing: @escaping Writing
  ) {
    self.ending = ending
    self.programs = programs
    self.longestSide = longestSide
    self.writing = writing
  }

  /// The format of a name, as "psd"; nil for another.
  public init?(ending: String) {
    guard let known = Self.all.first(where: { $0.ending == ending }) else { return nil }
    self = known
  }

  /// The format that the end of a file's name tells; nil where it tells none.
  public init?(ofFile path: String) {
    let name = path.lowercased()
    guard let known = Self.all.first(where: { name.hasSuffix($0.suffix) }) else { return nil }
    self = known
  }

  /// The ending with its dot.
  public var suffix: String { "." + ending }

  /// Why it cannot hold a picture of this size, which is known before any work; nil where it can.
  ///
  /// - Parameter file: how the error names the file.
  public func refusal(width: Int, height: Int, file: String) -> ImageError? {
    guard let longestSide, max(width, height) > longestSide else { return nil }
    return ImageError(
      .tooLargeForFormat("\(ending.uppercased()) (30,000 pixels a side)"), file: file)
  }

  /// Writes `picture` to `path` through an `AtomicFile`.
  ///
  /// - Parameters:
  ///   - merged: the composed picture, which viewers show, where the caller has it already.
  ///   - metadata: left out where the format has no place for it.
  /// - Throws: `ImageError`, `Cancelled`.
  /// - Complexity: O(canvas + the layers' pixels), on `work.threads` threads; the bytes do not depend
  ///   on how many.
  public func write(
    _ picture: LayeredImage, to path: String, overwriting: Bool = true, merged: Image? = nil,
    metadata: PictureMetadata = PictureMetadata(), work: Work
  ) throws {
    try writing(picture, path, overwriting, merged, metadata, work)
  }
}

/// By its ending.
extension LayeredFormat: Hashable, Codable {
  public static func == (one: LayeredFormat, other: LayeredFormat) -> Bool {
    one.ending == other.ending
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(ending) }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let ending = try container.decode(String.self)
    guard let known = LayeredFormat(ending: ending) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no layered format is called \(ending)")
    }
    self = known
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(ending)
  }
}
