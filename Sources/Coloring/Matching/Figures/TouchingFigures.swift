import Raster
import Regions

/// Two figures that touch or partly cover one another, found in what the lines alone show as one.
///
/// Idea: laid over both at once no reference fits. So the figure is cut at some columns, and the poses of the references over
/// both sides tell the best; then each region goes to the figure whose reference, laid over its side, lies nearer to it. Two
/// figures are believed only where each is most of a reference's and agrees far better with it than they do together.
/// Cost: nothing where a reference explains the whole or the figure is narrow, else ten pose searches and two alignments for each
/// reference, and where that divides the figure some more. Not done: figures one above the other, or one in the midst of another.
struct TouchingFigures {
  /// From this agreement on a reference explains the whole: by lines, and by what features show, which agree more easily.
  private static let wellExplained: (byLines: Float, byFeatures: Float) = (0.83, 0.89)
  /// The least width of two figures, in their heights.
  private static let leastWidth = 0.5
  /// The columns to cut at, in the figure's widths.
  private static let columns = [0.3, 0.4, 0.5, 0.6, 0.7]
  /// The least area of a part, as a share of both.
  private static let leastArea: Float = 0.15
  /// The least agreement of each part with a reference, and how much more it has to be than that of the whole.
  private static let leastAgreement: Float = 0.77
  private static let leastGain: Float = 0.03
  /// The least share of a reference's figure, as far as it lies in the picture, that a part covers: half a figure agrees well with half
  /// a reference.
  fileprivate static let leastCovered = 0.5
  /// The distance, in the figure's sides, by which a region is nearer to the other part's figure where it is that part's.
  fileprivate static let clearly = 0.02
  /// The agreement that may be lost by what they say.
  private static let tolerance: Float = 0.01
  /// The times that regions are asked to whom they belong.
  private static let rounds = 2

  /// The figure of each region, an index into `figures`; nil for what is of none.
  let owners: RegionTable<Int?>
  /// The drawing of each alone, and the references over it.
  let figures: [(drawing: RegionDescriptors, alignments: [DenseAlignment])]

  /// The figures that a drawing's figure is; nil where it is one.
  ///
  /// - Parameter agreement: the best of a reference laid over all of it.
  static func found(
    in drawing: RegionDescriptors, _ references: [RegionDescriptors], agreement: Float, work: Work
  ) throws(Cancelled) -> TouchingFigures? {
    let box = MatchingView.figureBox(of: drawing.map)
    let explained = drawing.features == nil ? wellExplained.byLines : wellExplained.byFeatures
    guard agreement < explained, Double(box.width) >= leastWidth * Double(box.height),
      let sides = try bestCut(of: drawing, references, work: work)
    else { return nil }
    var parts = try Parts(of: drawing, sides, references, work: work)
    guard parts.agreement > agreement else { return nil }
    for _ in 0..<rounds {
      let owners = try parts.ownersByReferences(work: work)
      guard owners.labels.contains(where: { owners[$0] != parts.owners[$0] }),
        Parts.areaShares(of: owners, in: drawing.map).allSatisfy({ $0 >= leastArea })
      else { break }
      let next = try Parts(of: drawing, owners, references, work: work)
      guard next.agreement > parts.agreement - tolerance else { break }
      parts = next
    }
    return try parts.figures(believedFrom: max(leastAgreement, agreement + leastGain), work: work)
  }

  private static func bestCut(
    of whole: RegionDescriptors, _ references: [RegionDescriptors], work: Work
  ) throws(Cancelled) -> RegionTable<Int?>? {
    let map = whole.map
    let box = MatchingView.figureBox(of: map)
    var best: (score: Float, sides: RegionTable<Int?>)?
    for column in columns {
      let x = Double(box.x) + column * Double(box.width)
      let sides = RegionTable(map) { $0.isBackground ? nil : $0.centroid.x < x ? 0 : 1 }
      let shares = Parts.areaShares(of: sides, in: map)
      guard shares.allSatisfy({ $0 >= leastArea }) else { continue }
      var score: Float = 0
      for side in shares.indices {
        let drawing = try whole.part(side, of: sides, work: work)
        let scores = try references.map { reference throws(Cancelled) in
          try Matcher.poses(from: drawing, to: reference, work: work).found.first?.score ?? 0
        }
        score += shares[side] * (scores.max() ?? 0)
      }
      if score > best?.score ?? 0 { best = (score, sides) }
    }
    return best?.sides
  }
}

/// A figure divided in two, each part with the references laid over it.
private struct Parts {
  let whole: RegionDescriptors
  let references: [RegionDescriptors]
  /// The part of each region, 0 or 1; nil for what is none of the figure.
  let owners: RegionTable<Int?>
  let drawings: [RegionDescriptors]
  /// For each part those of each reference.
  let alignments: [[DenseAlignment]]

  init(
    of whole: RegionDescriptors, _ owners: RegionTable<Int?>, _ references: [RegionDescriptors],
    work: Work
  ) throws(Cancelled) {
    self.whole = whole
    self.references = references
    self.owners = owners
    drawings = try [0, 1].map { side throws(Cancelled) in
      try whole.part(side, of: owners, work: work)
    }
    alignments = try drawings.map { drawing throws(Cancelled) in
      try references.map { reference throws(Cancelled) in
        try Matcher.align(drawing, to: reference, work: work)
      }
    }
  }

