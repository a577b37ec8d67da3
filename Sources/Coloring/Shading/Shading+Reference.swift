internal import Raster
internal import Regions

// The reference's own light and dark, carried over region by region.
//
// A pixel of a matched region looks up the light of its counterpart at the place that the alignment of
// the two figures gives. What is carried over is as coarse as `ReferenceLight`, can be no stronger than what
// occurs in the counterpart, and fades out where the match is unsure. Where the two figures do not stand alike, or two regions do
// not come to lie over each other, only how light the counterpart is as a whole is carried over: a shadow in the wrong place
// is worse than none. How alike they must be was measured on drawings whose true light is known. Where the drawing's own trace
// lines bound light and shadow, nothing is carried over: they say it better. A region that the artist painted otherwise than its
// match has none. It does not know that two regions
// continue each other, so a seam may show where a closed gap parts them.

extension Shading {
  private static let longestSide = 64

  /// - Parameters:
  ///   - found: the matches as they were found, whatever the artist wishes: so a pin changes no light elsewhere.
  ///   - alignments: with each reference, as they were found.
  ///   - dragged: the same as pins drag them: for the regions that are pinned, and for no other.
  init(
    map: RegionMap, flats: Flats, found: RegionTable<Match>, alignments: [Alignment],
    dragged: [Alignment], areas: RegionTable<TraceArea?>, references: [ReadReference], work: Work
  ) throws(Cancelled) {
    self.init(areas: areas)
    let overlaps = RegionTable(map) { region -> Double? in
      if region.isBackground { return nil }
      return found[region.label].chosen.flatMap {
        Shading.overlap(of: region, in: map, with: $0, by: alignments, references)
      }
    }
    let alike = Shading.smoothStep((Shading.mean(of: overlaps, in: map) - 0.2) / 0.3)
    let isTraced = areas.hasAreas
    for region in map.regions {
      try work.checkCancelled()
      let flat = flats[region.label]
      guard flat.entry != nil, flat.origin != .neighbours, !isTraced[region.label],
        !flats.repainted.contains(region.label)
      else { continue }
      let match = flats.matches[region.label]
      guard let candidate = match.chosen,
        let light = references[candidate.reference].light.patches[candidate.label]
      else { continue }
      let places = match.origin == .pinned ? dragged : alignments
      // What the artist changed was not looked at yet.
      let isAsFound = match == found[region.label]
      guard
        let overlap = (isAsFound ? overlaps[region.label] : nil)
          ?? Shading.overlap(of: region, in: map, with: candidate, by: places, references)
      else { continue }
      let manner = Manner(
        strength: Shading.smoothStep((match.confidence - 0.1) / 0.3),
        level: light.isToned ? light.level.rounded() : light.level,
        detail: alike * Shading.smoothStep((overlap - 0.1) / 0.2), isToned: light.isToned)
      if manner.strength > 0, manner.detail > 0 || manner.level != 0 {
        set(region, light: light, manner: manner, alignment: places[candidate.reference])
      }
    }
  }

  /// The share that a region and its counterpart have in common, 0…1; nil where the counterpart is ground.
  private static func overlap(
    of region: Region, in map: RegionMap, with candidate: Candidate, by alignments: [Alignment],
    _ references: [ReadReference]
  ) -> Double? {
    let reference = references[candidate.reference].reference.map
    let counterpart = reference[candidate.label]
    if counterpart.isBackground { return nil }
    return alignments[candidate.reference].overlap(
      of: region, in: map, with: counterpart, in: reference)
  }

  /// Their mean by area; 0 where there are none.
  private static func mean(of overlaps: RegionTable<Double?>, in map: RegionMap) -> Double {
    var (common, area) = (0.0, 0.0)
    for region in map.regions {
      guard let overlap = overlaps[region.label] else { continue }
      common += Double(region.area) * overlap
      area += Double(region.area)
    }
    return common / max(1, area)
  }

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
