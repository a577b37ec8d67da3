// The nearness of a coloured drawing to its true colours.
//
// Only the pixels of the subject that are paper count: ink would be right in any drawing.
// Cost: about 0.5 µs a pixel a thread, most of it CIEDE2000; runs of one colour cost nothing.

public import Raster

/// The agreement of a coloured drawing with its true colours.
public struct Score: Hashable, Sendable {
  /// The share of pixels whose CIEDE2000 distance to the truth is under 10: the right colour.
  public let acc10: Double
  /// The share under 20: the right family of colours.
  public let acc20: Double
  /// The mean distance, CIEDE2000; 0 is best.
  public let difference: Double
  /// The error of the amount of shading: the mean over blocks of 24 px, more than half paper, of
  /// the difference in the standard deviation of L*; 0 is best, and where no block fits.
  public let flat: Double
  /// The correlation with the truth in L* once a blur of 12 px is taken off: the right texture in the
  /// right place; 1 is best, 0 where either has none.
  public let texture: Double
  /// `acc10` over all pixels of the eyes' band; nil where none is marked.
  public let eyes: Double?
}

/// A reason why a drawing cannot be scored.
public enum ScoreError: Error, Equatable, Sendable, CustomStringConvertible {
  case nothingToScore

  public var description: String {
    "no pixel counts: the line drawing has no paper inside the subject; check that both belong to "
      + "this drawing"
  }
}

extension Score {
  /// Compares `output` with `truth`. Pictures of another size than the truth are brought to it by
  /// Lanczos on their codes.
  ///
  /// - Parameters:
  ///   - output: the drawing as coloured; over white where it is not opaque.
  ///   - truth: its true colours.
  ///   - line: the line drawing; what is lighter than 200 is paper.
  ///   - subject: lighter than 127 where the pixels count; everywhere by default.
  ///   - eyes: lighter than 127 in a band over the open eyes.
  public init(
    of output: Image, truth: Image, line: Image, subject: Image? = nil, eyes: Image? = nil,
    work: Work
  ) throws {
    let (width, height) = (truth.width, truth.height)
    var counts = line.grey.lanczosOnCodes(width: width, height: height).map { $0 >= 200 }
    if let subject = subject?.grey.lanczosOnCodes(width: width, height: height) {
      for index in counts.elements.indices where subject.elements[index] <= 127 {
        counts.elements[index] = false
      }
    }
    let paper = counts.elements.indices.filter { counts.elements[$0] }
    if paper.isEmpty { throw ScoreError.nothingToScore }

    let truth = truth.overWhite
    let output = output.overWhite.onCodes(width: width, height: height)
    let differences = try output.differences(from: truth, work: work).elements
    acc10 = share(of: paper) { differences[$0] < 10 }
    acc20 = share(of: paper) { differences[$0] < 20 }
    difference = paper.reduce(0) { $0 + differences[$1] } / Double(paper.count)

    let (ours, theirs) = (try output.lightness(work: work), try truth.lightness(work: work))
    flat = shadingError(ours, theirs, where: counts)
    let (ourTexture, theirTexture) = (ours.withoutBlur.elements, theirs.withoutBlur.elements)
    texture = correlation(paper.map { ourTexture[$0] }, paper.map { theirTexture[$0] })
    self.eyes = eyes.flatMap { eyes in
      let band = eyes.grey.lanczosOnCodes(width: width, height: height).elements
      let pixels = band.indices.filter { band[$0] > 127 }
      return pixels.isEmpty ? nil : share(of: pixels) { differences[$0] < 10 }
    }
  }
}

private func share(of pixels: [Int], where holds: (Int) -> Bool) -> Double {
  Double(pixels.count(where: holds)) / Double(pixels.count)
}

extension Image {
  /// CIEDE2000 pixel by pixel.
  fileprivate func differences(from truth: Image, work: Work) throws(Cancelled) -> Plane<Double> {
    var result = Plane<Double>(width: width, height: height, repeating: 0)
    let (width, ours, theirs) = (width, elements, truth.elements)
    try work.forEachRow(of: &result) { y, row in
      for x in 0..<row.count {
        let index = y * width + x
        if x > 0 && ours[index] == ours[index - 1] && theirs[index] == theirs[index - 1] {
          row[x] = row[x - 1]
        } else {
          row[x] = CIELab(ours[index]).difference(to: CIELab(theirs[index]))
        }
      }
    }
    return result
  }

  /// L*, pixel by pixel.
  fileprivate func lightness(work: Work) throws(Cancelled) -> Plane<Double> {
    var result = Plane<Double>(width: width, height: height, repeating: 0)
    let (width, colors) = (width, elements)
    try work.forEachRow(of: &result) { y, row in
      for x in 0..<row.count { row[x] = CIELab(colors[y * width + x]).l }
    }
    return result
  }
}
