internal import Regions

extension ContentKey {
  /// Names everything that decides a drawing's colours, where pictures go by names that never change their content.
  ///
  /// - Parameters:
  ///   - pictures: the drawing, then every reference; `matched` and `removed` are places among the references.
  public init(
    pictures: [String], matched: [Int], removed: [Int] = [], corrections: Corrections,
    referenceLabels: [[PartLabel]],
    settings: ColoringSettings
  ) {
    var hasher = ContentHasher()
    for stage in Stage.allCases { hasher.combine(stage.version) }
    hasher.combine(pictures.count)
    for name in pictures { hasher.combine(name) }
    hasher.combine(matched)
    hasher.combine(corrections.regions)
    hasher.combine(corrections.labels)
    hasher.combine(corrections.pins)
    hasher.combine(corrections.unlinks)
    hasher.combine(corrections.colours)
    for labels in referenceLabels { hasher.combine(labels) }
    hasher.combine(settings.gap ?? -1)
    hasher.combine(settings.traceLines.rawValue)
    hasher.combine(settings.lines.rawValue)
    hasher.combine(settings.shading.rawValue)
    switch settings.background {
    case .none: hasher.combine(0)
    case .reference: hasher.combine(1)
    case .colour(let colour):
      hasher.combine(2)
      hasher.combine(colour)
    }
    hasher.combine(settings.aliased)
    hasher.combine(settings.palette)
    hasher.combine(settings.paletteEdits)
    // Where there are none the key is what it was before removed references gave names.
    for place in removed { hasher.combine(place) }
    // Where there are none the key is what it was before projects had parts of their own.
    for part in settings.ownParts {
      for text in [part.id, part.name, part.letter, part.hex] { hasher.combine(text) }
    }
    self = hasher.key()
  }
}
