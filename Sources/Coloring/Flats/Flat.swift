/// The way by which a region came to its palette entry.
public enum FlatOrigin: String, Sendable, Codable {
  /// From its counterpart in a reference.
  case match
  /// The artist chose it.
  case colour
  /// It is a shadow or highlight area of a matched region and shares its paint.
  case trace
  /// The artist said its part, which nothing that it was matched with has: it has the paint of that part.
  case part
  /// It is like a region of another drawing that the artist corrected, and shares its paint.
  case example
  /// Nothing was found for it: a guess from its neighbours, with confidence 0.
  case neighbours
  /// Outside the figure: unpainted.
  case background
}

/// The paint of one region.
public struct Flat: Sendable, Hashable {
  /// Index into the palette; nil where nothing is painted.
  public let entry: Int?
  public let origin: FlatOrigin
  /// The chance that the entry is right, 0…1.
  public let confidence: Double

  public init(entry: Int?, origin: FlatOrigin, confidence: Double) {
    self.entry = entry
    self.origin = origin
    self.confidence = confidence
  }
}
