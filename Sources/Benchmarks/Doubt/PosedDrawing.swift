import Characters
import Coloring
import Raster
import Regions

/// A drawing of a character beside its reference, and everything that is true of it.
struct PosedDrawing {
  let name: String
  let line: Image
  let reference: Image
  let truth: Truth
  let entries: TrueEntries

  /// One of the sample's own pages, or the character in a pose and by a hand that follow from `number`.
  ///
  /// - Parameter scale: times the sizes of the sample's pages.
  init(_ sample: Sample, page: SamplePage, scale: Double) {
    let character = sample.character
    name = "\(character.name)/\(page.name)"
    let style = page.style
    let seed = page.seed(for: character)
    let drawing = page.drawing(of: character, scale: scale)
    line = drawing.lineArt(style: style, seed: seed)
    truth = drawing.truth(style: style, seed: seed)
    reference = sample.reference.drawing(of: character, scale: scale).coloured(
      shading: sample.shading, style: sample.reference.style,
      seed: sample.reference.seed(for: character))
    entries = TrueEntries(
      Palette(
        entries: character.swatches.map {
          PaletteEntry(
            name: $0.name, part: $0.part, base: $0.base, shadow: $0.shadow,
            highlight: $0.highlight)
        }))
  }

  /// For each of `map`'s regions its open paper, and how much of that has another paint than its own, in pixels.
  func paper(of result: ColoringResult) -> RegionTable<(all: Int, wrong: Int)> {
    let map = result.map
    // Whether an entry, or none at 0, is right for a true region; nil where nobody asked yet.
    var verdicts = RegionTable(
      repeating: [Bool?](repeating: nil, count: result.palette.entries.count + 1),
      count: truth.regions.count)
    var counts = RegionTable(repeating: (all: 0, wrong: 0), count: map.regions.count)
    for index in truth.labels.elements.indices where truth.lines.elements[index] == 0 {
      let label = map.labels.elements[index]
      let region = truth.labels.elements[index]
      let entry = result.flats[label].entry
      let place = entry.map { $0 + 1 } ?? 0
      let isRight =
        verdicts[region][place] ?? isRight(entry.map { result.palette.entries[$0].base }, region)
      verdicts[region][place] = isRight
      counts[label].all += 1
      if !isRight { counts[label].wrong += 1 }
    }
    return counts
  }

  /// The true region that most of a region's open paper shows; the ground's where it has none.
  func truth(of label: UInt16, in result: ColoringResult) -> UInt16 {
    var counts: [UInt16: Int] = [:]
    for index in truth.labels.elements.indices
    where truth.lines.elements[index] == 0 && result.map.labels.elements[index] == label {
      counts[truth.labels.elements[index], default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1
  }

  /// Whether a paint, or none, is that of a true region.
  func isRight(_ paint: RGBA?, _ region: UInt16) -> Bool {
    let truth = truth[region]
    guard truth.part != "background" else { return paint == nil }
    return paint.map { entries.isRight($0, for: truth.swatch) } ?? false
  }
}

extension SamplePage {
  /// A page that nobody drew yet: pose and hand follow from its number.
  init(number: Int) {
    let seed = Seed(1).child("page").child(number)
    let styles: [LineStyle] = [
      .digital(3.4), .digital(2.8), .gapped(3.6), .pencil(4.2), .traced(3.6),
    ]
    self.init(
      name: "page \(number)", pose: Pose(seed: seed.child("pose")),
      style: styles[number % styles.count], width: 1100, height: 1700)
  }
}

extension Pose {
  /// A pose that somebody could stand in; every fourth arm is raised.
  fileprivate init(seed: Seed) {
    self.init()
    lean = seed.value(0, in: -4...4)
    hipTilt = seed.value(1, in: -5...5)
    shoulderTilt = seed.value(2, in: -5...5)
    headTilt = seed.value(3, in: -9...9)
    headTurn = seed.value(4, in: -0.7...0.7)
    sway = seed.value(5, in: -0.7...0.7)
    isMirrored = seed.unit(6) < 0.4
    expression = Expression(
      openness: seed.value(7, in: 0.7...1), mouth: seed.unit(8) < 0.5 ? .smile : .open,
      brows: seed.value(9, in: -0.5...0.7), gaze: seed.value(10, in: -0.4...0.4))
    rightArm = ArmPose(seed: seed.child("right"))
    leftArm = ArmPose(seed: seed.child("left"))
    rightLeg = LegPose(seed.value(11, in: -1...12), seed.value(12, in: -1...8))
    leftLeg = LegPose(seed.value(13, in: -1...12), seed.value(14, in: -1...8))
  }
}

extension ArmPose {
  fileprivate init(seed: Seed) {
    let isRaised = seed.unit(0) < 0.25
    let upper = isRaised ? seed.value(1, in: 60...130) : seed.value(1, in: 12...50)
    let fore = isRaised ? seed.value(2, in: 130...165) : seed.value(2, in: -50...100)
    self.init(
      upper, fore, handAngle: fore + seed.value(3, in: -10...10),
      hand: HandShape.allCases[Int(seed.unit(4) * 3)])
  }
}