  /// The figures that the parts are, or that parts of them are; nil where one is none.
  ///
  /// - Parameter least: the least agreement of each part.
  func figures(believedFrom least: Float, work: Work) throws(Cancelled) -> TouchingFigures? {
    let areFigures = drawings.indices.map {
      best(of: $0).alignment.agreement >= least && covered(by: $0) >= TouchingFigures.leastCovered
    }
    guard areFigures.contains(true) else { return nil }
    var figures: [(RegionDescriptors, [DenseAlignment])] = []
    var result = owners
    for side in drawings.indices {
      let more = try TouchingFigures.found(
        in: drawings[side], references, agreement: best(of: side).alignment.agreement, work: work)
      guard more != nil || areFigures[side] else { return nil }
      for label in owners.labels where owners[label] == side {
        result[label] = figures.count + (more?.owners[label] ?? 0)
      }
      figures += more?.figures ?? [(drawings[side], alignments[side])]
    }
    return TouchingFigures(owners: result, figures: figures)
  }

  static func areaShares(of owners: RegionTable<Int?>, in map: RegionMap) -> [Float] {
    var areas: [Float] = [0, 0]
    for region in map.regions {
      if let side = owners[region.label] { areas[side] += Float(region.area) }
    }
    let whole = max(1, areas[0] + areas[1])
    return areas.map { $0 / whole }
  }

  /// The reference that agrees best with a part.
  private func best(of side: Int) -> (alignment: DenseAlignment, reference: MatchingView) {
    let own = alignments[side]
    let best = own.indices.max { own[$0].agreement < own[$1].agreement } ?? 0
    return (own[best], references[best].view)
  }

  /// The mean of the parts' agreements by their areas.
  var agreement: Float {
    Self.areaShares(of: owners, in: whole.map).enumerated().reduce(0) {
      $0 + best(of: $1.offset).alignment.agreement * $1.element
    }
  }

  /// The share of the best reference's figure that a part covers, of what lies in the drawing's picture, before bending.
  private func covered(by side: Int) -> Double {
    let (alignment, reference) = best(of: side)
    let (view, figure) = (drawings[side].view, reference.levels[0].figure)
    guard let back = alignment.pose.inverse else { return 0 }
    var (seen, covered) = (0, 0)
    for y in stride(from: 0, to: figure.height, by: 2) {
      for x in stride(from: 0, to: figure.width, by: 2) where figure[x, y] > 0 {
        let place = alignment.canvas(back(SIMD2(Float(x), Float(y))))
        guard view.isInPicture(place) else { continue }
        seen += 1
        if view.levels[0].figure.isAbove(0, at: place) { covered += 1 }
      }
    }
    return Double(covered) / Double(max(1, seen))
  }

  /// The part of each region where the references that agree best with the parts are asked, before bending: whichever figure is
  /// clearly nearer to it.
  func ownersByReferences(work: Work) throws(Cancelled) -> RegionTable<Int?> {
    let view = whole.view
    let cells = view.cells(ofFigure: owners)
    var away: [RegionTable<Double>] = []
    for side in drawings.indices {
      let (alignment, reference) = best(of: side)
      let distances = try reference.distancesToFigure(work: work)
      let frame = drawings[side].view.frame
      away.append(
        cells.mapValues { cells in
          cells.reduce(0) { sum, cell in
            let pixel = view.frame.pixel(ofCell: cell)
            let place = alignment.posedPlace(of: frame.cell(ofPixel: pixel))
            return sum + distances.nearest(to: place) / Double(reference.figureSide)
          } / Double(max(1, cells.count))
        })
    }
    return RegionTable(whole.map) { region in
      let label = region.label
      guard let own = owners[label] else { return nil }
      return away[own][label] - away[1 - own][label] > TouchingFigures.clearly ? 1 - own : own
    }
  }
}

extension RegionDescriptors {
  /// One part of a drawing's figure alone.
  fileprivate func part(_ side: Int, of owners: RegionTable<Int?>, work: Work) throws(Cancelled)
    -> RegionDescriptors
  {
    try without(owners.mapValues { $0 != nil && $0 != side }, work: work)
  }
}

extension MatchingView {
  /// Every second cell, along both sides, of each region of the figure.
  fileprivate func cells(ofFigure owners: RegionTable<Int?>) -> RegionTable<[SIMD2<Float>]> {
    var cells = RegionTable<[SIMD2<Float>]>(repeating: [], count: owners.count)
    for y in stride(from: 0, to: labels.height, by: 2) {
      for x in stride(from: 0, to: labels.width, by: 2) {
        let label = labels[x, y]
        if label != 0, owners[label] != nil { cells[label].append(SIMD2(Float(x), Float(y))) }
      }
    }
    return cells
  }

  /// The distance of each cell to the figure, in cells.
  fileprivate func distancesToFigure(work: Work) throws(Cancelled) -> Plane<Float> {
    try BitPlane(levels[0].figure, work: work) { $0 > 0 }.distances(to: true, work: work)
  }
}

extension Plane where Element == Float {
  /// The value of the cell at a place, or of the nearest and the distance to it.
  fileprivate func nearest(to place: SIMD2<Float>) -> Double {
    let inside = SIMD2(
      min(max(place.x.rounded(), 0), Float(width - 1)),
      min(max(place.y.rounded(), 0), Float(height - 1)))
    let away = place - inside
    return Double(self[Int(inside.x), Int(inside.y)] + (away * away).sum().squareRoot())
  }

  /// Whether the cell at a place is above a value; false outside.
  fileprivate func isAbove(_ value: Float, at place: SIMD2<Float>) -> Bool {
    let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
    return x >= 0 && y >= 0 && x < width && y < height && self[x, y] > value
  }
}
