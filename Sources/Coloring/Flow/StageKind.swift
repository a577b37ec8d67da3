internal import Raster

/// The stage of the flow that something is about: in progress, in caches, in files.
public struct StageKind: Sendable {
  /// Its name in files; never changed.
  public let rawValue: String
  /// The work being done, for people: in English and in Japanese.
  public let title: (english: String, japanese: String)
  /// The share of the time that it usually takes, against the other stages.
  ///
  /// Means of drawings of 1 to 12 megapixels, each with one reference, on one thread; the larger the drawing, the less
  /// of it goes to matches. A bar of them is off by 4 % of the whole on average, and by 14 % at most.
  let share: Double
  /// Part of the stage's keys, and so of those of all that follow.
  ///
  /// To be raised in every change of the code after which a stage gives other products for equal inputs, or its products
  /// are stored in another way: they lie on disk longer than the program that made them, and under an unchanged
  /// version the new program would take the old one's for its own. A test compares the products of a
  /// small drawing with what they were.
  let version: Int
  /// The type of its product, where it is worth keeping on disk.
  let stored: (any Storable.Type)?

  init(
    _ name: String, version: Int, title: (english: String, japanese: String), share: Double,
    stored: (any Storable.Type)? = nil
  ) {
    rawValue = name
    self.version = version
    self.title = title
    self.share = share
    self.stored = stored
  }
}

extension StageKind: CaseIterable {
  /// Every stage, in the order they run by themselves; a small drawing and its references are read at once.
  public static let allCases: [StageKind] = [
    features, reference, lineArt, regions, matches, parts, flats, shading, layers,
  ]
}

extension StageKind: RawRepresentable, Hashable, Codable, CustomStringConvertible {
  public var description: String { rawValue }

  /// The stage of this name; nil where this version has none.
  public init?(rawValue: String) {
    guard let kind = StageKind.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = kind
  }

  public static func == (a: StageKind, b: StageKind) -> Bool { a.rawValue == b.rawValue }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
