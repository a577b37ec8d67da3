internal import Autograd
internal import Networks
internal import Raster
internal import Regions
internal import Tensors

/// Has a network look at a picture, brought to a bounded size, and then more closely at the faces that it found there: of a
/// whole figure's eye the first look has a few cells.
///
/// - Complexity: O(pixels) for the resizing; a pass of the network over at most `side`² pixels, and one over `closeSide`² for
///   each of at most three faces.
struct NetworkFeatures: FeatureMaker {
  let network: any FeatureNetwork
  /// The longer side in pixels that pictures are brought to; smaller ones stay as they are.
  let side: Int
  /// The same of faces.
  let closeSide: Int
  /// The factor by which a closer look must be finer to be worth it.
  private static let leastGain = 1.4
  private static let parts = Part.standard.count
  private static let groundPart = Part.standard.firstIndex { $0.id == "background" }!
  private static let facialParts = Part.standard.indices.filter {
    ["eye-white", "iris", "brow", "mouth"].contains(Part.standard[$0].id)
  }

  func features(of picture: Image, domain: PictureDomain, work: Work) throws -> Features {
    let whole = try look(at: picture, picture.bounds, side: side, domain, work: work)
    let faces = try Faces(
      facial: whole.facial, width: whole.grid.width, height: whole.grid.height, work: work)
    var looks = [whole]
    for square in faces.squares {
      let box = box(of: square, in: whole.grid, picture)
      let pixels = min(closeSide, max(box.width, box.height))
      let gain =
        whole.grid.cell * Double(pixels) / Double(network.stride * max(box.width, box.height))
      guard gain >= Self.leastGain else { continue }
      looks.append(try look(at: picture, box, side: closeSide, domain, work: work))
    }
    return Features(
      grids: looks.map(\.grid), channels: network.channels + Self.parts, parts: Self.parts,
      values: looks.flatMap(\.values), ground: whole.ground)
  }

  /// The part of a square in cells that lies in the picture, in pixels; at least one.
  private func box(
    of square: (x: Double, y: Double, side: Double), in grid: Features.Grid, _ picture: Image
  ) -> Box {
    func pixels(_ start: Double, _ limit: Int) -> Range<Int> {
      let lower = min(limit - 1, max(0, Int(start * grid.cell)))
      return lower..<max(lower + 1, min(limit, Int((start + square.side) * grid.cell)))
    }
    let (columns, rows) = (pixels(square.x, picture.width), pixels(square.y, picture.height))
    return Box(x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count)
  }

  private struct Look {
    let grid: Features.Grid
    /// `[cells, channels]`.
    let values: [Float]
    /// The chance of each cell to be part of an eye or a mouth, 0…1.
    let facial: [Float]
    /// The chance of each cell to be ground, 0…1.
    let ground: [Float]
  }

  private func look(
    at picture: Image, _ box: Box, side: Int, _ domain: PictureDomain, work: Work
  ) throws -> Look {
    let small = try picture.cropped(to: box).thumbnail(longest: side, work: work)
    let input = Variable(small.onWhite(sidesMultiplesOf: network.granularity))
    let seen = Compute.with(work) {
      let seen = network.seen(in: input, areLineArt: domain == .lines)
      return (seen.embedding.value, softmax(seen.partScores, axis: 1).value)
    }
    try work.checkCancelled()
    // Cells of the padding are left out; each row of channels is brought together in its cell.
    let (rows, columns) = (seen.0.shape[2], seen.0.shape[3])
    let grid = Features.Grid(
      left: box.x, top: box.y, width: (small.width + network.stride - 1) / network.stride,
      height: (small.height + network.stride - 1) / network.stride,
      cell: Double(network.stride * box.width) / Double(small.width))
    let cells = (0..<grid.height).flatMap { j in (0..<grid.width).map { j * columns + $0 } }
    let plane = rows * columns
    let chances = seen.1
    let values = seen.0.withValues { found in
      chances.withValues { chances in
        let (own, others) = ((1 - Features.partsShare).squareRoot(), Features.partsShare)
        var values: [Float] = []
        values.reserveCapacity(cells.count * (network.channels + Self.parts))
        for cell in cells {
          for channel in 0..<network.channels { values.append(found[channel * plane + cell] * own) }
          for part in 0..<Self.parts {
            values.append((chances[part * plane + cell] * others).squareRoot())
          }
        }
        return values
      }
    }
    let facial = chances.withValues { found in
      cells.map { cell in Self.facialParts.reduce(Float(0)) { $0 + found[$1 * plane + cell] } }
    }
    let ground = chances.withValues { found in cells.map { found[Self.groundPart * plane + $0] } }
    return Look(grid: grid, values: values, facial: facial, ground: ground)
  }
}
