// Flat grey in a drawing: an under-painting below the lines, a layer of shade, marker.
//
// Idea: what is far broader than any stroke and lighter than the drawing's black is no stroke, so the thresholds of ink and the
// width of strokes are taken from what remains. Of a flat tone that is broad somewhere every pixel that hangs together with that place and
// has the same tone is bare too, however narrow it becomes: the tip of a shadow, the gap between two fingers. Flat tones are lifted
// off the ink, too: paint takes their place.
//
// Cost: a histogram; an opening more where a good part of the drawing is neither paper nor black. Not done: to clear tones that
// change where they are narrow.

import Raster

extension Plane where Element == UInt8 {
  /// Up to this darkness a pixel is paper.
  private static var paper: Int { 12 }
  /// From this share of pixels between paper and black on a drawing may have flat tones; soft edges of strokes alone are fewer.
  private static var leastGrey: Double { 0.04 }
  /// The share of a drawing that is at least as dark as its black.
  private static var leastBlack: Double { 0.002 }
  /// The side of what is broader than any stroke, as a share of the drawing's.
  private static var broad: Double { 0.04 }
  /// The share of a drawing that broad tones cover at least.
  private static var leastBroad: Double { 0.01 }
  /// The share of a drawing that has one tone exactly, where it is flat; soft edges spread over all.
  private static var leastCommon: Double { 0.015 }
  /// Tones that differ by no more are one.
  private static var likeness: Int { 3 }
  /// So many tones are looked for.
  private static var mostTones: Int { 4 }

  /// The darkness of what is broad and lighter than black, 0 elsewhere; nil for a drawing that has next to none.
  func broadTones(work: Work) throws(Cancelled) -> Plane? {
    let counts = try histogram(work: work)
    let all = Double(elements.count)
    var black = 255
    var darker = counts[255]
    while black > 0, Double(darker) < Self.leastBlack * all {
      black -= 1
      darker += counts[black]
    }
    let solid = UInt8(black * 5 / 8)
    guard solid > Self.paper,
      Double(counts[Self.paper..<Int(solid)].reduce(0, +)) > Self.leastGrey * all
    else { return nil }
    let side = (Double(width) * Double(height)).squareRoot()
    var tones = try opened(reach: Swift.max(4, Int(Self.broad * side / 2)), work: work)
    if let flat = try flatTones(counts, below: solid, work: work) {
      for index in tones.elements.indices where flat.elements[index] > 0 {
        tones.elements[index] = Swift.max(tones.elements[index], flat.elements[index])
      }
    }
    try work.forEachRow(of: &tones) { _, row in
      for x in row.indices where row[x] >= solid || row[x] < UInt8(Self.paper) { row[x] = 0 }
    }
    let bare = try tones.histogram(work: work)[0]
    return all - Double(bare) > Self.leastBroad * all ? tones : nil
  }

  /// The darkness of areas of one tone that are broader than strokes of black, 0 elsewhere; nil where no tone is common.
  private func flatTones(_ counts: [Int], below solid: UInt8, work: Work) throws(Cancelled)
    -> Plane?
  {
    let isCommon = Self.commonTones(counts, below: solid)
    guard isCommon.contains(true) else { return nil }
    let black = try BitPlane(self, work: work) { $0 >= solid }
    let width = try black.medianStrokeWidth(work: work)
    return try opened(reach: Swift.max(2, Int((1.5 * width).rounded(.up))), work: work)
      .cleared(unless: isCommon, work: work)
  }

  /// This shading where it is as dark as a common tone of the drawing, 0 elsewhere.
  func flat(of drawing: Plane, below solid: UInt8, work: Work) throws(Cancelled) -> Plane {
    try cleared(
      unless: Self.commonTones(try drawing.histogram(work: work), below: solid), work: work)
  }

  /// The plane with 0 for every value that is not to stay.
  private func cleared(unless stays: [Bool], work: Work) throws(Cancelled) -> Plane {
    var rest = self
    try work.forEachRow(of: &rest) { _, row in
      for x in row.indices where !stays[Int(row[x])] { row[x] = 0 }
    }
    return rest
  }

  /// Whether each darkness is, or nearly is, one that a good part of a drawing has.
  private static func commonTones(_ counts: [Int], below solid: UInt8) -> [Bool] {
    var isCommon = [Bool](repeating: false, count: 256)
    let all = Double(counts.reduce(0, +))
    for tone in paper..<Swift.max(paper + 1, Int(solid))
    where Double(counts[tone]) > leastCommon * all {
      for like in Swift.max(0, tone - likeness)...Swift.min(255, tone + likeness) {
        isCommon[like] = true
      }
    }
    return isCommon
  }

  /// What is left of each value without another's, 0 at least.
  ///
  /// - Precondition: both have one size.
  func without(_ other: Plane, work: Work) throws(Cancelled) -> Plane {
    try Plane(width: width, height: height, repeating: 0, work: work) { y, row in
      let start = y * row.count
      let (own, others) = (elements.span, other.elements.span)
      for x in row.indices where own[start + x] > others[start + x] {
        row[x] = own[start + x] - others[start + x]
      }
    }
  }

  /// Takes away tones that this was drawn over: black stays as black, what is as dark as the tone becomes bare.
  ///
  /// - Precondition: both have one size.
  mutating func lift(off tones: Plane, work: Work) throws(Cancelled) {
    try work.forEachRow(of: &self) { y, row in
      let start = y * row.count
      let tones = tones.elements.span
      for x in row.indices where tones[start + x] > 0 {
        let (own, tone) = (Int(row[x]), Int(tones[start + x]))
        row[x] = own <= tone ? 0 : UInt8((own - tone) * 255 / Swift.max(1, 255 - tone))
      }
    }
  }

  /// Adds to shading the flat tones that go on where they are narrow: all that hangs together with them and is as dark.
  ///
  /// - Parameters:
  ///   - strength: what this plane is the opening of.
  ///   - solid: what is as dark is spotted black.
  mutating func addFlatTones(of strength: Plane, below solid: UInt8, work: Work) throws(Cancelled) {
    var counts = try histogram(work: work)
    let least = elements.count / 500
    for _ in 0..<Self.mostTones {
      let range = Self.paper..<Swift.max(Self.paper + 1, Int(solid))
      guard let tone = range.max(by: { (counts[$0], $1) < (counts[$1], $0) }),
        counts[tone] > least
      else { return }
      let like = Swift.max(0, tone - Self.likeness)...Swift.min(255, tone + Self.likeness)
      for other in like { counts[other] = 0 }
      let isLike = try BitPlane(strength, work: work) { like.contains(Int($0)) }
      let areas = try RunComponents(of: isLike, where: true, work: work)
      var isBroad = [Bool](repeating: false, count: areas.count)
      areas.forEachPixel { area, x, y in
        if like.contains(Int(elements[y * width + x])) { isBroad[area] = true }
      }
      areas.forEachPixel { area, x, y in
        if isBroad[area] { elements[y * width + x] = strength.elements[y * width + x] }
      }
    }
  }

  private func histogram(work: Work) throws(Cancelled) -> [Int] {
    let bands = work.mapBands(of: height) { rows in
      var counts = [Int](repeating: 0, count: 256)
      let pixels = elements.span
      for index in rows.lowerBound * width..<rows.upperBound * width {
        counts[Int(pixels[index])] += 1
      }
      return counts
    }
    try work.checkCancelled()
    return (0..<256).map { value in bands.reduce(0) { $0 + $1[value] } }
  }
}
