// Trace lines are told from outlines and from a rough.
//
// Idea: a trace line bounds light and shadow within the figure, so the figure is as closed without it.
// An outline, whatever its colour, keeps the ground out: without lines of that colour the ground
// would run into the figure; or it closes a shape alone that has strokes inside, as that of a face does. A
// rough that was inked over runs beside the ink, here within the figure and there without, and wherever it is outermost ink is near. The
// ground is what a disc reaches from the upper corners, as wide as the gaps that are closed; so open strokes do not let it in.
//
// Cost: on a picture of at most 800 cells a side, three distance transforms and three more a colour; nothing where
// a drawing has no colour.
// Not done: to tell two purposes of lines in one colour, or an outline that has only figure on both sides and closes no shape
// alone.

import Raster

extension LineColours {
  /// The longer side of the picture that is looked at, in cells.
  private static let side = 800
  /// Colours that are told apart; all more are taken for the nearest of these.
  private static let most = 7
  /// Proportions up to this far apart, in steps, are one colour.
  private static let likeness = 6
  /// Without an outline at least this share of the figure is open to the ground.
  private static let leastOpened = 0.002
  /// At least this share of a rough's lines is outermost, beside almost all of which runs ink; and it runs beside most of the
  /// ink that is outermost.
  private static let leastOutermost = 0.08
  private static let leastInkBeside = 0.8
  private static let leastRoughBeside = 0.5
  /// A line runs beside another up to this far away, in radii of the disc that finds the ground.
  private static let farthestBeside: Float = 3
  /// A shape that lines of one colour close alone is at least this share of the figure, and has strokes inside on this share of it.
  private static let leastShape = 0.01
  private static let leastInside = 0.005

  /// The purposes of a drawing's colours. A drawing made in coloured pencil alone has no trace lines: there all colour is ink.
  ///
  /// - Parameter tones: as if all colours were trace lines'.
  init(of tones: Tones, _ pixels: PaperPixels, work: Work) throws(Cancelled) {
    if try tones.isDrawnInColour(pixels, work: work) {
      self = .ink
      return
    }
    guard let traces = try tones.traceMarks(work: work) else {
      self = .traces
      return
    }
    let colours = try Self.colours(of: tones, pixels, traces: traces, work: work)
    guard !colours.isEmpty else {
      self = .traces
      return
    }
    let cells = try ColouredCells(of: tones, pixels, traces: traces, colours: colours, work: work)
    self.init(
      try zip(colours, cells.purposes(count: colours.count, work: work)).map { ($0, $1) })
  }

