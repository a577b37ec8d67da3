internal import Raster
internal import Regions

// The reference's own light and dark, carried over region by region.
//
// A pixel of a matched region looks up the light of its counterpart at the place that the alignment of
// the two figures gives. What is carried over is as coarse as `ReferenceLight`, can be no stronger than what
// occurs in the counterpart, and fades out where the match is unsure. Where the two do not come to lie over
// each other, only how light the counterpart is as a whole is carried over: a shadow in the wrong place is worse than none. A region that the artist painted otherwise than its
// match has none. It does not know that two regions
// continue each other, so a seam may show where a closed gap parts them.

extension Shading {
  private static let longestSide = 64

  /// - Parameters:
  ///   - alignments: with each reference, as they were found.
  ///   - dragged: the same as pins drag them: for the regions that are pinned, and for no other.
  init(
    map: RegionMap, flats: Flats, alignments: [Alignment], dragged: [Alignment],
    areas: RegionTable<TraceArea?>,
    references: [ReadReference], work: Work
  ) throws(Cancelled) {
    self.init(regionCount: map.regions.count)
    let sources = RegionTable(map) {
      region -> (candidate: Candidate, strength: Float, isPinned: Bool)? in
      let flat = flats[region.label]
      guard flat.entry != nil, flat.origin != .neighbours else { return nil }
      let source = flat.origin == .trace ? areas[region.label]?.parent : region.label
      if flats.repainted.contains(source ?? region.label) { return nil }
      let match = flats.matches[source ?? region.label]
      guard let candidate = match.chosen,
        !references[candidate.reference].reference.map[candidate.label].isBackground
      else { return nil }
      return (candidate, Shading.strength(match.confidence), match.origin == .pinned)
    }
    for (index, region) in map.regions.enumerated() {
      guard let (candidate, strength, isPinned) = sources[region.label], strength > 0,
        let light = references[candidate.reference].light.patches[candidate.label]
      else { continue }
      if index % 64 == 0 { try work.checkCancelled() }
      let reference = references[candidate.reference].reference.map
      let alignment = (isPinned ? dragged : alignments)[candidate.reference]
      let overlap = alignment.overlap(
        of: region, in: map, with: reference[candidate.label], in: reference)
      let manner = Manner(
        strength: strength, level: light.isToned ? light.level.rounded() : light.level,
        detail: Shading.trust(overlap: overlap), isToned: light.isToned)
      if manner.detail > 0 || manner.level != 0 {
        set(region, light: light, manner: manner, alignment: alignment)
      }
    }
  }

  /// The share of the light that is carried over for a match of the given confidence.
  private static func strength(_ confidence: Double) -> Float {
    smoothStep((confidence - 0.1) / 0.3)
  }

  /// The share that is carried over where so much of a region and its counterpart lies over each other: what was measured on
  /// drawings whose true light is known, where little in common gives light no better than chance.
  private static func trust(overlap: Double) -> Float { smoothStep((overlap - 0.3) / 0.45) }

  private static func smoothStep(_ x: Double) -> Float {
    let t = min(max(x, 0), 1)
    return Float(t * t * (3 - 2 * t))
  }

  private mutating func set(
    _ region: Region, light: ReferenceLight.Patch, manner: Manner, alignment: Alignment
  ) {
    let box = region.box
    let cell = max(2, Double(max(box.width, box.height)) / Double(Shading.longestSide))
    let columns = Int(Double(box.width) / cell) + 1
    let rows = Int(Double(box.height) / cell) + 1
    var amounts = Plane<Float>(width: columns, height: rows, repeating: 0)
    for j in 0..<rows {
      for i in 0..<columns {
        let place = alignment.place(
          x: Double(box.x) + Double(i) * cell, y: Double(box.y) + Double(j) * cell)
        amounts[i, j] = light.amount(x: place.x, y: place.y)
      }
    }
    set(
      region.label, origin: (Float(box.x), Float(box.y)), cell: Float(cell), amounts: amounts,
      manner: manner)
  }
}
