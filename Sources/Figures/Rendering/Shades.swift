/// The shares of each pixel that lie in shadow and in light, hard as in cels or soft.
struct Shades {
  /// 0…1, row by row.
  private(set) var shadow: [Float]
  private(set) var light: [Float]

  init(_ cover: Cover, owners: [Int32], softness: Int) {
    let width = cover.width / 2
    let height = cover.height / 2
    shadow = Array(repeating: 0, count: width * height)
    light = shadow
    for y in 0..<height {
      for x in 0..<width {
        let at = 2 * y * cover.width + 2 * x
        var dark: Float = 0
        var bright: Float = 0
        for place in [at, at + cover.width] {
          for tone in [cover.tone[place], cover.tone[place + 1]] {
            if tone == 1 { dark += 0.25 } else if tone == 2 { bright += 0.25 }
          }
        }
        shadow[y * width + x] = dark
        light[y * width + x] = bright
      }
    }
    guard softness > 0 else { return }
    let owner = (0..<width * height).map { index in
      owners[Int(cover.surface[(index / width) * 2 * cover.width + (index % width) * 2])]
    }
    for _ in 0..<2 {
      Shades.blur(&shadow, owner, width, height, softness)
    }
    Shades.blur(&light, owner, width, height, max(1, softness / 2))
  }

  /// A mean over rows, then columns, that keeps to one surface.
  private static func blur(
    _ values: inout [Float], _ owner: [Int32], _ width: Int, _ height: Int, _ radius: Int
  ) {
    var line = [Float](repeating: 0, count: max(width, height) + 1)
    for y in 0..<height {
      blurLine(&values, owner, y * width, 1, width, radius, &line)
    }
    for x in 0..<width {
      blurLine(&values, owner, x, width, height, radius, &line)
    }
  }

  private static func blurLine(
    _ values: inout [Float], _ owner: [Int32], _ start: Int, _ step: Int, _ count: Int,
    _ radius: Int,
    _ sums: inout [Float]
  ) {
    var from = 0
    while from < count {
      let own = owner[start + from * step]
      var to = from + 1
      while to < count && owner[start + to * step] == own { to += 1 }
      if own >= 0 {
        sums[from] = 0
        for place in from..<to { sums[place + 1] = sums[place] + values[start + place * step] }
        for place in from..<to {
          let low = max(from, place - radius)
          let high = min(to, place + radius + 1)
          values[start + place * step] = (sums[high] - sums[low]) / Float(high - low)
        }
      }
      from = to
    }
  }
}