  /// The colours of lines by their proportions, the commonest first.
  private static func colours(
    of tones: Tones, _ pixels: PaperPixels, traces: BitPlane, work: Work
  ) throws(Cancelled) -> [SIMD3<Int>] {
    let bands = work.mapBands(of: traces.height) { rows in
      var counts = [Int](repeating: 0, count: Self.count)
      for y in rows where !work.isCancelled && traces.isAnySet(inRow: y) {
        pixels.forEachPixel(inRow: y) { x, pixel in
          if tones.isSurelyColoured(x, y) { counts[index(of: pixel)] += 1 }
        }
      }
      return counts
    }
    try work.checkCancelled()
    var counts = (0..<Self.count).map { index in bands.reduce(0) { $0 + $1[index] } }
    let all = counts.reduce(0, +)
    var colours: [SIMD3<Int>] = []
    var left = all
    while colours.count < most, 50 * left > all,
      let peak = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) })
    {
      let colour = proportions(at: peak)
      colours.append(colour)
      for index in counts.indices where counts[index] > 0 {
        let away = proportions(at: index) &- colour
        if (away &* away).wrappedSum() <= likeness {
          left -= counts[index]
          counts[index] = 0
        }
      }
    }
    return colours
  }

  /// A drawing made small: which colours, and whether ink, lie in each square of its pixels.
  private struct ColouredCells {
    /// The side of a cell, in pixels.
    let cell: Int
    /// Bit 0 for ink, bit 1 on for the colours.
    let marks: Plane<UInt8>
    /// The radius of the disc that finds the ground, in cells.
    let reach: Float

    init(
      of tones: Tones, _ pixels: PaperPixels, traces: BitPlane, colours: [SIMD3<Int>], work: Work
    ) throws(Cancelled) {
      let (width, height) = (traces.width, traces.height)
      let cell = (max(width, height) + LineColours.side - 1) / LineColours.side
      self.cell = cell
      let nearest = (0..<LineColours.count).map { index -> UInt8 in
        let here = LineColours.proportions(at: index)
        let distances = colours.map { colour in
          let away = colour &- here
          return (away &* away).wrappedSum()
        }
        let least = distances.min() ?? 0
        return UInt8(1 << (1 + (distances.firstIndex(of: least) ?? 0)))
      }
      let levels = try InkLevels(tones.darkness, except: tones.chroma, work: work).marks
      let ink = try BitPlane(marksOf: tones.greyDarkness(work: work), levels, work: work)
      var drawn = ink
      drawn.formUnion(traces)
      let gap = max(
        (Double(width) * Double(height)).squareRoot() / 60,
        4 * (try drawn.medianStrokeWidth(work: work)))
      reach = max(1, Float(gap / 2) / Float(cell))
      marks = try Plane(
        width: (width + cell - 1) / cell, height: (height + cell - 1) / cell, repeating: 0,
        work: work
      ) { row, cells in
        for y in row * cell..<min(height, (row + 1) * cell) {
          let hasTraces = traces.isAnySet(inRow: y)
          ink.forEachRun(inRow: y) { start, end, isSet in
            guard isSet else { return }
            for x in start..<end where !hasTraces || !traces[x, y] { cells[x / cell] |= 1 }
          }
          guard hasTraces else { continue }
          pixels.forEachPixel(inRow: y) { x, pixel in
            if traces[x, y] { cells[x / cell] |= nearest[LineColours.index(of: pixel)] }
          }
        }
      }
    }

    /// The purposes of the first `count` colours.
    func purposes(count: Int, work: Work) throws(Cancelled) -> [Purpose] {
      let everything: UInt8 = 0xFF
      let ground = try self.ground(within: everything, work: work)
      let toGround = try ground.distances(to: true, work: work)
      let isFigure = toGround.map { $0 > reach + 2 }
      let figure = isFigure.elements.count { $0 }
      let ink = try BitPlane(marks, work: work) { $0 & 1 != 0 }
      let toInk = try ink.distances(to: true, work: work)
      var purposes: [Purpose] = []
      for index in 0..<count {
        let colour: UInt8 = 1 << UInt8(index + 1)
        if try isRough(colour, isFigure: isFigure, toInk: toInk, work: work) {
          purposes.append(.rough)
          continue
        }
        let opened = try self.ground(within: everything & ~colour, work: work)
        var entered = 0
        for y in 0..<marks.height {
          opened.forEachRun(inRow: y) { start, end, isSet in
            guard isSet else { return }
            for x in start..<end where isFigure[x, y] { entered += 1 }
          }
        }
        var isInk = Double(entered) > LineColours.leastOpened * Double(figure)
        if !isInk { isInk = try closesShapeAlone(colour, figure: figure, work: work) }
        purposes.append(isInk ? .ink : .trace)
      }
      return purposes
    }

    /// Whether lines of a colour and the ink run beside each other where they are outermost.
    ///
    /// - Parameters:
    ///   - isFigure: whether a cell is out of the ground's reach.
    ///   - toInk: the distance of each cell from ink, in cells.
    private func isRough(
      _ colour: UInt8, isFigure: Plane<Bool>, toInk: Plane<Float>, work: Work
    ) throws(Cancelled) -> Bool {
      let lines = try BitPlane(marks, work: work) { $0 & colour != 0 }
      let toLines = try lines.distances(to: true, work: work)
      let beside = LineColours.farthestBeside * reach
      var (all, outermost, besideInk, ink, besideLines) = (0, 0, 0, 0, 0)
      for cell in marks.elements.indices {
        if marks.elements[cell] == colour {
          all += 1
          guard !isFigure.elements[cell] else { continue }
          outermost += 1
          if toInk.elements[cell] <= beside { besideInk += 1 }
        } else if marks.elements[cell] & 1 != 0, !isFigure.elements[cell] {
          ink += 1
          if toLines.elements[cell] <= beside { besideLines += 1 }
        }
      }
      return Double(outermost) > LineColours.leastOutermost * Double(all)
        && Double(besideInk) > LineColours.leastInkBeside * Double(outermost)
        && Double(besideLines) > LineColours.leastRoughBeside * Double(ink)
    }

    /// Whether lines of a colour close a shape alone, without the picture's border, in which other strokes lie whole, as eyes do
    /// in a face. Folds cross the border of a shadow, which bends around them.
    private func closesShapeAlone(_ colour: UInt8, figure: Int, work: Work) throws(Cancelled)
      -> Bool
    {
      let outside = try ground(within: colour, work: work)
      let away = try outside.distances(to: true, work: work)
      let isInside = try BitPlane(away, work: work) { [reach] in $0 > reach + 2 }
      let shapes = try RunComponents(of: isInside, where: true, work: work)
      guard shapes.count > 0 else { return false }
      let isOther = try BitPlane(marks, work: work) { $0 & ~colour != 0 }
      let others = try RunComponents(of: isOther, where: true, connectivity: .eight, work: work)
      var isWhole = [Bool](repeating: true, count: others.count)
      for y in 0..<marks.height {
        for run in others.runs[others.rowRuns(y)]
        where run.columns.contains(where: { away[$0, y] <= reach }) {
          isWhole[Int(run.component)] = false
        }
      }
      var strokes = [Int](repeating: 0, count: shapes.count)
      for y in 0..<marks.height {
        for run in others.runs[others.rowRuns(y)] where isWhole[Int(run.component)] {
          for x in run.columns {
            if let shape = shapes.component(at: Point(x, y)) { strokes[shape] += 1 }
          }
        }
      }
      return zip(shapes.statistics(), strokes).contains { shape, strokes in
        let box = shape.box
        let isCut =
          box.x == 0 || box.y == 0 || box.maxX == marks.width || box.maxY == marks.height
        return !isCut && Double(shape.area) > LineColours.leastShape * Double(figure)
          && Double(strokes) > LineColours.leastInside * Double(shape.area)
      }
    }

    /// The places that the middle of a disc reaches from the upper corners, or from a lower one and half of the side
    /// above it, without meeting certain marks.
    private func ground(within barriers: UInt8, work: Work) throws(Cancelled) -> BitPlane {
      let isBarrier = try BitPlane(marks, work: work) { $0 & barriers != 0 }
      let distances = try isBarrier.distances(to: true, work: work)
      let reach = reach
      var isOpen = try BitPlane(distances, work: work) { $0 > reach }
      let components = try RunComponents(of: isOpen, where: true, work: work)
      let closed = try BitPlane(distances, work: work) { $0 <= reach }
      let ground = RegionMap.atCorners(
        width: isOpen.width, height: isOpen.height, barriers: closed, frame: nil
      ) { components.component(at: Point($0, $1)) }
      isOpen.set(components, to: false) { !ground.contains($0) }
      return isOpen
    }
  }
}

extension Tones {
  /// The darkness without that of coloured pixels.
  fileprivate func greyDarkness(work: Work) throws(Cancelled) -> Plane<UInt8> {
    guard let chroma else { return darkness }
    return try Plane(width: darkness.width, height: darkness.height, repeating: 0, work: work) {
      y, row in
      let start = y * row.count
      let (tones, colours) = (darkness.elements.span, chroma.elements.span)
      for x in row.indices where colours[start + x] == 0 { row[x] = tones[start + x] }
    }
  }

  /// Whether a pixel is coloured beyond doubt.
  fileprivate func isSurelyColoured(_ x: Int, _ y: Int) -> Bool {
    (chroma?.elements[y * darkness.width + x] ?? 0) >= Tones.traceLevels.strong
  }
}
