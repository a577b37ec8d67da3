public import Raster
internal import Regions

/// The product of the stage `reference`: a coloured drawing read, its light, and how the matcher sees it. The picture's pixels
/// are not needed after it.
struct ReadReference: Sendable {
  /// The chroma in Oklab below which a colour is a grey.
  private static let leastChroma: Float = 0.02

  /// As read: without the parts that the artist gave its regions.
  let reference: Reference
  let light: ReferenceLight
  let descriptors: RegionDescriptors
  /// Remarks on it that the artist should know.
  let warnings: [Warning]

  enum Warning: Int, Storable {
    case noColour

    init(_ known: Warning?, through bytes: inout StoredBytes) throws(BrokenBytes) {
      let number: Int = try bytes.pass(value: known?.rawValue)
      guard let warning = Warning(rawValue: number) else { throw BrokenBytes() }
      self = warning
    }
  }

  /// - Parameters:
  ///   - division: where the picture is a finished drawing.
  ///   - features: those of the picture, where the engine makes any.
  init(
    _ image: Image, division: FinishedDivision? = nil, features: Features?,
    matcher: any RegionMatcher, work: Work
  ) throws {
    let reference =
      if let division {
        try Reference(image, dividedAs: division, work: work.within(0...0.8))
      } else {
        try Reference(image, work: work.within(0...0.8))
      }
    // The light is found by one thread.
    (descriptors, light) = try work.together(
      {
        try matcher.describe(
          reference, image: image, features: features, work: work.within(0.8...1))
      },
      { () throws in try ReferenceLight(reference, image: image, work: work) })
    self.reference = reference
    warnings = ReadReference.isGrey(reference.palette) ? [.noColour] : []
  }

  private static func isGrey(_ palette: Palette) -> Bool {
    palette.entries.allSatisfy { entry in
      let colour = Oklab(entry.base)
      return colour.a * colour.a + colour.b * colour.b < leastChroma * leastChroma
    }
  }
}

// Of what the matcher sees only the lines are kept: and the features; the rest follows from them
// and the map in a few milliseconds.

extension ReadReference: Storable {
  init(_ known: ReadReference?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    reference = try bytes.pass(known, \.reference)
    light = try bytes.pass(known, \.light)
    warnings = try bytes.pass(known, \.warnings)
    guard light.patches.count == reference.map.regions.count else { throw BrokenBytes() }
    let lines: Plane<UInt32> = try bytes.pass(
      value: known?.descriptors.view.levels[0].lines.map { $0.bitPattern })
    let features = try bytes.pass(known, \.descriptors.features)
    if let known {
      descriptors = known.descriptors
    } else {
      descriptors = try RegionDescriptors(
        ofReference: reference.map, graph: reference.graph, palette: reference.palette,
        entries: reference.entries, lines: lines.map(Float.init(bitPattern:))
      ).seen(by: features)
    }
  }
}

extension Reference: Storable {
  public init(_ known: Reference?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    map = try bytes.pass(known, \.map)
    graph = try bytes.pass(known, \.graph)
    palette = try bytes.pass(known, \.palette)
    entries = try bytes.pass(known, \.entries)
    parts = try bytes.pass(known, \.parts)
    hasGround = try bytes.pass(known, \.hasGround)
    guard entries.count == map.regions.count, parts.count == entries.count,
      entries.allSatisfy(palette.entries.indices.contains)
    else { throw BrokenBytes() }
  }
}
