import Characters
import Coloring
import Raster
import Regions
import TestSupport

// Situations that artists have reported, on the doll and on a sample: what spoils a drawing or a reference must cost
// next to nothing of what the same drawing reaches without it.

/// A drawing, its reference and its true colours.
struct Situation {
  var line: Image
  var reference: Image
  private(set) var truth: Image
  /// White where pixels count.
  private(set) var subject: Image
  /// The clean line art, which says where paper is.
  private var paper: Image

  /// The situation with every picture but the reference changed in the same way.
  ///
  /// - Parameter change: gets a picture and the colour of what is nothing in it.
  func mapped(_ change: (Image, RGBA) -> Image) -> Situation {
    var result = self
    result.line = change(line, .white)
    result.truth = change(truth, .white)
    result.subject = change(subject, .black)
    result.paper = change(paper, .white)
    return result
  }

  /// The situation with more ink on its drawing, and the same without, scored on the pixels that both leave bare.
  ///
  /// - Parameter isInk: gets a place and its true colour.
  func inked(_ isInk: (_ x: Int, _ y: Int, _ colour: RGBA) -> Bool) -> (
    inked: Situation, clean: Situation
  ) {
    var inked = self
    for y in 0..<line.height {
      for x in 0..<line.width where isInk(x, y, truth[x, y]) { inked.line[x, y] = .black }
    }
    inked.paper = inked.line
    var clean = self
    clean.paper = inked.line
    return (inked, clean)
  }

  /// The share of the figure in the right family of colours, once coloured.
  func rightShare(_ settings: ColoringSettings = .flat) throws -> Double {
    try score(settings).acc20
  }

  func score(_ settings: ColoringSettings = .flat) throws -> Score {
    try Score(
      of: coloured(settings).image, truth: truth, line: paper, subject: subject,
      work: Work(threads: 2))
  }

  func coloured(_ settings: ColoringSettings = .flat) throws -> ColoringResult {
    try Coloring.run(
      ColoringInputs(drawing: line, references: [reference], settings: settings),
      cache: MemoryCache(), work: Work(threads: 2))
  }
}

extension Situation {
  /// The doll and itself in colours.
  static func doll(_ doll: Doll = Doll()) -> Situation {
    Situation(
      line: doll.lines(), reference: doll.coloured(), truth: doll.coloured(),
      subject: doll.subject, paper: doll.lines())
  }

  /// A sample in its first pose, small, and its reference.
  ///
  /// - Parameter number: of the sample, below `Sample.all.count`.
  static func sample(_ number: Int, scale: Double = 0.6) -> Situation {
    let style = LineStyle.digital(4 * scale)
    let sample = Sample.all[number]
    let page = sample.pages[0]
    let seed = page.seed(for: sample.character)
    let drawing = page.drawing(of: sample.character, scale: scale)
    let line = drawing.lineArt(style: style, seed: seed)
    let truth = drawing.coloured(shading: sample.shading, style: style, seed: seed)
    let map = drawing.truth(style: style, seed: seed)
    let subject = Image(
      width: line.width, height: line.height,
      elements: map.labels.elements.map { map[$0].part == "background" ? .black : .white })
    return Situation(
      line: line,
      reference: sample.reference.drawing(of: sample.character, scale: scale).coloured(
        shading: sample.shading, style: style, seed: sample.reference.seed(for: sample.character)),
      truth: truth, subject: subject, paper: line)
  }
}

extension ColoringSettings {
  /// Without shading: whether colours are right is asked.
  static var flat: ColoringSettings {
    var settings = ColoringSettings()
    settings.shading = .none
    return settings
  }
}

extension Image {
  /// This line art multiplied onto the brightness that `tone` gives each place, 0…1.
  func over(_ tone: (_ x: Int, _ y: Int) -> Double) -> Image {
    var image = self
    for y in 0..<height {
      for x in 0..<width {
        let value = UInt8(Double(self[x, y].r) * tone(x, y))
        image[x, y] = RGBA(value, value, value)
      }
    }
    return image
  }
}
