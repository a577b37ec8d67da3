internal import Raster
public import Regions

/// A region of another drawing of the project, and what the artist said of it.
public struct Example: Sendable, Hashable {
  public enum Paint: Sendable, Hashable {
    /// The palette's entry of this name.
    case entry(String)
    /// That of a region of a reference, which is named by its place among all the project's references.
    case counterpart(place: Int, RegionName)
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

/// All examples that one drawing gives. They are the same for every other drawing, and count by their key alone: lists compare those of
/// all drawings with each other in every frame.
public struct DrawingExamples: Sendable {
  public let all: [Example]
  private let key: ContentKey

  /// - Complexity: O(examples), about a microsecond each.
  public init(_ all: [Example]) {
    self.all = all
    var hasher = ContentHasher()
    for example in all {
      hasher.combine(example.traits.bytes)
      hasher.combine(example.part ?? "")
      switch example.paint {
      case nil: hasher.combine(0)
      case .entry(let name):
        hasher.combine(1)
        hasher.combine(name)
      case .counterpart(let place, let region):
        hasher.combine(2)
        hasher.combine([place, region.inside.x, region.inside.y])
      }
    }
    key = hasher.key
  }
}

extension DrawingExamples: Hashable, Encodable {
  public static func == (a: DrawingExamples, b: DrawingExamples) -> Bool { a.key == b.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  public func encode(to encoder: any Encoder) throws { try key.encode(to: encoder) }
}
