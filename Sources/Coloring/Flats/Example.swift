public import Regions

/// A region of another drawing of the project, and what the artist said of it.
public struct Example: Sendable, Hashable, Encodable {
  public enum Paint: Sendable, Hashable, Encodable {
    /// The palette's entry of this name.
    case entry(String)
    /// That of a region of a reference, which counts as pins count it.
    case counterpart(reference: Int, RegionName)
  }

  public let traits: RegionTraits
  /// `Part.id`.
  public let part: String?
  public let paint: Paint?

  public init(_ traits: RegionTraits, part: String?, paint: Paint?) {
    self.traits = traits
    self.part = part
    self.paint = paint
  }
}
