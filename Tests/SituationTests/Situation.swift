import Characters
import Coloring
import Raster
import Regions
import TestSupport

// Situations that artists have reported, on the doll and on a sample: what spoils a drawing or a reference must cost
// next to nothing of what the same drawing reaches without it.

/// A drawing, its reference and its true colours.
struct Situation {
  /// Who colours.
  @TaskLocal static var engine = NamedEngine(name: "rules", engine: .classical)

  var line: Image
  var reference: Image
  /// Of the other figures.
  private var more: [Image] = []
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
    try Self.coloured(
      ColoringInputs(drawing: line, references: [reference] + more, settings: settings))
  }

  /// Colours by the engine whose turn it is.
  static func coloured(_ inputs: ColoringInputs, cache: MemoryCache = MemoryCache()) throws
    -> ColoringResult
  {
    try Coloring.run(inputs, engine: engine.engine, cache: cache, work: Work(threads: 2))
  }

  /// The figures of both in one drawing, on one floor, so near that they touch, and by a share of the narrower's width nearer;
  /// the other's stands in front.
  func touching(_ other: Situation, overlap: Double = 0) -> Situation {
    let (boxes, height) = ((boxOfSubject, other.boxOfSubject), max(line.height, other.line.height))
    let rows = (height - boxes.0.maxY, height - boxes.1.maxY)
    func ends(of picture: Image, inRow y: Int) -> (first: Int, last: Int)? {
      guard (0..<picture.height).contains(y) else { return nil }
      let set = (0..<picture.width).filter { picture[$0, y] == .white }
      return set.isEmpty ? nil : (set[0], set[set.count - 1])
    }
    let reach = (0..<height).compactMap { y -> Int? in
      guard let own = ends(of: subject, inRow: y - rows.0),
        let others = ends(of: other.subject, inRow: y - rows.1)
      else { return nil }
      return own.last - others.first
    }.max()
    let shift = (reach ?? line.width) - Int(overlap * Double(min(boxes.0.width, boxes.1.width)))
    let size = (
      width: max(line.width, shift + other.line.width),
      height: max(rows.0 + line.height, rows.1 + other.line.height)
    )
    func both(_ own: Image, _ others: Image, on ground: RGBA) -> Image {
      var result = Image(width: size.width, height: size.height, repeating: ground)
      result.paste(own, at: Point(0, rows.0))
      for y in 0..<others.height {
        for x in 0..<others.width where other.subject[x, y] == .white {
          result[x + shift, y + rows.1] = others[x, y]
        }
      }
      return result
    }
    return Situation(
      line: both(line, other.line, on: .white), reference: reference,
      more: more + [other.reference] + other.more, truth: both(truth, other.truth, on: .white),
      subject: both(subject, other.subject, on: .black),
      paper: both(paper, other.paper, on: .white))
  }

  private var boxOfSubject: Box {
    let columns = (0..<subject.width).filter { x in
      (0..<subject.height).contains { subject[x, $0] == .white }
    }
    let rows = (0..<subject.height).filter { y in
      (0..<subject.width).contains { subject[$0, y] == .white }
    }
    return Box(x: columns[0], y: rows[0], width: columns.count, height: rows.count)
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
