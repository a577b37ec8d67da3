import Coloring
import Raster
import Regions

/// How well one line drawing came out.
struct PageScore: Codable {
  var drawing: String
  /// The regions against the true ones, trace areas included.
  var regions: GapScore
  /// IoU of the ground, holes included: as the lines alone tell it …
  var backgroundOfLines: Double
  /// … and with the match, which knows the holes.
  var background: Double
  /// True regions over 10 px of paper, and how many of them mostly have the true palette entry.
  var painted: Int
  var rightlyPainted: Int
  /// How many would have it with a perfect matcher.
  var rightWhenPinned: Int
  /// True holes over 10 px of paper, and how many of them mostly stayed unpainted.
  var holes: Int
  var holesFound: Int
  /// True regions of the figure that mostly stayed unpainted.
  var unpainted: Int
  /// As `nurie score` computes it.
  var acc10: Double
  var mistakes: [Mistake]

  /// A true region that got another paint.
  struct Mistake: Codable {
    var identity: String
    var entry: String
    var paper: Int
    /// The colour that it got, in #rrggbb; nil where nothing was painted.
    var paint: String?
    /// Whether a perfect matcher would have made it right.
    var isOfMatching: Bool
    /// A pixel of it.
    var x: Int
    var y: Int
  }

  var rightShare: Double { Double(rightlyPainted) / Double(max(1, painted)) }

  /// - Parameter pinned: the flats that a perfect matcher gives.
  init(
    drawing: String, result: ColoringResult, pinned: Flats, truth: SampleTruth,
    entries: TrueEntries, acc10: Double
  ) {
    self.drawing = drawing
    self.acc10 = acc10
    regions = GapScore(truth: truth.map, found: result.map)
    backgroundOfLines = overlap(truth.map, result.map) { $0.isBackground }
    background = overlap(truth.map, result.map) {
      result.flats[$0.label].origin == .background
    }
    painted = 0
    rightlyPainted = 0
    rightWhenPinned = 0
    holes = 0
    holesFound = 0
    unpainted = 0
    mistakes = []
    let paints = Self.paints(result.flats, on: result.map, in: truth)
    let pinnedPaints = Self.paints(pinned, on: result.map, in: truth)
    for region in truth.map.regions {
      let area = truth.areas[region.label]
      guard area.paper > 10 else { continue }
      let (paint, pinnedPaint) = (paints[region.label], pinnedPaints[region.label])
      func isRight(_ paint: RGBA?) -> Bool {
        if area.isBackground { return paint == nil }
        return paint.map { entries.isRight($0, for: area.entry) } ?? false
      }
      if area.isBackground {
        if truth.isEnclosed(region) {
          holes += 1
          if paint == nil { holesFound += 1 }
        }
      } else if paint == nil {
        unpainted += 1
      }
      painted += 1
      if isRight(paint) { rightlyPainted += 1 }
      if isRight(pinnedPaint) { rightWhenPinned += 1 }
      if !isRight(paint) {
        mistakes.append(
          Mistake(
            identity: area.identity, entry: area.entry, paper: area.paper,
            paint: paint?.hex, isOfMatching: isRight(pinnedPaint),
            x: region.inside.x, y: region.inside.y))
      }
    }
  }

  /// The base of the entry that most of each true region's paper got; nil where that is none.
  private static func paints(_ flats: Flats, on map: RegionMap, in truth: SampleTruth)
    -> RegionTable<RGBA?>
  {
    let none = -1
    var counts = RegionTable<[Int: Int]>(repeating: [:], count: truth.areas.count)
    for index in truth.isPaper.elements.indices where truth.isPaper.elements[index] {
      let entry = flats[map.labels.elements[index]].entry ?? none
      counts[truth.map.labels.elements[index]][entry, default: 0] += 1
    }
    return counts.mapValues { counts in
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? none
      return most == none ? nil : flats.palette.entries[most].base
    }
  }
}

/// The pixels of both grounds over those of either.
private func overlap(
  _ truth: RegionMap, _ found: RegionMap, where isGround: (Region) -> Bool
) -> Double {
  let ground = RegionTable(found, isGround)
  var both = 0
  var either = 0
  for (a, b) in zip(truth.labels.elements, found.labels.elements) {
    let isTrue = truth[a].isBackground
    let isFound = ground[b]
    if isTrue && isFound { both += 1 }
    if isTrue || isFound { either += 1 }
  }
  return Double(both) / Double(max(1, either))
}
