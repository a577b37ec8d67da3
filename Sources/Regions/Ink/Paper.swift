// The tone of bare paper everywhere in a drawing.
//
// Idea: paper is the lightest thing around and changes slowly. The picture is cut into square tiles;
// in each, a high percentile of each channel is taken for paper. Tiles much darker than the
// lightest around show no paper (black hair), those a little darker than the lightest beside them are
// crowded with strokes: both are filled in from those around. Between the tiles' middles
// paper is interpolated.
//
// A shadow across a sheet has no stroke's edge: it falls off over several tiles, to tiles as dark as those around them. Where
// there is such a one, tiles of both kinds show paper.
//
// Most digital drawings have one paper colour, found exactly in most tiles: then that is the paper.
//
// Cost: a quarter of the pixels read once; memory by tiles. Not done: to even a fold or shadow with a
// hard edge; it stays a step in the paper, and may be read as a line.

import Raster

struct Paper: Sendable {
  /// Tiles in a row, and their side in pixels.
  let columns: Int
  let side: Int
  /// The factors of each tile's channels with which paper becomes 255: red, green, blue, 1.
  let gains: [SIMD4<Float>]

  /// Whether the paper is white all over, and pixels can be taken as they are.
  let isWhite: Bool

  init(_ image: Image, ground: DrawingGround, work: Work) throws(Cancelled) {
    let side = min(64, max(8, min(image.width, image.height) / 48))
    let columns = (image.width + side - 1) / side
    let rows = (image.height + side - 1) / side
    let tones = work.mapBands(of: rows, smallest: 1) { rows in
      rows.flatMap { row -> [SIMD4<Float>] in
        if work.isCancelled { return [] }
        return (0..<columns).map { tone(of: image, ground, column: $0, row: row, side: side) }
      }
    }
    try work.checkCancelled()
    let evened = evenTones(tones.flatMap { $0 }, columns: columns, rows: rows)
    self.columns = columns
    self.side = side
    gains = evened.map { 255 / $0 }
    isWhite = evened.allSatisfy { $0 == SIMD4(repeating: 255) }
  }

  /// The gains along row `y`, interpolated between the tiles' middles; beyond the outermost the slope
  /// goes on.
  ///
  /// - Complexity: O(width).
  func fill(_ gains: inout PaperGains, row y: Int) {
    let rows = self.gains.count / columns
    let upper = min(max(0, (2 * y + 1 - side) / (2 * side)), max(0, rows - 2))
    let lower = min(upper + 1, rows - 1)
    let down = share(of: y, after: upper)
    func gain(_ column: Int) -> SIMD4<Float> {
      let above = self.gains[upper * columns + column]
      return above + (self.gains[lower * columns + column] - above) * down
    }
    for column in 0..<max(1, columns - 1) {
      let left = gain(column)
      let slope = gain(min(column + 1, columns - 1)) - left
      let start = column == 0 ? 0 : column * side + side / 2
      let end = column >= columns - 2 ? gains.count : (column + 1) * side + side / 2
      gains.fill(
        start..<end, from: left + slope * share(of: start, after: column), step: slope / Float(side)
      )
    }
  }

  /// The place of a pixel's middle between the middles of a tile, 0, and the next, 1.
  private func share(of pixel: Int, after tile: Int) -> Float {
    Float(2 * pixel + 1 - side - tile * 2 * side) / Float(2 * side)
  }
}

/// The factors that even the paper along one row: 12 bits after the point.
struct PaperGains: Sendable {
  private var red: [UInt32]
  private var green: [UInt32]
  private var blue: [UInt32]

  init(width: Int) {
    red = Array(repeating: 1 << 12, count: width)
    green = red
    blue = red
  }

  var count: Int { red.count }
  var isEmpty: Bool { red.isEmpty }

  /// Sets a stretch to gains that grow evenly.
  mutating func fill(_ range: Range<Int>, from first: SIMD4<Float>, step: SIMD4<Float>) {
    func fill(_ channel: inout [UInt32], _ first: Float, _ step: Float) {
      for x in range {
        let gain = first + step * Float(x - range.lowerBound)
        channel[x] = UInt32(max(0, min(gain, 256)) * 4096)
      }
    }
    fill(&red, first.x, step.x)
    fill(&green, first.y, step.y)
    fill(&blue, first.z, step.z)
  }

