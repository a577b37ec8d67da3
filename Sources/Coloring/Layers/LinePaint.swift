internal import Raster
internal import Regions

/// The look of some of a drawing's lines, lifted off its paper: the few pixels of the drawing itself that layers need, so that
/// the rest of it need not be kept.
struct LinePaint: Sendable {
  private struct Pixel {
    let x: Int32
    let paint: RGBA
  }

  private let pixels: [Pixel]
  /// The pixels of row `y` are `starts[y] ..< starts[y + 1]`.
  private let starts: [Int]

  /// - Parameters:
  ///   - columns: of the pixels to keep in a row, from the left.
  ///   - paint: of a pixel of the drawing.
  private init(
    of drawing: Image, work: Work, columns: @Sendable (_ y: Int) -> [Int],
    paint: @Sendable (RGBA) -> RGBA
  ) throws(Cancelled) {
    let bands = work.mapBands(of: drawing.height) { rows in
      rows.map { y -> [Pixel] in
        if work.isCancelled { return [] }
        return columns(y).map { x in
          Pixel(x: Int32(x), paint: paint(drawing.elements[y * drawing.width + x]))
        }
      }
    }
    try work.checkCancelled()
    let rows = bands.joined()
    pixels = Array(rows.joined())
    var starts = [0]
    for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    self.starts = starts
  }

  /// Calls `body` with each pixel of row `y`, from the left.
  @inline(__always)
  func forEach(inRow y: Int, _ body: (_ x: Int, _ paint: RGBA) -> Void) {
    for pixel in pixels[starts[y]..<starts[y + 1]] { body(Int(pixel.x), pixel.paint) }
  }
}

extension LinePaint {
  /// The pixels of trace lines, and those of paper beside them, where their soft edges lie.
  ///
  /// - Parameter paper: the mean colour of bare paper.
  init(tracesOf drawing: Image, _ lineArt: LineArt, paper: RGBA, work: Work) throws(Cancelled) {
    let strokes = lineArt.strokes
    let isTraced = work.mapBands(of: drawing.height) { rows in
      rows.map { y in
        let row = strokes.elements.span.extracting(y * strokes.width..<(y + 1) * strokes.width)
        var highest: UInt8 = 0
        for x in row.indices { highest = max(highest, row[x].rawValue) }
        return highest > Stroke.ink.rawValue
      }
    }.flatMap { $0 }
    let isLayer = lineArt.isLayer
    try self.init(of: drawing, work: work) { y in
      let around = max(0, y - 1)...min(drawing.height - 1, y + 1)
      return isTraced[around].contains(true) ? Self.traceColumns(inRow: y, of: strokes) : []
    } paint: { pixel in
      isLayer ? pixel : pixel.evened(on: paper).liftedOffWhite
    }
  }

  /// The pixels of ink that have a colour of their own: of a layer of lines all, else those that are no shade of grey.
  ///
  /// - Parameter paper: the mean colour of bare paper.
  init(inkOf drawing: Image, _ lineArt: LineArt, paper: RGBA, work: Work) throws(Cancelled) {
    let width = drawing.width
    let isLayer = lineArt.isLayer
    try self.init(of: drawing, work: work) { y in
      let pixels = drawing.elements.span.extracting(y * width..<(y + 1) * width)
      let strokes = lineArt.strokes.elements.span.extracting(y * width..<(y + 1) * width)
      let darkness = lineArt.darkness.elements.span.extracting(y * width..<(y + 1) * width)
      return (0..<width).filter { x in
        darkness[x] > 0 && !strokes[x].isTrace
          && (isLayer || pixels[x].evened(on: paper).isColoured)
      }
    } paint: { pixel in
      isLayer ? pixel : pixel.evened(on: paper).liftedOffWhite
    }
  }

  /// The columns of trace lines in a row, and of paper that touches one, be it by a corner.
  private static func traceColumns(inRow y: Int, of strokes: Plane<Stroke>) -> [Int] {
    let (width, height) = (strokes.width, strokes.height)
    var isNear = [Bool](repeating: false, count: width)
    for j in max(0, y - 1)...min(height - 1, y + 1) {
      let row = strokes.elements.span.extracting(j * width..<(j + 1) * width)
      for x in 0..<width where row[x].isTrace {
        for i in max(0, x - 1)...min(width - 1, x + 1) { isNear[i] = true }
      }
    }
    return isNear.indices.filter { isNear[$0] && strokes.elements[y * width + $0] != .ink }
  }
}

extension RGBA {
  /// The thinnest paint that, laid over white, looks like this colour.
  fileprivate var liftedOffWhite: RGBA {
    func onWhite(_ channel: UInt8) -> Int { 255 - Int(a) * (255 - Int(channel)) / 255 }
    let white = [onWhite(r), onWhite(g), onWhite(b)]
    let alpha = 255 - (white.min() ?? 255)
    guard alpha > 0 else { return .clear }
    let paint = white.map { UInt8(max(0, 255 - (255 - $0) * 255 / alpha)) }
    return RGBA(paint[0], paint[1], paint[2], UInt8(alpha))
  }
}
