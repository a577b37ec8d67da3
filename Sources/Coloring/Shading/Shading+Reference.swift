internal import Raster
internal import Regions

// The reference's own light and dark, carried over region by region.
//
// A pixel of a matched region looks up the light of its counterpart at the place that the alignment of
// the two figures gives. Where that misses the counterpart's box for most of the region (an arm that has
// moved), the two regions' boxes are laid over each other instead. What is carried over is as coarse as
// `ReferenceLight`, can be no stronger than what occurs in the counterpart, and fades out with the
// match's confidence, since a wrong shadow is worse than none. It does not know that two regions
// continue each other, so a seam may show where a closed gap parts them.

extension Shading {
  private static let longestSide = 64

  init(
    map: RegionMap, flats: Flats, alignments: [Alignment], areas: RegionTable<TraceArea?>,
    references: [ReadReference], work: Work
  ) throws(Cancelled) {
    self.init(regionCount: map.regions.count)
    let sources = RegionTable(map) { region -> (candidate: Candidate, strength: Float)? in
      let flat = flats[region.label]
      guard flat.entry != nil, flat.origin != .neighbours else { return nil }
      let source = flat.origin == .trace ? areas[region.label]?.parent : region.label
      let match = flats.matches[source ?? region.label]
      guard let candidate = match.chosen,
        !references[candidate.reference].reference.map[candidate.label].isBackground
      else { return nil }
      return (candidate, Shading.strength(match.confidence))
    }
    for (index, region) in map.regions.enumerated() {
      guard let (candidate, strength) = sources[region.label], strength > 0,
        let light = references[candidate.reference].light.patches[candidate.label]
      else { continue }
      if index % 64 == 0 { try work.checkCancelled() }
      set(
        region, light: light, strength: strength,
        alignment: alignments[candidate.reference])
    }
  }

  /// The share of the light that is carried over for a match of the given confidence.
  private static func strength(_ confidence: Double) -> Float {
    let t = min(max((confidence - 0.1) / 0.3, 0), 1)
    return Float(t * t * (3 - 2 * t))
  }

  private mutating func set(
    _ region: Region, light: ReferenceLight.Patch, strength: Float, alignment: Alignment
  ) {
    let box = region.box
    let cell = max(2, Double(max(box.width, box.height)) / Double(Shading.longestSide))
    let columns = Int(Double(box.width) / cell) + 1
    let rows = Int(Double(box.height) / cell) + 1
    let places = Plane(
      width: columns, height: rows,
      elements: (0..<rows * columns).map { node in
        let x = Double(box.x) + Double(node % columns) * cell
        let y = Double(box.y) + Double(node / columns) * cell
        let place = alignment.place(x: x, y: y)
        return SIMD2(place.x, place.y)
      })
    let hits = places.elements.count { light.box.contains(Point(Int($0.x), Int($0.y))) }
    let isAligned = hits * 2 >= places.elements.count
    let scaleX = Double(light.box.width) / Double(box.width)
    let scaleY = Double(light.box.height) / Double(box.height)
    var amounts = Plane<Float>(width: columns, height: rows, repeating: 0)
    for j in 0..<rows {
      for i in 0..<columns {
        let x = isAligned ? places[i, j].x : Double(light.box.x) + Double(i) * cell * scaleX
        let y = isAligned ? places[i, j].y : Double(light.box.y) + Double(j) * cell * scaleY
        amounts[i, j] = light.amount(x: x, y: y) * strength
      }
    }
    set(region.label, origin: (Float(box.x), Float(box.y)), cell: Float(cell), amounts: amounts)
  }
}
