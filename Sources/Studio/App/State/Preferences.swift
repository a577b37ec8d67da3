internal import FoundationEssentials
internal import ImageFormats
internal import Projects

/// The studio's memory of its user between two starts; `preferences.json` in the configuration folder.
public struct Preferences: Hashable, Sendable, Codable {
  public var language: Language?
  public var theme: String?
  /// The sharpness of pictures, by its name.
  public var glyphs: String?
  public var isMouseOn: Bool?
  /// The way to tell an artist who looks elsewhere that renders have ended.
  public var announces: Announcement.Kind?
  /// The artist's places in the projects that were open last, the last one first.
  public var places: [ProjectPlace]?

  public init() {}

  /// The project that was open last.
  public var project: String? { places?.first?.path }

  /// Reads them; a file that is missing or broken gives the defaults, since nothing of worth is lost.
  public init(folder: String) {
    guard let bytes = try? readBytes(folder + "/preferences.json", limit: 1 << 20),
      let known = try? JSONDecoder().decode(Preferences.self, from: Data(bytes))
    else { return }
    self = known
  }

  /// Writes them, whole or not at all.
  public func write(folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(self))
    try FolderTree.make(folder)
    var file = try AtomicFile(replacing: folder + "/preferences.json")
    try file.write(bytes)
    try file.commit()
  }
}
