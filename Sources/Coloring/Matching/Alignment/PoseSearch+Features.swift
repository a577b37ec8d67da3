import Glibc
import Raster
import Tensors

extension PoseSearch {
  /// Fewer places found in both pictures than this give no pose.
  private static let leastPairs = 12
  private static let tries = 800
  /// The factor by which the reference may be larger than both figures' sides have it.
  private static let scales: ClosedRange<Float> = 0.3...3.3
  /// The distance at which a pair may lie from where a pose has it, in long sides of the figure.
  private static let tolerance: Float = 0.12

  /// The best pose unmirrored and the best mirrored, the better first, by the places that the engine's features find in both
  /// pictures; none where they find too few.
  ///
  /// Cells that are one another's nearest are pairs; two pairs give a pose, and that which most pairs agree with is fitted to
  /// them (Fischler and Bolles 1981).
  /// Cost: cells of the drawing · cells of the reference · channels, a quarter of both along each side; and tries · pairs.
  static func poses(
    from drawing: MatchingView, _ own: Features, to reference: MatchingView, _ other: Features,
    work: Work
  ) -> [Pose] {
    let pairs = pairs(from: drawing, own, to: reference, other, work: work)
    guard pairs.count >= leastPairs else { return [] }
    let reach = tolerance * reference.figureSide
    let even = reference.figureSide / drawing.figureSide
    return [false, true].compactMap { isMirrored -> Pose? in
      var random = RandomStream(seed: 1, stream: isMirrored ? 1 : 0)
      var best: (score: Float, map: PlaneMap)?
      for _ in 0..<tries {
        let some = (0..<2).map { _ in pairs[Int(random.nextUniform() * Float(pairs.count))] }
        guard let map = similarity(some, isMirrored: isMirrored), scales.contains(map.scale / even)
        else { continue }
        let score = agreement(pairs, map, reach: reach)
        if score > best?.score ?? 0 { best = (score, map) }
      }
      guard var found = best else { return nil }
      for _ in 0..<3 {
        let near = pairs.filter { length(found.map($0.from) - $0.to) < reach }
        guard let map = similarity(near, isMirrored: isMirrored) else { break }
        let score = agreement(pairs, map, reach: reach)
        guard score > found.score else { break }
        found = (score, map)
      }
      return Pose(isMirrored: isMirrored, map: found.map, score: found.score / Float(pairs.count))
    }.sorted { $0.score > $1.score }
  }

  /// A place in cells of the drawing's view, and of the reference's.
  private struct Pair {
    let from: SIMD2<Float>
    let to: SIMD2<Float>
  }

  private static func pairs(
    from drawing: MatchingView, _ own: Features, to reference: MatchingView, _ other: Features,
    work: Work
  ) -> [Pair] {
    let (asked, known) = (figureCells(of: own, in: drawing), figureCells(of: other, in: reference))
    guard !asked.isEmpty, !known.isEmpty else { return [] }
    func rows(_ cells: [Int], _ features: Features) -> Tensor {
      Tensor(
        cells.flatMap { cell in
          features.values[cell * features.channels..<(cell + 1) * features.channels]
        }, [cells.count, features.channels])
    }
    let (a, b) = (rows(asked, own), rows(known, other))
    let (forth, back) = Compute.with(work) {
      (
        matrixProduct(a, b, transposingB: true).topIndices(1).values,
        matrixProduct(b, a, transposingB: true).topIndices(1).values
      )
    }
    return asked.indices.compactMap { index in
      let match = Int(forth[index])
      guard Int(back[match]) == index else { return nil }
      return Pair(
        from: drawing.frame.cell(ofPixel: own.pixel(ofCell: asked[index])),
        to: reference.frame.cell(ofPixel: other.pixel(ofCell: known[match])))
    }
  }

  /// Every second cell of the whole picture, along both sides, that lies in the figure.
  private static func figureCells(of features: Features, in view: MatchingView) -> [Int] {
    let grid = features.grids[0]
    return stride(from: 0, to: grid.height, by: 2).flatMap { j in
      stride(from: 0, to: grid.width, by: 2).compactMap { i in
        let place = view.frame.cell(ofPixel: features.pixel(ofCell: j * grid.width + i))
        let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
        let figure = view.levels[0].figure
        guard x >= 0, y >= 0, x < figure.width, y < figure.height, figure[x, y] > 0 else {
          return nil
        }
        return j * grid.width + i
      }
    }
  }

  /// The map that brings the pairs' places together, as a whole turned, scaled and moved; nil where they are one place.
  private static func similarity(_ pairs: [Pair], isMirrored: Bool) -> PlaneMap? {
    guard !pairs.isEmpty else { return nil }
    let count = Float(pairs.count)
    let from = pairs.reduce(SIMD2<Float>.zero) { $0 + $1.from } / count
    let to = pairs.reduce(SIMD2<Float>.zero) { $0 + $1.to } / count
    var (along, across, size) = (Float(0), Float(0), Float(0))
    for pair in pairs {
      var a = pair.from - from
      if isMirrored { a.x = -a.x }
      let b = pair.to - to
      along += (a * b).sum()
      across += a.x * b.y - a.y * b.x
      size += (a * a).sum()
    }
    let length = (along * along + across * across).squareRoot()
    guard size > 1, length > 0 else { return nil }
    return PlaneMap(
      cosine: along / length, sine: (isMirrored ? -across : across) / length,
      isMirrored: isMirrored,
      scale: length / size, centre: from, target: to)
  }

  /// The sum of how near the pairs come together, 0…1 each.
  private static func agreement(_ pairs: [Pair], _ map: PlaneMap, reach: Float) -> Float {
    pairs.reduce(0) { sum, pair in
      let away = (map(pair.from) - pair.to) / reach
      return sum + max(0, 1 - (away * away).sum())
    }
  }

  private static func length(_ vector: SIMD2<Float>) -> Float {
    (vector * vector).sum().squareRoot()
  }
}
