// The tone of bare paper everywhere in a drawing.
//
// Idea: paper is the lightest thing around and changes slowly. The picture is cut into square tiles;
// in each, a high percentile of each channel is taken for paper. Tiles much darker than the
// lightest near them show no paper (black hair): they are filled in from those around. A closing
// over the tiles (lightest of the neighbourhood, then darkest of that) lifts those crowded with
// strokes. Between the tiles' middles paper is interpolated.
//
// Most digital drawings have one paper colour, found exactly in most tiles: then that is the paper.
//
// Cost: a quarter of the pixels read once; memory by tiles. What it does not do: a fold or shadow with a hard
// edge stays a step in the paper, and may be read as a line.

import Raster

struct Paper: Sendable {
  /// Tiles in a row, and their side in pixels.
  let columns: Int
  let side: Int
  /// What each tile's channels are multiplied by so that paper becomes 255: red, green, blue, 1.
  let gains: [SIMD4<Float>]

  /// Whether the paper is white all over, and pixels can be taken as they are.
  var isWhite: Bool { gains.allSatisfy { $0 == SIMD4(repeating: 1) } }

  init(_ image: Image, ground: Ground, work: Work) throws(Cancelled) {
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
  }

  /// The gains along row `y`, one a pixel, interpolated between the tiles' middles.
  func fillGains(inRow y: Int, _ row: inout [SIMD4<Float>]) {
    let rows = gains.count / columns
    let (upper, lower, down) = Self.neighbours(y, side: side, count: rows)
    for x in row.indices {
      let (left, right, across) = Self.neighbours(x, side: side, count: columns)
      let above =
        gains[upper * columns + left] * (1 - across) + gains[upper * columns + right] * across
      let below =
        gains[lower * columns + left] * (1 - across) + gains[lower * columns + right] * across
      row[x] = above * (1 - down) + below * down
    }
  }

  /// The tiles before and after a pixel's middle, and the share of the second.
  @inline(__always)
  private static func neighbours(_ pixel: Int, side: Int, count: Int) -> (Int, Int, Float) {
    let doubled = 2 * pixel + 1 - side
    if doubled <= 0 { return (0, 0, 0) }
    let tile = doubled / (2 * side)
    if tile >= count - 1 { return (count - 1, count - 1, 0) }
    return (tile, tile + 1, Float(doubled - tile * 2 * side) / Float(2 * side))
  }
}

/// The 85th percentile of each channel in a tile, from every second pixel of every second row.
private func tone(
  of image: Image, _ ground: Ground, column: Int, row: Int, side: Int
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
  if let commonest, 2 * commonest.value > tones.count, commonest.key.min() > 100 {
    return tones.map { _ in commonest.key }
  }
  let brightness = tones.map { $0.x + $0.y + $0.z }
  let lightest = brightness.max() ?? 765
  let around = filtered(brightness, columns: columns, rows: rows, reach: 8) { max($0, $1) }
  let isPaper = brightness.indices.map {
    brightness[$0] >= 0.4 * lightest && brightness[$0] >= 0.7 * around[$0]
  }
  let filled = filledIn(tones, where: isPaper, columns: columns, rows: rows)
  let lifted = filtered(filled, columns: columns, rows: rows, reach: 2) { pointwiseMax($0, $1) }
  return filtered(lifted, columns: columns, rows: rows, reach: 2) { pointwiseMin($0, $1) }
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
