// A picture read as line art.
//
// The ground says how a pixel becomes a dark mark on light paper; the paper's own tone is evened
// out; each pixel is taken apart into darkness and colour; two thresholds, set from the drawing's
// own noise and its own ink, tell marks from paper; specks are dropped. Trace lines are found first, so that
// what belongs to them is not ink; `LineColours` tells which colours are theirs.
//
// Cost: linear; 3 bytes a pixel beside the picture, 4 where it has colour. Not done: to tell shading in
// grey from strokes as dark.

public import Raster

extension LineArt {
  /// The smallest width and height of a picture that is read as line art.
  public static let smallestSide = 3

  /// Reads a picture as line art.
  ///
  /// - Parameter coloursAreInk: whether every colour is ink; else it is found out which are trace lines.
  /// - Throws: `LineArtError` where it holds no drawing, `Cancelled`.
  /// - Complexity: O(width · height).
  public init(_ image: Image, coloursAreInk: Bool = false, work: Work) throws {
    guard image.width >= LineArt.smallestSide, image.height >= LineArt.smallestSide else {
      throw LineArtError.tooSmall(width: image.width, height: image.height)
    }
    let ground = try DrawingGround(image)
    let paper = try Paper(image, ground: ground, work: work)
    var pixels = PaperPixels(image: image, ground: ground, paper: paper)
    var tones = try Tones(pixels, work: work)
    if tones.chroma != nil {
      pixels.colours =
        try coloursAreInk ? .ink : LineColours(of: tones, pixels, work: work)
      if pixels.colours != .traces { tones = try Tones(pixels, work: work) }
    }
    var (traces, ink) = try tones.marks(on: paper, work: work)
    if traces == nil, ink.strokes.count == 0, tones.chroma != nil {
      // A sketch in a pastel colour alone.
      pixels.colours = .ink
      tones = try Tones(pixels, work: work)
      (traces, ink) = try tones.marks(on: paper, work: work)
    }
    var marked = ink.strokes
    if let traces { marked.formUnion(traces) }
    var strokeWidth = try marked.medianStrokeWidth(work: work)
    let hatching = try ink.strokes.hatching(
      specks: ink.specks, strokeWidth: strokeWidth, work: work)
    if let hatching {
      marked.subtract(hatching)
      strokeWidth = try marked.medianStrokeWidth(work: work)
    }
    let strokes = try Plane(
      ink: ink.strokes, traces: traces, hatching: hatching, of: pixels, work: work)
    let marks = ink.strokes.count + (traces?.count ?? 0)
    guard marks > 0 else { throw LineArtError.noLine }
    guard marks < image.width * image.height else { throw LineArtError.noPaper }
    if let drawn = ink.drawn {
      let reach = max(2, Int(strokeWidth.rounded(.up)))
      try tones.clearPaper(around: drawn, reach: reach, noise: ink.noise, work: work)
    }
    self.init(
      darkness: tones.darkness, strokes: strokes, strokeWidth: strokeWidth,
      isLayer: ground.inkIsAlpha)
  }
}

extension Tones {
  /// The marks of trace lines, and those of ink without them.
  fileprivate mutating func marks(on paper: Paper, work: Work) throws(Cancelled) -> (
    BitPlane?, InkMarks
  ) {
    let traces = try traceMarks(work: work)
    if let traces { try darkness.clear(where: traces, work: work) }
    return (traces, try inkMarks(on: paper, work: work))
  }
}

extension Plane where Element == UInt8 {
  /// Sets to 0 what `mask` has set.
  fileprivate mutating func clear(where mask: BitPlane, work: Work) throws(Cancelled) {
    try work.forEachRow(of: &self) { y, row in
      mask.forEachRun(inRow: y) { start, end, isSet in
        if isSet { for x in start..<end { row[x] = 0 } }
      }
    }
  }
}

extension Plane where Element == Stroke {
  /// Each pixel's kind: hatching before trace lines, those before ink, ink before paper.
  ///
  /// - Parameter pixels: tell the traces' colours.
  fileprivate init(
    ink: BitPlane, traces: BitPlane?, hatching: BitPlane?, of pixels: PaperPixels, work: Work
  ) throws(Cancelled) {
    try self.init(width: ink.width, height: ink.height, repeating: .paper, work: work) { y, row in
      ink.forEachRun(inRow: y) { start, end, isSet in
        if isSet { for x in start..<end { row[x] = .ink } }
      }
      if let traces, traces.isAnySet(inRow: y) {
        pixels.forEach(inRow: y) { x, tone in
          if traces[x, y] { row[x] = tone.hue }
        }
      }
      hatching?.forEachRun(inRow: y) { start, end, isSet in
        if isSet { for x in start..<end { row[x] = .hatching } }
      }
    }
  }
}
