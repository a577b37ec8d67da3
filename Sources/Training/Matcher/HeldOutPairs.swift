internal import Autograd
internal import Figures
internal import Networks
internal import Raster
internal import Regions
internal import Tensors

/// Pairs of characters that no training sees, and how well a matcher does on them.
///
/// The set is the seeds 0 ..< `count` of a generator with `FigurePair.version` and its fingerprint; training's seeds begin
/// far above. Pairs are taken as drawn, without warps.
struct HeldOutPairs: Sendable {
  static let count = 48
  private static let side = 256
  /// Pairs that go through the network at a time.
  private static let batch = 8
  /// A place counts as found within this share of the figure's height.
  private static let near: Float = 0.06

  private let pairs: [FigurePair]

  init(count: Int, work: Work) {
    pairs = work.mapItems(of: count) {
      FigurePair(seed: UInt64($0), width: Self.side, height: Self.side)
    }
  }

  /// - Returns: `parts on lines`, `parts on colours`: mean overlap (mIoU) of the parts, 0…1, at the pixels of all pairs;
  ///   `places`: the share of true points of the line art whose nearest feature of the coloured view lies within 6 % of the
  ///   figure's height of the true one; `groups`: the share whose nearest feature is of the same group.
  func figures(of network: MatcherNetwork, work: Work) -> [String: Double] {
    var tally = Tally()
    for start in stride(from: 0, to: pairs.count, by: Self.batch) {
      let some = Array(pairs[start..<min(start + Self.batch, pairs.count)])
      let (lines, colours) = seen(some, by: network, work: work)
      for (index, pair) in some.enumerated() {
        tally.addParts(lines.partScores.value, index, pair.views[0].parts, to: \.lines)
        tally.addParts(colours.partScores.value, index, pair.views[1].parts, to: \.colours)
        tally.addPlaces(lines.embedding.value, colours.embedding.value, index, pair)
      }
    }
    return tally.figures
  }

  private func seen(
    _ pairs: [FigurePair], by network: MatcherNetwork, work: Work
  ) -> (lines: SeenPictures, colours: SeenPictures) {
    Compute.with(work) {
      (
        network.seen(in: Variable(tensor(pairs.map(\.views[0].line))), areLineArt: true),
        network.seen(in: Variable(tensor(pairs.map(\.views[1].colour))), areLineArt: false)
      )
    }
  }

  /// The counts of what is seen.
  private struct Tally {
    struct Labels {
      var guesses: [Int32] = []
      var truth: [Int32] = []
      var overlap: Double { meanOverlap(guesses, truth, classes: MatcherNetwork.parts) }
    }

    var lines = Labels()
    var colours = Labels()
    private var points = 0
    private var found = 0
    private var grouped = 0

    var figures: [String: Double] {
      [
        "parts on lines": lines.overlap, "parts on colours": colours.overlap,
        "places": Double(found) / Double(max(1, points)),
        "groups": Double(grouped) / Double(max(1, points)),
      ]
    }

    mutating func addParts(
      _ scores: Tensor, _ index: Int, _ truth: Plane<UInt8>,
      to labels: WritableKeyPath<Tally, Labels>
    ) {
      self[keyPath: labels].guesses += bestParts(
        scores, index, width: truth.width, height: truth.height
      ).map(Int32.init)
      self[keyPath: labels].truth += truth.elements.map(Int32.init)
    }

