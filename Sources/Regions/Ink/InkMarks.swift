// The strength of each pixel, on which the thresholds of ink are set: how clearly it stands out as part of a stroke.
//
// Idea: a stroke is narrow and dark. Grain is narrower than a stroke and is smoothed away where the
// paper has any, or where strokes have holes of single pixels. Shading, soft or in flat grey, is broader than strokes: what stays of the
// darkness after an opening three strokes wide is taken off, unless it is nearly as dark as ink, for that is
// spotted black. So a mouth filled in grey becomes a region, and a soft shadow does not clot the
// lines around it.
//
// Cost: linear; a byte a pixel, two where the paper has grain.

import Raster

/// The ink that was found, and the darkness that is the paper's.
struct InkMarks: Sendable {
  /// The strokes.
  let strokes: BitPlane
  /// Marks too small to be strokes.
  let specks: BitPlane
  /// Strokes and shading; specks are neither. Nil on clean paper, where there is nothing else.
  let drawn: BitPlane?
  /// Up to this darkness a pixel may be bare paper.
  let noise: UInt8
}

extension Tones {
  /// From this share of holes of one pixel on, strokes are porous: those of a hard pencil, or a brush that leaves pixels out.
  private static let leastPores = 0.005

  /// The marks of ink, specks left out; flat tones below it are taken off the darkness.
  mutating func inkMarks(on paper: Paper, work: Work) throws(Cancelled) -> InkMarks {
    var strength = darkness
    var flat = try strength.broadTones(work: work)
    func narrow() throws(Cancelled) -> Plane<UInt8> {
      guard let flat else { return strength }
      return try strength.without(flat, work: work)
    }
    var levels = try InkLevels(narrow(), except: chroma, work: work)
    let noise = levels.noise
    var drawn = try BitPlane(marksOf: narrow(), levels.marks, work: work)
    let isGrainy =
      levels.isGrainy || Double(drawn.pinholeCount) > Self.leastPores * Double(drawn.count)
    if isGrainy {
      strength = try strength.smoothed(work: work)
      flat = try strength.broadTones(work: work)
      levels = try InkLevels(narrow(), except: chroma, work: work)
      drawn = try BitPlane(marksOf: narrow(), levels.marks, work: work)
    }
    let strokeWidth = try drawn.medianStrokeWidth(work: work)
    let reach = max(2, Int((1.5 * strokeWidth).rounded(.up)))
    var shading = try strength.opened(reach: reach, work: work)
    if flat != nil {
      try shading.addFlatTones(of: strength, below: levels.solid, work: work)
      try darkness.lift(
        off: shading.flat(of: strength, below: levels.solid, work: work), work: work)
    }
    try shading.leave(of: strength, below: levels.solid, work: work)
    strength = shading
    var marks = try BitPlane(marksOf: strength, levels.marks, work: work)
    let speck = (isGrainy ? 2.5 : 1.5) * strokeWidth
    let specks = try marks.removeSpecks(shorterThan: speck, work: work)
    try marks.closeCuts(strokeWidth: strokeWidth, work: work)
    if paper.isWhite && noise <= 1 {
      return InkMarks(strokes: marks, specks: specks, drawn: nil, noise: 0)
    }
    _ = try drawn.removeSpecks(shorterThan: speck, work: work)
    drawn.formUnion(marks)
    return InkMarks(strokes: marks, specks: specks, drawn: drawn, noise: noise)
  }
}

extension BitPlane {
  /// Clears the marks shorter than that in both directions, unless they are as dense as a dot of it.
  ///
  /// - Returns: those marks.
  fileprivate mutating func removeSpecks(shorterThan length: Double, work: Work)
    throws(Cancelled) -> BitPlane
  {
    let marks = try RunComponents(of: self, where: true, connectivity: .eight, work: work)
    let statistics = marks.statistics()
    let isSpeck = statistics.map { mark in
      Double(max(mark.box.width, mark.box.height)) < length
        && Double(mark.area) < length * length / 2
    }
    var specks = BitPlane(width: width, height: height)
    specks.set(marks) { isSpeck[$0] }
    subtract(specks)
    return specks
  }
}

extension Plane where Element == UInt8 {
  /// Turns shading into what it leaves of the strength, where it is lighter than `solid`: in place, for planes are large.
  fileprivate mutating func leave(of strength: Plane, below solid: UInt8, work: Work)
    throws(Cancelled)
  {
    try work.forEachRow(of: &self) { y, row in
      let strengths = strength.elements.span.extracting(y * row.count..<(y + 1) * row.count)
      for x in row.indices {
        let shade = row[x] < solid ? row[x] : 0
        row[x] = strengths[x] - min(shade, strengths[x])
      }
    }
  }

  /// Each pixel the mean of the nine around it, weighted 1 2 1 in both directions; at the edges the
  /// outermost pixels count for those that lack.
  fileprivate func smoothed(work: Work) throws(Cancelled) -> Plane {
    let (width, height) = (width, height)
    return try Plane(width: width, height: height, repeating: 0, work: work) { y, row in
      let all = elements.span
      let above = all.extracting(max(0, y - 1) * width..<(max(0, y - 1) + 1) * width)
      let here = all.extracting(y * width..<(y + 1) * width)
      let lower = min(height - 1, y + 1)
      let below = all.extracting(lower * width..<(lower + 1) * width)
      func column(_ x: Int) -> Int { Int(above[x]) + 2 * Int(here[x]) + Int(below[x]) }
      var left = column(0)
      var middle = left
      for x in 0..<width {
        let right = x + 1 < width ? column(x + 1) : middle
        row[x] = UInt8((left + 2 * middle + right + 8) >> 4)
        (left, middle) = (middle, right)
      }
    }
  }
}
