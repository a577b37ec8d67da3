// The ground that a drawing was drawn on.
//
// Everything after this sees dark marks on light paper. So the ground says how a pixel becomes that:
// what is transparent shows white; on a layer of lines alone their alpha is the ink, whatever their colour;
// light marks on dark paper (a blackboard) are inverted; and a darker canvas around a white figure becomes
// white as the figure is.
//
// What is broad tells a layer of lines from a painted one, and a white figure from chalk: a stroke is not as long across as along.
//
// Cost: a sample of at most 2^18 pixels.

import Raster

/// The ground of a drawing, which says how its pixels become marks on light paper.
struct DrawingGround: Hashable, Sendable {
  /// What covers is ink, whatever its colour.
  private(set) var inkIsAlpha = false
  /// The marks are lighter than the paper.
  private(set) var isDark = false
  /// The colour of a dark canvas around a light figure; nil where there is none.
  private(set) var canvas: RGBA?

  /// Of a layer of lines at most this share is broad and not black.
  private static let mostBroad = 0.1
  /// From this brightness on a colour is not black.
  private static let black = 60
  /// A canvas that is darker cannot be told from the ink; a lighter one is evened out as paper is, without a rim around the figure.
  private static let darkest = 16
  private static let lightest = 216
  /// No shadow on paper is darker.
  private static let darkestShadow = 110
  /// A canvas's pixels stray from its colour by no more, in each channel.
  private static let stray = 8
  /// A colour that lacks less of white says nothing about a line's kind.
  private static let leastLack = 48

  /// Looks at a sample of the picture.
  ///
  /// - Throws: `LineArtError.noPaper` for a picture that is black all over.
  init(_ image: Image) throws(LineArtError) {
    let rows = Self.rows(of: image)
    var (all, covered, dark, broad) = (0, 0, 0, 0)
    var counts = [Int](repeating: 0, count: 256)
    for y in rows {
      for x in 0..<image.width {
        let pixel = image.elements[y * image.width + x]
        let luma = Self.luma(Self.onWhite(pixel))
        all += 1
        counts[luma] += 1
        guard pixel.a >= 64 else { continue }
        covered += 1
        if luma < 200 { dark += 1 }
      }
    }
    // A twentieth or more of it transparent.
    if 20 * (all - covered) >= all, covered > 0 {
      for y in rows {
        broad += Self.countBroad(in: image, row: y) {
          $0.a >= 64 && Self.luma($0) >= Self.black
        }
      }
      // Lines alone; or next to nothing of it dark.
      if Double(broad) <= Self.mostBroad * Double(covered) || 200 * dark < covered {
        inkIsAlpha = true
        return
      }
    }
    canvas = Self.canvas(around: image, rows: rows, counts)
    if canvas != nil { return }
    // Paper fills more than a quarter of any drawing, and is its lightest part if the marks are dark.
    var lighterCount = all / 4
    var paper = 255
    while lighterCount >= counts[paper] {
      lighterCount -= counts[paper]
      paper -= 1
    }
    guard paper < 100 else { return }
    let lighter = (paper..<256).reduce(0) { $0 + counts[$1] * ($1 - paper) } / (255 - paper)
    let darker = (0..<paper).reduce(0) { $0 + counts[$1] * (paper - $1) } / max(1, paper)
    if paper < 8 && lighter == 0 { throw LineArtError.noPaper }
    isDark = lighter > darker
  }

  /// A pixel as it looks on light paper, opaque.
  @inline(__always)
  func color(_ pixel: RGBA) -> RGBA {
    if inkIsAlpha {
      let lack = (255 - Int(pixel.r), 255 - Int(pixel.g), 255 - Int(pixel.b))
      let most = max(lack.0, lack.1, lack.2)
      guard most >= Self.leastLack else {
        let tone = 255 - pixel.a
        return RGBA(tone, tone, tone)
      }
      // As strong as the strongest of its hue.
      let alpha = Int(pixel.a)
      func tone(_ lack: Int) -> UInt8 { UInt8(255 - (alpha * lack + most / 2) / most) }
      return RGBA(tone(lack.0), tone(lack.1), tone(lack.2))
    }
    let opaque = Self.onWhite(pixel)
    if let canvas, opaque.isLike(canvas, within: Self.stray) { return .white }
    return isDark ? RGBA(255 - opaque.r, 255 - opaque.g, 255 - opaque.b) : opaque
  }

  /// The brightness of a pixel, 0…255.
  @inline(__always)
  static func luma(_ pixel: RGBA) -> Int {
    (54 * Int(pixel.r) + 183 * Int(pixel.g) + 19 * Int(pixel.b)) >> 8
  }