    mutating func addPlaces(_ lines: Tensor, _ colours: Tensor, _ index: Int, _ pair: FigurePair) {
      let (channels, rows, columns) = (lines.shape[1], lines.shape[2], lines.shape[3])
      let stride = HeldOutPairs.side / columns
      let height = Float(figureHeight(pair.views[1].parts))
      // The true places of each point of the line art, left and right.
      var places: [TruePoint: [TruePoint]] = [:]
      for match in pair.matches { places[match.first, default: []].append(match.second) }
      let points = places.keys.sorted { ($0.y, $0.x, $0.v) < ($1.y, $1.x, $1.v) }
      guard !points.isEmpty else { return }
      let plane = rows * columns
      let asked = lines.withValues { values in
        points.flatMap { point in
          let cell = Int(point.y) / stride * columns + Int(point.x) / stride
          return (0..<channels).map { values[(index * channels + $0) * plane + cell] }
        }
      }
      let known = colours.withValues {
        Array($0[index * channels * plane..<(index + 1) * channels * plane])
      }
      let nearest = matrixProduct(
        Tensor(asked, [points.count, channels]), Tensor(known, [channels, plane])
      ).topIndices(1).values
      for (point, cell) in zip(points, nearest) {
        let cell = Int(cell)
        let (x, y) = (
          Float(cell % columns * stride) + Float(stride) / 2,
          Float(cell / columns * stride) + Float(stride) / 2
        )
        let error = places[point]!.map { place in
          let (dx, dy) = (Float(place.x) + 0.5 - x, Float(place.y) + 0.5 - y)
          return (dx * dx + dy * dy).squareRoot()
        }.min()!
        self.points += 1
        if error <= HeldOutPairs.near * height { found += 1 }
        if pair.views[1].groups[Int(x), Int(y)] == point.group.rawValue { grouped += 1 }
      }
    }
  }

  /// For some pairs a row: line art and its parts, coloured art and its parts, as guessed, and the line art in the colours
  /// of the nearest features.
  func picture(of network: MatcherNetwork, work: Work) -> Image {
    let shown = Array(pairs.prefix(Self.batch))
    let (lines, colours) = seen(shown, by: network, work: work)
    let side = Self.side
    var sheet = Image(width: 5 * side, height: shown.count * side, repeating: .white)
    for (row, pair) in shown.enumerated() {
      let cells = [
        pair.views[0].line, partPicture(lines.partScores.value, row),
        nearestColours(lines.embedding.value, colours.embedding.value, row, pair.views[1].colour),
        partPicture(colours.partScores.value, row), pair.views[1].colour,
      ]
      for (column, picture) in cells.enumerated() {
        sheet.put(picture, x: column * side, y: row * side)
      }
    }
    return sheet
  }

  private func partPicture(_ scores: Tensor, _ index: Int) -> Image {
    let colours = Part.standard.map { RGBA(hex: $0.hex)! }
    return Image(
      width: Self.side, height: Self.side,
      elements: bestParts(scores, index, width: Self.side, height: Self.side).map {
        colours[Int($0)]
      })
  }

  private func nearestColours(
    _ lines: Tensor, _ colours: Tensor, _ index: Int, _ picture: Image
  ) -> Image {
    let (channels, rows, columns) = (lines.shape[1], lines.shape[2], lines.shape[3])
    let stride = Self.side / columns
    func one(_ tensor: Tensor) -> Tensor {
      tensor.gathered(Indices([Int32(index)]), axis: 0).reshaped([channels, rows * columns])
    }
    let nearest = matrixProduct(one(lines), one(colours), transposingA: true).topIndices(1).values
    var result = Image(width: Self.side, height: Self.side, repeating: .white)
    for y in 0..<Self.side {
      for x in 0..<Self.side {
        let cell = Int(nearest[y / stride * columns + x / stride])
        result[x, y] =
          picture[cell % columns * stride + stride / 2, cell / columns * stride + stride / 2]
      }
    }
    return result
  }
}

/// Rows and columns from the topmost pixel that is no ground to the lowest.
private func figureHeight(_ parts: Plane<UInt8>) -> Int {
  let rows = (0..<parts.height).filter { y in
    (0..<parts.width).contains { parts.elements[y * parts.width + $0] != 0 }
  }
  guard let first = rows.first, let last = rows.last else { return parts.height }
  return last - first + 1
}

/// The most likely part of each pixel, scores read bilinearly between the cells.
private func bestParts(_ scores: Tensor, _ index: Int, width: Int, height: Int) -> [UInt8] {
  let own = scores.gathered(Indices([Int32(index)]), axis: 0)
  let fine = Variable(own).resizedBilinear(height: height, width: width).value
  let plane = width * height
  return fine.withValues { values in
    (0..<plane).map { place in
      var best = 0
      for part in 1..<MatcherNetwork.parts
      where values[part * plane + place] > values[best * plane + place] {
        best = part
      }
      return UInt8(best)
    }
  }
}
