/// One line drawing of a character: pose, hand and page.
public struct SamplePage: Sendable {
  public let name: String
  public let pose: Pose
  public let style: LineStyle
  /// Pixels, before scaling.
  public let width: Int
  public let height: Int

  /// A page of `width` × `height` pixels before scaling; its name is part of its seed.
  public init(name: String, pose: Pose, style: LineStyle, width: Int, height: Int) {
    self.name = name
    self.pose = pose
    self.style = style
    self.width = width
    self.height = height
  }
}

/// A character with its coloured reference and its line drawings in other poses.
public struct Sample: Sendable {
  public let character: Character
  public let reference: SamplePage
  /// The reference's way of colouring; a drawing with trace lines is always true to cel shading.
  public let shading: ShadingStyle
  public let pages: [SamplePage]

  /// A character with its coloured `reference`, and `pages` that are drawn in lines.
  public init(
    character: Character, reference: SamplePage, shading: ShadingStyle, pages: [SamplePage]
  ) {
    self.character = character
    self.reference = reference
    self.shading = shading
    self.pages = pages
  }
}

extension SamplePage {
  /// The seed of the page's drawing, from its own name and the character's.
  public func seed(for character: Character) -> Seed {
    Seed(2026).child(character.name).child(name)
  }

  /// The page's geometry.
  ///
  /// - Parameter scale: times the page's size; line widths do not change with it.
  public func drawing(of character: Character, scale: Double = 1) -> Drawing {
    character.drawn(
      pose, width: max(64, Int(Double(width) * scale)),
      height: max(64, Int(Double(height) * scale)),
      seed: seed(for: character))
  }
}
