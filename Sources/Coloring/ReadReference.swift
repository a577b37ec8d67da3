internal import Raster
internal import Regions

/// What the stage `reference` makes: a coloured drawing read, and as the matcher sees it.
struct ReadReference: Sendable {
  /// The chroma in Oklab below which a colour is a grey.
  private static let leastChroma: Float = 0.02

  let reference: Reference
  let descriptors: RegionDescriptors
  let warnings: [String]

  init(_ image: Image, work: Work) throws {
    reference = try Reference(image, work: work.within(0...0.8))
    descriptors = try RegionDescriptors(reference, work: work.within(0.8...1))
    warnings =
      ReadReference.isGrey(reference)
      ? ["it has no colour, so neither will the drawing; give a coloured one"] : []
  }

  private static func isGrey(_ reference: Reference) -> Bool {
    reference.palette.entries.allSatisfy { entry in
      let colour = Oklab(entry.base)
      return colour.a * colour.a + colour.b * colour.b < leastChroma * leastChroma
    }
  }
}
