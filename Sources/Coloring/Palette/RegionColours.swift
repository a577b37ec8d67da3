// The colours of each region of a coloured picture.
//
// Idea: two looks over the picture. The first counts colours by five bits a channel, region by
// region, which gathers what JPEG and shading scatter; the fullest bin (with its 26 neighbours) is where a region's
// colour lies. The second counts exact values around that bin: the most frequent one is the region's
// base, a value that does occur, and the true one where the picture is flat.
// Lines are left out, so is what borders on another region: neither shows the region's own colour.
// Cost: O(pixels), a few steps a change of colour, shared between the threads; memory by the colours that occur.

import Raster
import Regions

/// The colours of one region.
struct RegionColours {
  /// The most frequent exact value.
  var base: RGBA
  /// The share of the region's pixels that have exactly this value, 0…1.
  var flatness: Double
  /// The colour of its darker pixels, where there are enough of them.
  var shadow: RGBA?
  /// The colour of its lighter pixels, where there are enough of them.
  var highlight: RGBA?
  /// The exact colours beside the base that a fiftieth of its pixels have, or more: the other tones of a cel.
  var tones: [RGBA] = []
  /// The share of the region's pixels that have exactly the base's or a tone's colour, 0…1.
  var evenness = 1.0

  /// Whether it was filled with one colour rather than painted.
  var isFlat: Bool { flatness > 0.5 }

  /// Whether it was filled with a few colours: base, shadow, light.
  var isCel: Bool { evenness > 0.6 }
}

extension RegionColours {
  /// The colours of every region.
  ///
  /// - Parameters:
  ///   - labels: each block's region.
  ///   - strokes: as large; what is not paper is a line.
  ///   - pixels: what the two stand for in `image`.
  ///   - insides: a pixel of each region.
  static func read(
    from image: Image, labels: Plane<UInt16>, strokes: Plane<Stroke>, in pixels: Magnification,
    insides: RegionTable<Point>, work: Work
  ) throws(Cancelled) -> RegionTable<RegionColours> {
    let count = insides.count
    let picture = LabelledPicture(image: image, labels: labels, strokes: strokes, pixels: pixels)
    let bins = try picture.counts(of: count, work: work) { _, color in bin(color) }
    let fullest = bins.mapValues { fullestBin(of: $0) }
    // Those that hold a fiftieth of a region and could be a tone of it.
    let others = bins.mapValues { bins in
      let total = bins.values.reduce(0, +)
      return bins.filter { $0.value * 50 >= total }.map(\.key)
    }
    let exact = try picture.counts(of: count, work: work) { region, color in
      let place = bin(color)
      return near(place, fullest[region]) || others[region].contains(place) ? color.code : nil
    }.mapValues { Dictionary(uniqueKeysWithValues: $0.map { (RGBA(code: $0.key), $0.value) }) }
    let colours = insides.labels.map { region in
      let total = bins[region].values.reduce(0, +)
      let bases = exact[region].filter { near(bin($0.key), fullest[region]) }
      guard let base = bases.max(by: { precedes($1, $0) }) else {
        let inside = image[insides[region]]
        return RegionColours(base: inside.a < 128 ? .white : inside, flatness: 1)
      }
      // A transparent region shows the paper: a colour that was never drawn is none of the palette's.
      if base.key.a < 128 { return RegionColours(base: .white, flatness: 1) }
      var colours = RegionColours(
        base: base.key, flatness: Double(base.value) / Double(total))
      // The commonest exact value; of a bin in which none is common, the middle.
      func found(_ isLighter: Bool) -> RGBA? {
        tone(of: bins[region], base: base.key, isLighter: isLighter).map { place in
          exact[region].filter { bin($0.key) == place && $0.value * 50 >= total }
            .max { precedes($1, $0) }?.key ?? centre(of: place)
        }
      }
      (colours.shadow, colours.highlight) = (found(false), found(true))
      let tones = exact[region].filter { $0.key != base.key && $0.value * 50 >= total }
      colours.tones = tones.sorted { precedes($0, $1) }.map(\.key)
      colours.evenness = Double(tones.values.reduce(base.value, +)) / Double(total)
      return colours
    }
    return RegionTable(colours)
  }

  /// More frequent first; among equals the lower value.
  private static func precedes(_ a: (key: RGBA, value: Int), _ b: (key: RGBA, value: Int)) -> Bool {
    if a.value != b.value { return a.value > b.value }
    return (a.key.r, a.key.g, a.key.b, a.key.a) < (b.key.r, b.key.g, b.key.b, b.key.a)
  }

  private static func bin(_ color: RGBA) -> Int32 {
    Int32(color.r >> 3) << 10 | Int32(color.g >> 3) << 5 | Int32(color.b >> 3)
  }

  private static func near(_ a: Int32, _ b: Int32) -> Bool {
    abs((a >> 10) - (b >> 10)) <= 1 && abs((a >> 5 & 31) - (b >> 5 & 31)) <= 1
      && abs((a & 31) - (b & 31)) <= 1
  }

  /// The bin with most pixels in it and half of those around it.
  private static func fullestBin(of bins: [Int32: Int]) -> Int32 {
    // Only the fuller ones can win: half their neighbours' pixels never make up for it.
    let most = bins.values.max() ?? 0
    let likely = bins.filter { $0.value * 4 >= most }.keys.sorted()
    var best: (bin: Int32, pixels: Int) = (0, -1)
    for bin in likely.prefix(512) {
      var pixels = bins[bin, default: 0]
      for other in likely where other != bin && near(bin, other) {
        pixels += bins[other, default: 0] / 2
      }
      if pixels > best.pixels { best = (bin, pixels) }
    }
    return best.bin
  }

  private static func centre(of bin: Int32) -> RGBA {
    RGBA(UInt8((bin >> 10) << 3 | 4), UInt8((bin >> 5 & 31) << 3 | 4), UInt8((bin & 31) << 3 | 4))
  }

  /// The bin of the commonest clearly lighter (or darker) colour, if a fiftieth of the region is so.
  private static func tone(of bins: [Int32: Int], base: RGBA, isLighter: Bool) -> Int32? {
    let baseLightness = Oklab(base).l
    let total = bins.values.reduce(0, +)
    var share = 0
    var best: (bin: Int32, pixels: Int)?
    for (bin, pixels) in bins.sorted(by: { $0.key < $1.key }) {
      let lightness = Oklab(centre(of: bin)).l
      guard isLighter ? lightness > baseLightness + 0.05 : lightness < baseLightness - 0.05 else {
        continue
      }
      share += pixels
      if pixels > best?.pixels ?? 0 { best = (bin, pixels) }
    }
    return share * 50 >= total ? best?.bin : nil
  }
}

extension RGBA {
  /// The four channels in one number.
  fileprivate var code: Int32 {
    Int32(bitPattern: UInt32(r) | UInt32(g) << 8 | UInt32(b) << 16 | UInt32(a) << 24)
  }

  fileprivate init(code: Int32) {
    self.init(
      UInt8(truncatingIfNeeded: code), UInt8(truncatingIfNeeded: code >> 8),
      UInt8(truncatingIfNeeded: code >> 16), UInt8(truncatingIfNeeded: code >> 24))
  }
}
