internal import Figures
internal import Networks
internal import Raster
internal import Tensors

/// The matcher's material for a step: line art of one view of each pair, coloured art of the other, and what is true of
/// both.
struct MatcherBatch: Sendable {
  /// The side of its pictures.
  static let side = 256
  /// Places of a view that are compared with those of the pair's other view.
  static let places = 224
  /// Of these, places of the ground.
  private static let groundPlaces = 24
  /// Cells of a view that are compared with one another.
  static let cells = 160

  /// `LineInput`, `[N, 2, side, side]`.
  let lines: Tensor
  /// `ColourInput`, `[N, 4, side, side]`.
  let colours: Tensor
  /// The part at the middle of each cell of the features, of the lines, then of the colours; -1 where it is not known.
  let parts: [Int32]
  /// The weight of a cell of each part: the rarer in this batch the more, by the root.
  let partWeights: [Float]
  /// Cells of the lines' features that have places, N lists, and those of the colours.
  let linePlaces: Indices
  let colourPlaces: Indices
  /// The share of each place of the colours in each of the lines, `[N, lines, colours]`, rows summing to 1 or 0; and the
  /// other way round.
  let toColours: Tensor
  let toLines: Tensor
  /// Cells of each view, 2 N lists, and which of them lie in one region: `[2 N, cells, cells]`, rows summing to 1 or 0.
  let regionCells: Indices
  let sameRegion: Tensor

  init(_ pairs: [DrawnPair], using random: inout RandomStream) {
    let side = Self.side
    var lineViews: [TrainingView] = []
    var colourViews: [TrainingView] = []
    for pair in pairs {
      let first = random.nextUniform() < 0.5 ? 0 : 1
      var line = TrainingView(
        pair.views[first], of: pair.side, ViewWarp(from: pair.side, to: side, using: &random),
        isLineArt: true)
      line.redrawLines(side: side, using: &random)
      lineViews.append(line)
      var colour = TrainingView(
        pair.views[1 - first], of: pair.side, ViewWarp(from: pair.side, to: side, using: &random),
        isLineArt: false)
      recolour(&colour.pixels, side: side, using: &random)
      colourViews.append(colour)
    }
    let shape = [pairs.count, 3, side, side]
    lines = LineInput.of(Tensor(lineViews.flatMap(\.pixels), shape))
    colours = ColourInput.of(Tensor(colourViews.flatMap(\.pixels), shape))

    let views = lineViews + colourViews
    parts = views.flatMap { Self.atCells($0.parts) }
    partWeights = Self.weights(of: parts)
    let placesOfLines = lineViews.map { Self.places(of: $0, using: &random) }
    let placesOfColours = colourViews.map { Self.places(of: $0, using: &random) }
    linePlaces = Self.indices(placesOfLines)
    colourPlaces = Self.indices(placesOfColours)
    let tables = zip(placesOfLines, placesOfColours).map { Self.likeness($0, $1) }
    let square = [pairs.count, Self.places, Self.places]
    toColours = Tensor(tables.flatMap { Self.rowsNormalised($0) }, square)
    toLines = Tensor(tables.flatMap { Self.rowsNormalised(Self.transposed($0)) }, square)

    let chosen = views.map { Self.regionCells(of: $0, using: &random) }
    regionCells = Indices(chosen.flatMap { $0.map(\.cell) }, sets: views.count)
    sameRegion = Tensor(
      chosen.flatMap { cells in
        Self.rowsNormalised(
          cells.indices.flatMap { i in
            cells.indices.map { j in
              i != j && cells[i].region > 0 && cells[i].region == cells[j].region ? 1 : 0
            }
          }, side: Self.cells)
      }, [views.count, Self.cells, Self.cells])
  }

  /// A row or a column of the features.
  private static var grid: Int { side / 4 }

  private static func cell(_ x: Int32, _ y: Int32) -> Int32 {
    y / 4 * Int32(grid) + x / 4
  }

  private static func atCells<Value>(_ values: [Value]) -> [Value] {
    (0..<grid * grid).map { values[($0 / grid * 4 + 2) * side + $0 % grid * 4 + 2] }
  }

  private static func weights(of parts: [Int32]) -> [Float] {
    var counts = [Float](repeating: 0, count: MatcherNetwork.parts)
    for part in parts where part >= 0 { counts[Int(part)] += 1 }
    return counts.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
  }

  /// A cell, and what of the character is there.
  private struct Place {
    let cell: Int32
    let group: PartGroup?
    var u: Float = 0
    var v: Float = 0
  }

  /// Points of the figure and of the ground; fewer where the view shows little, then some twice.
  private static func places(of view: TrainingView, using random: inout RandomStream) -> [Place] {
    var result = view.points.shuffled(using: &random).prefix(places - groundPlaces).map {
      Place(cell: cell($0.x, $0.y), group: $0.group, u: $0.u, v: $0.v)
    }
    for _ in 0..<8 * places where result.count < places {
      let (x, y) = (pixel(using: &random), pixel(using: &random))
      if view.parts[Int(y) * side + Int(x)] == 0 {
        result.append(Place(cell: cell(x, y), group: .ground))
      }
    }
    if result.isEmpty { result = [Place(cell: 0, group: .ground)] }
    let seen = result
    while result.count < places { result.append(seen[result.count % seen.count]) }
    return result
  }

  private static func pixel(using random: inout RandomStream) -> Int32 {
    Int32(random.nextUniform() * Float(side))
  }

  private static func indices(_ lists: [[Place]]) -> Indices {
    Indices(lists.flatMap { $0.map(\.cell) }, sets: lists.count)
  }

  /// The likeness of places: 0 for other groups, else the more the nearer.
  private static func likeness(_ a: [Place], _ b: [Place]) -> [Float] {
    let spread: Float = 0.12
    var result = [Float](repeating: 0, count: a.count * b.count)
    for (i, first) in a.enumerated() {
      for (j, second) in b.enumerated() where first.group == second.group {
        let (du, dv) = (first.u - second.u, first.v - second.v)
        result[i * b.count + j] =
          exponential(-(du * du + dv * dv) / (2 * spread * spread)) + 0.02
      }
    }
    return result
  }

  private static func transposed(_ square: [Float]) -> [Float] {
    (0..<square.count).map { square[$0 % places * places + $0 / places] }
  }

  private static func rowsNormalised(_ square: [Float], side: Int = places) -> [Float] {
    var result = square
    for row in 0..<square.count / side {
      let range = row * side..<(row + 1) * side
      let sum = square[range].reduce(0, +)
      if sum > 0 { for i in range { result[i] /= sum } }
    }
    return result
  }

  /// Half of them where points are, which small regions have too, half anywhere.
  private static func regionCells(
    of view: TrainingView, using random: inout RandomStream
  ) -> [(cell: Int32, region: UInt16)] {
    let atPoints = view.points.shuffled(using: &random).prefix(cells / 2).map {
      (cell($0.x, $0.y), view.regions[Int($0.y) * side + Int($0.x)])
    }
    return atPoints
      + (atPoints.count..<cells).map { _ in
        let (x, y) = (pixel(using: &random), pixel(using: &random))
        return (cell(x, y), view.regions[Int(y) * side + Int(x)])
      }
  }
}
