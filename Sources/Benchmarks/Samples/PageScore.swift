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
  /// As `nurie score` computes it.
  var acc10: Double
  var mistakes: [Mistake]

  /// A true region that got another paint.
  struct Mistake: Codable {
    var identity: String
    var entry: String
    var paper: Int
    /// What it got, in #rrggbb; nil where nothing was painted.
    var paint: String?
    /// A pixel of it.
    var x: Int
    var y: Int
  }

  var rightShare: Double { Double(rightlyPainted) / Double(max(1, painted)) }

  init(
    drawing: String, result: ColoringResult, truth: SampleTruth, entries: TrueEntries,
    acc10: Double
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
    mistakes = []
    let paints = Self.paints(result.flats, on: result.map, in: truth)
    for (area, (region, paint)) in zip(truth.areas, zip(truth.map.regions, paints))
    where area.paper > 10 {
      painted += 1
      let isRight =
        area.isBackground
        ? paint == nil : paint.map { entries.isRight($0, for: area.entry) == true } ?? false
      if isRight {
        rightlyPainted += 1
      } else {
        mistakes.append(
          Mistake(
            identity: area.identity, entry: area.entry, paper: area.paper, paint: paint?.hex,
            x: region.inside.x, y: region.inside.y))
      }
    }
  }

  /// The base of the entry that most of each true region's paper got; nil where that is none.
  private static func paints(_ flats: Flats, on map: RegionMap, in truth: SampleTruth) -> [RGBA?] {
    let none = -1
    var counts = [[Int: Int]](repeating: [:], count: truth.areas.count)
    for index in truth.isPaper.elements.indices where truth.isPaper.elements[index] {
      let entry = flats[map.labels.elements[index]].entry ?? none
      counts[Int(truth.map.labels.elements[index]) - 1][entry, default: 0] += 1
    }
    return counts.map { counts in
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? none
      return most == none ? nil : flats.palette.entries[most].base
    }
  }
}

/// The pixels of both grounds over those of either.
private func overlap(
  _ truth: RegionMap, _ found: RegionMap, where isGround: (Region) -> Bool
) -> Double {
  let ground = found.regions.map(isGround)
  var both = 0
  var either = 0
  for (a, b) in zip(truth.labels.elements, found.labels.elements) {
    let isTrue = truth[a].isBackground
    let isFound = ground[Int(b) - 1]
    if isTrue && isFound { both += 1 }
    if isTrue || isFound { either += 1 }
  }
  return Double(both) / Double(max(1, either))
}
