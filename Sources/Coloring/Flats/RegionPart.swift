/// The part of one region, and how it is known.
public struct RegionPart: Hashable, Sendable {
  public enum Origin: String, Sendable, Codable {
    /// The artist said so.
    case label
    /// Its counterpart in a reference has it.
    case counterpart
    /// Its palette entry has it.
    case entry
    /// It is like a region that the artist gave it.
    case example
    /// The project's labelled drawings taught that it is this.
    case taught
    /// The engine's network sees it there.
    case seen
    /// It lies outside the figure.
    case ground
  }

  /// `Part.id`.
  public let part: String
  public let origin: Origin

  public init(_ part: String, _ origin: Origin) {
    self.part = part
    self.origin = origin
  }
}