  /// A pixel as it would be on white paper.
  @inline(__always)
  func evened(_ pixel: RGBA, at x: Int) -> RGBA {
    @inline(__always)
    func even(_ value: UInt8, _ gain: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: min(255, (UInt32(value) &* gain &+ 2048) >> 12))
    }
    return RGBA(even(pixel.r, red[x]), even(pixel.g, green[x]), even(pixel.b, blue[x]))
  }
}

/// The 85th percentile of each channel in a tile, from every second pixel of every second row.
private func tone(
  of image: Image, _ ground: DrawingGround, column: Int, row: Int, side: Int
) -> SIMD4<Float> {
  var red = [Int32](repeating: 0, count: 256)
  var green = red
  var blue = red
  var count: Int32 = 0
  let pixels = image.elements.span
  for y in stride(from: row * side, to: min(image.height, (row + 1) * side), by: 2) {
    for x in stride(from: column * side, to: min(image.width, (column + 1) * side), by: 2) {
      let pixel = ground.color(pixels[y * image.width + x])
      red[Int(pixel.r)] += 1
      green[Int(pixel.g)] += 1
      blue[Int(pixel.b)] += 1
      count += 1
    }
  }
  func percentile(_ counts: [Int32]) -> Float {
    var left = count * 15 / 100
    for value in stride(from: 255, to: 0, by: -1) {
      left -= counts[value]
      if left < 0 { return Float(value) }
    }
    return 1
  }
  return SIMD4(percentile(red), percentile(green), percentile(blue), 255)
}

/// The tones of paper from those of tiles.
private func evenTones(_ tones: [SIMD4<Float>], columns: Int, rows: Int) -> [SIMD4<Float>] {
  var counts: [SIMD4<Float>: Int] = [:]
  for tone in tones { counts[tone, default: 0] += 1 }
  let commonest = counts.max { ($0.value, $0.key.sum()) < ($1.value, $1.key.sum()) }
  let brightness = tones.map { $0.x + $0.y + $0.z }
  let shadow = SoftShadow(brightness, columns: columns, rows: rows)
  if let commonest, 2 * commonest.value > tones.count, commonest.key.min() > 100, shadow == nil {
    return tones.map { _ in commonest.key }
  }
  let lightest = brightness.max() ?? 765
  let around = filtered(brightness, columns: columns, rows: rows, reach: 8) { max($0, $1) }
  let beside = filtered(brightness, columns: columns, rows: rows, reach: 2) { max($0, $1) }
  let isPaper = brightness.indices.map {
    brightness[$0] >= max(0.4 * lightest, 0.7 * around[$0], 0.92 * beside[$0])
      || shadow?.isPaper[$0] ?? false
  }
  return filledIn(tones, where: isPaper, columns: columns, rows: rows)
}

/// The tiles that are no paper, filled ring by ring with the mean of the neighbours known so far.
private func filledIn(
  _ tones: [SIMD4<Float>], where isPaper: [Bool], columns: Int, rows: Int
) -> [SIMD4<Float>] {
  var tones = tones
  var known = isPaper
  while known.contains(false) && known.contains(true) {
    let before = known
    for index in tones.indices where !before[index] {
      let (column, row) = (index % columns, index / columns)
      var sum = SIMD4<Float>()
      var count: Float = 0
      for y in max(0, row - 1)...min(rows - 1, row + 1) {
        for x in max(0, column - 1)...min(columns - 1, column + 1)
        where before[y * columns + x] {
          sum += tones[y * columns + x]
          count += 1
        }
      }
      if count > 0 {
        tones[index] = sum / count
        known[index] = true
      }
    }
  }
  return tones
}

/// Each tile combined with those up to `reach` away in both directions.
private func filtered<Value>(
  _ values: [Value], columns: Int, rows: Int, reach: Int, _ combine: (Value, Value) -> Value
) -> [Value] {
  let across = values.indices.map { index in
    let (row, column) = (index / columns, index % columns)
    return (max(0, column - reach)...min(columns - 1, column + reach)).reduce(values[index]) {
      combine($0, values[row * columns + $1])
    }
  }
  return values.indices.map { index in
    let (row, column) = (index / columns, index % columns)
    return (max(0, row - reach)...min(rows - 1, row + reach)).reduce(across[index]) {
      combine($0, across[$1 * columns + column])
    }
  }
}