  @inline(__always)
  private static func onWhite(_ pixel: RGBA) -> RGBA {
    if pixel.a == 255 { return pixel }
    let alpha = Int(pixel.a)
    func over(_ value: UInt8) -> UInt8 {
      UInt8((Int(value) * alpha + 255 * (255 - alpha) + 127) / 255)
    }
    return RGBA(over(pixel.r), over(pixel.g), over(pixel.b))
  }

  /// The rows that are looked at: all of a small picture, of a large one some at even distances.
  private static func rows(of image: Image) -> [Int] {
    let rows = max(1, min(image.height, (1 << 18) / image.width))
    return (0..<rows).map { (2 * $0 + 1) * image.height / (2 * rows) }
  }

  /// The number of a row's pixels that lie in a long run of such, with more of them as far above and below.
  private static func countBroad(in image: Image, row y: Int, where isSuch: (RGBA) -> Bool) -> Int {
    let long = max(6, image.width / 40)
    let (above, below) = (y - long / 2, y + long / 2)
    guard above >= 0, below < image.height else { return 0 }
    var (count, start) = (0, 0)
    for x in 0...image.width {
      if x < image.width, isSuch(image.elements[y * image.width + x]) { continue }
      if x - start >= long {
        for column in start..<x
        where isSuch(image.elements[above * image.width + column])
          && isSuch(image.elements[below * image.width + column])
        {
          count += 1
        }
      }
      start = x + 1
    }
    return count
  }

  /// The colour of a dark canvas around a broad light figure; nil where there is none.
  ///
  /// - Parameter counts: of each brightness, in all that is looked at.
  private static func canvas(around image: Image, rows: [Int], _ counts: [Int]) -> RGBA? {
    let edges = rows.flatMap { row in
      [image.elements[row * image.width], image.elements[(row + 1) * image.width - 1]]
    }
    guard let colour = commonest(edges), colour.a == 255,
      darkest..<lightest ~= luma(colour)
    else { return nil }
    let light = (luma(colour) + 256) / 2
    let whole = counts[light...].reduce(0, +)
    guard 20 * whole >= counts.reduce(0, +) else { return nil }
    let broad = rows.reduce(0) {
      $0 + countBroad(in: image, row: $1) { luma(onWhite($0)) >= light }
    }
    guard 2 * broad >= whole else { return nil }
    return luma(colour) < darkestShadow || isOutlined(in: image, rows: rows, colour, light)
      ? colour : nil
  }

  /// Whether ink lies between a canvas and what is light, as around a figure; between a shadow and the lit paper there is none.
  private static func isOutlined(in image: Image, rows: [Int], _ canvas: RGBA, _ light: Int) -> Bool
  {
    var (outlined, bare) = (0, 0)
    for row in rows {
      // What the last of both was, and the darkest since.
      var wasCanvas: Bool?
      var darkest = 255
      for pixel in image.elements[row * image.width..<(row + 1) * image.width] {
        let opaque = onWhite(pixel)
        let luma = luma(opaque)
        let isCanvas = opaque.isLike(canvas, within: stray)
        guard isCanvas || luma >= light else {
          darkest = min(darkest, luma)
          continue
        }
        if let wasCanvas, wasCanvas != isCanvas {
          if 2 * darkest < Self.luma(canvas) { outlined += 1 } else { bare += 1 }
        }
        (wasCanvas, darkest) = (isCanvas, 255)
      }
    }
    return outlined > 3 * bare
  }

  /// The commonest colour, if it is more than half of all.
  private static func commonest(_ colours: [RGBA]) -> RGBA? {
    var counts: [RGBA: Int] = [:]
    for colour in colours { counts[colour, default: 0] += 1 }
    let likely = counts.max {
      ($0.value, luma($0.key), $0.key.r, $0.key.g) < ($1.value, luma($1.key), $1.key.r, $1.key.g)
    }
    guard let likely else { return nil }
    let alike = colours.count { $0.isLike(likely.key, within: stray) }
    return 2 * alike > colours.count ? likely.key : nil
  }
}

extension RGBA {
  /// Whether no channel differs by more than that; alpha is passed over.
  @inline(__always)
  fileprivate func isLike(_ other: RGBA, within most: Int) -> Bool {
    abs(Int(r) - Int(other.r)) <= most && abs(Int(g) - Int(other.g)) <= most
      && abs(Int(b) - Int(other.b)) <= most
  }
}
