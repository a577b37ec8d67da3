internal import Raster
internal import Regions

// The colour of a drawing's ink, so that lines drawn in brown or blue stay so.
//
// The thinnest paint that, laid over the drawing's paper, gives the mean colour of the strokes where the line
// art has their mean darkness. The paper is the mean of what is bare, so a scan's tint stays out. Greys give black: their lightness is in the darkness already. One colour for the
// whole drawing: per pixel it would carry the paper's noise. Lines lighter than their ground count as
// black. Where one colour does not explain the strokes (brown outlines of skin beside black ones), each coloured pixel keeps its own; so does
// every pixel of a layer of lines that are not black. Cost: at most a million pixels are looked at.

/// The paint of a drawing's lines: all that layers need of its own pixels.
struct InkPaint: Sendable {
  /// From this difference on, of the differences between two channels, a pixel has another colour than the ink.
  private static let otherColour = 40
  /// The colours of strokes are their own from this share of other colours on.
  private static let leastOthers = 0.02
  /// The highest channel of ink that counts as black on a layer of lines.
  private static let blackest = 40

  let colour: RGBA
  /// The paint's opacity for each darkness, `opacities[darkness]`.
  let opacities: [UInt8]
  /// The mean colour of bare paper, opaque.
  let paper: RGBA
  let traces: LinePaint
  /// The pixels of ink that keep their own colour, nil where none do.
  let own: LinePaint?
  /// Whether the lines are a layer whose colours hide what lies below, and do not darken it.
  let hides: Bool

  /// The ink of `drawing`, which `lineArt` was read from.
  init(of drawing: Image, _ lineArt: LineArt, work: Work) throws(Cancelled) {
    let step = max(1, drawing.elements.count / 1_000_000)
    let bands = work.mapBands(of: (drawing.elements.count + step - 1) / step) { looks in
      let pixels = drawing.elements.span
      let strokes = lineArt.strokes.elements.span
      let darkness = lineArt.darkness.elements.span
      var (ink, bare) = (Sums(), Sums())
      for look in looks {
        let index = look * step
        if strokes[index] == .ink {
          ink.add(pixels[index], darkness: darkness[index])
        } else if strokes[index] == .paper && darkness[index] == 0 {
          bare.add(pixels[index], darkness: 0)
        }
      }
      return (ink: ink, bare: bare)
    }
    let ink = bands.reduce(into: Sums()) { $0.add($1.ink) }
    let bare = bands.reduce(into: Sums()) { $0.add($1.bare) }
    paper = bare.count > 0 ? bare.mean : .white
    traces = try LinePaint(tracesOf: drawing, lineArt, paper: paper, work: work)
    let single = SinglePaint(ink, on: paper)
    colour = single.colour
    opacities = single.opacities
    let others = Self.others(
      than: single, in: drawing, lineArt, paper: paper, step: step, work: work)
    hides = lineArt.isLayer
    if Double(others) > Self.leastOthers * Double(ink.count) {
      own = try LinePaint(inkOf: drawing, lineArt, paper: paper, work: work)
    } else {
      own = nil
    }
  }

  /// The number of ink's pixels, of those looked at, that `single` does not explain.
  private static func others(
    than single: SinglePaint, in drawing: Image, _ lineArt: LineArt, paper: RGBA, step: Int,
    work: Work
  ) -> Int {
    work.mapBands(of: (drawing.elements.count + step - 1) / step) { looks in
      let pixels = drawing.elements.span
      let strokes = lineArt.strokes.elements.span
      let darkness = lineArt.darkness.elements.span
      var others = 0
      for look in looks {
        let index = look * step
        guard strokes[index] == .ink else { continue }
        let pixel = pixels[index]
        if lineArt.isLayer {
          if max(pixel.r, pixel.g, pixel.b) > blackest { others += 1 }
          continue
        }
        let here = pixel.evened(on: paper)
        let alpha = Int(single.opacities[Int(darkness[index])])
        func difference(_ channel: KeyPath<RGBA, UInt8>, _ other: KeyPath<RGBA, UInt8>) -> Int {
          let expected =
            (Int(single.colour[keyPath: channel]) - Int(single.colour[keyPath: other])) * alpha
            / 255
          return abs(Int(here[keyPath: channel]) - Int(here[keyPath: other]) - expected)
        }
        if max(difference(\.r, \.g), difference(\.g, \.b)) > otherColour { others += 1 }
      }
      return others
    }.reduce(0, +)
  }

  /// One paint for all ink.
  private struct SinglePaint {
    let colour: RGBA
    let opacities: [UInt8]

    init(_ ink: Sums, on paper: RGBA) {
      // The light that the ink takes from the paper in one channel, at least and at most; a tenth apart is still a grey.
      let light = ink.count > 0 ? ink.mean.evened(on: paper) : .white
      let most = 255 - Int(min(light.r, light.g, light.b))
      let least = 255 - Int(max(light.r, light.g, light.b))
      let mean = ink.darkness / max(1, ink.count)
      guard most > mean / 2, (most - least) * 10 > most else {
        colour = .black
        opacities = Array(0...255)
        return
      }
      func channel(_ value: UInt8) -> UInt8 { UInt8(255 - (255 - Int(value)) * 255 / most) }
      colour = RGBA(channel(light.r), channel(light.g), channel(light.b))
      opacities = (0...255).map { UInt8(min(255, $0 * most / max(1, mean))) }
    }
  }

  /// The pixels of one kind, on white.
  private struct Sums {
    var count = 0
    var darkness = 0
    private var light = SIMD3<Int>(0, 0, 0)

    mutating func add(_ pixel: RGBA, darkness: UInt8) {
      let opacity = Int(pixel.a)
      let clear = 255 * (255 - opacity)
      count += 1
      self.darkness += Int(darkness)
      light &+= SIMD3(
        opacity * Int(pixel.r) + clear, opacity * Int(pixel.g) + clear,
        opacity * Int(pixel.b) + clear)
    }

    mutating func add(_ other: Sums) {
      count += other.count
      darkness += other.darkness
      light &+= other.light
    }

    var mean: RGBA {
      RGBA(
        UInt8(light.x / (255 * count)), UInt8(light.y / (255 * count)),
        UInt8(light.z / (255 * count)))
    }
  }
}

extension RGBA {
  /// This colour as it would be on white, having been laid on `paper`; alpha is kept.
  func evened(on paper: RGBA) -> RGBA {
    func even(_ value: UInt8, _ paper: UInt8) -> UInt8 {
      UInt8(min(255, Int(value) * 255 / max(1, Int(paper))))
    }
    return RGBA(even(r, paper.r), even(g, paper.g), even(b, paper.b), a)
  }
}
