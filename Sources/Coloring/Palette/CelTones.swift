import Raster
import Regions

// Whose shadow or light a flat colour is.
//
// Idea: a cel sheet has two or three flat colours a thing. Where they are near one another and no line parts them they are one
// region already, which shows the darker one as its shadow. Where ink parts them (the neck under the chin, the back of the hair)
// or where they are further apart (skin grows redder in shadow, white grows blue), the shadow is a region of its own, and would
// be a colour of its own: after a change of the palette half a jacket would stay blue.
//
// A region is the tone of a thing whose colour it can be a shadow or light of, if
//   - it meets that thing without a line, and nothing else so, where things are outlined;
//   - or it touches that thing, and has just the colour that the thing shows as its tone elsewhere;
//   - or it shows the thing's colour as its own light, so that it lies mostly in shadow.
// Where most of a colour's regions are tones of one thing, all are: the rest lies where nothing tells.
// Cost: O(borders + regions · colours).

/// The flat regions of a reference that are the shadow or the light of another colour's regions.
struct CelTones {
  enum Tone { case shadow, highlight }

  /// The colour whose tone a region is, as an index into the bases, and which.
  struct Owner: Hashable {
    let group: Int
    let tone: Tone
  }

  /// Nil where a region is no tone of another colour.
  private(set) var owners: RegionTable<Owner?>

  /// Up to this distance (Oklab) two flat colours are one.
  private static let tolerance: Float = 0.012
  /// The step of lightness between two tones, at least.
  private static let step: Float = 0.03

  /// What is known of the regions of one colour.
  private struct Thing {
    let base: Oklab
    var area = 0
    /// Flat colours that its regions show beside the base.
    var shadows: [Oklab] = []
    var highlights: [Oklab] = []
  }

  /// The borders of a region with other colours and the ground.
  private struct Touching {
    /// By colour of the figure: the length, and how much of that has no ink.
    var lengths: [Int: (all: Double, bare: Double)] = [:]
    var outline = 0.0
    /// As much of the borders within the figure has no ink.
    var bare = 0.0
  }

  private let groups: RegionTable<Int>
  private let colours: RegionTable<RegionColours>
  private var things: [Thing]

  /// - Parameters:
  ///   - groups: the colour that each region has, an index into `bases`.
  init(
    _ colours: RegionTable<RegionColours>, groups: RegionTable<Int>, bases: [RGBA], map: RegionMap,
    graph: RegionGraph
  ) {
    self.groups = groups
    self.colours = colours
    owners = RegionTable(repeating: nil, count: groups.count)
    things = bases.map { Thing(base: Oklab($0)) }
    let cels = map.regions.filter { !$0.isBackground && colours[$0.label].isCel }
    for region in cels { note(region) }
    let borders = graph.borders.filter { groups[$0.first] != groups[$0.second] }
    let (outline, ink) = borders.reduce((0, 0)) { ($0.0 + $1.length, $0.1 + $1.ink) }
    let isOutlined = ink >= 0.5 * outline
    let meetings = cels.map { touching(of: $0, map, graph) }
    for (region, touching) in zip(cels, meetings) where isOutlined {
      guard let owner = owner(of: region, byTouching: touching) else { continue }
      owners[region.label] = owner
      let tone = Oklab(colours[region.label].base)
      switch owner.tone {
      case .shadow: things[owner.group].shadows.append(tone)
      case .highlight: things[owner.group].highlights.append(tone)
      }
    }
    for (region, touching) in zip(cels, meetings) where owners[region.label] == nil {
      owners[region.label] = owner(of: region, byColour: touching)
    }
    joinMajorities(cels)
  }

  private mutating func note(_ region: Region) {
    let group = groups[region.label]
    let colour = colours[region.label]
    things[group].area += region.area
    for tone in colour.tones.map({ Oklab($0) }) {
      if tone.l < things[group].base.l {
        things[group].shadows.append(tone)
      } else {
        things[group].highlights.append(tone)
      }
    }
  }

  private func touching(of region: Region, _ map: RegionMap, _ graph: RegionGraph) -> Touching {
    var touching = Touching()
    for (label, border) in graph.neighbours(of: region.label) {
      let group = groups[label]
      if group == groups[region.label] { continue }
      touching.outline += border.length
      if map[label].isBackground { continue }
      touching.bare += border.length - border.ink
      if !colours[label].isCel { continue }
      touching.lengths[group, default: (0, 0)].all += border.length
      touching.lengths[group, default: (0, 0)].bare += border.length - border.ink
    }
    return touching
  }

  /// The thing that a region meets without a line, and nothing else so.
  private func owner(of region: Region, byTouching touching: Touching) -> Owner? {
    let base = Oklab(colours[region.label].base)
    let nearest = touching.lengths.max { ($0.value.bare, $1.key) < ($1.value.bare, $0.key) }
    guard let (group, length) = nearest,
      length.bare >= 0.75 * touching.bare, length.bare >= 0.1 * touching.outline,
      isLarger(group, than: groups[region.label])
    else { return nil }
    if Self.isShadow(base, of: things[group].base) { return Owner(group: group, tone: .shadow) }
    // A light lies within what it lights.
    let isWithin = length.all >= 0.8 * touching.outline && region.area * 4 <= things[group].area
    let isLight =
      base.l > things[group].base.l + Self.step
      && (base.l > 0.9 || Self.isShadow(things[group].base, of: base))
    return isWithin && isLight ? Owner(group: group, tone: .highlight) : nil
  }

  /// The thing that a region touches and whose tone its colour is known to be; or whose colour it shows as its light.
  private func owner(of region: Region, byColour touching: Touching) -> Owner? {
    let colour = colours[region.label]
    let base = Oklab(colour.base)
    var found: [(owner: Owner, length: Double)] = []
    for (group, thing) in things.enumerated() where isLarger(group, than: groups[region.label]) {
      let length = touching.lengths[group]?.all
      if let length, region.area * 2 <= thing.area {
        if Self.isShadow(base, of: thing.base), thing.shadows.contains(where: { isOne($0, base) }) {
          found.append((Owner(group: group, tone: .shadow), length))
        } else if Self.isShadow(thing.base, of: base), length >= 0.8 * touching.outline,
          thing.highlights.contains(where: { isOne($0, base) })
        {
          found.append((Owner(group: group, tone: .highlight), length))
        }
      }
      if Self.isShadow(base, of: thing.base),
        colour.tones.contains(where: { isOne(Oklab($0), thing.base) })
      {
        found.append((Owner(group: group, tone: .shadow), length ?? 0))
      }
    }
    return found.max { ($0.length, $1.owner.group) < ($1.length, $0.owner.group) }?.owner
  }

  /// Has all regions of a colour be tones of the thing that most of them are.
  private mutating func joinMajorities(_ cels: [Region]) {
    var areas: [Int: [Owner: Int]] = [:]
    for region in cels {
      guard let owner = owners[region.label] else { continue }
      areas[groups[region.label], default: [:]][owner, default: 0] += region.area
    }
    let most = things.indices.map { group in
      areas[group]?.first { 10 * $0.value >= 6 * things[group].area }?.key
    }
    for region in cels {
      guard var owner = owners[region.label] ?? most[groups[region.label]] else { continue }
      // A deeper shadow is that of the shadow's own thing.
      for _ in 0..<4 {
        guard let next = most[owner.group] else { break }
        owner = Owner(group: next.group, tone: owner.tone)
      }
      owners[region.label] = owner
    }
  }

  /// What an artist calls the colour of a thing is what most of it has: of two tones the smaller is the other's.
  private func isLarger(_ group: Int, than other: Int) -> Bool {
    (things[group].area, -group) > (things[other].area, -other)
  }

  private func isOne(_ a: Oklab, _ b: Oklab) -> Bool {
    a.squaredDistance(to: b) <= Self.tolerance * Self.tolerance
  }

  /// Whether an artist would take one colour for the shadow of another: darker, of nearly its hue, up to twice as
  /// colourful; of white and greys any pale tint.
  static func isShadow(_ dark: Oklab, of light: Oklab) -> Bool {
    guard dark.l <= light.l - step, dark.l >= 0.5 * light.l else { return false }
    let lightChroma = (light.a * light.a + light.b * light.b).squareRoot()
    let darkChroma = (dark.a * dark.a + dark.b * dark.b).squareRoot()
    if lightChroma < 0.03 { return darkChroma < 0.07 }
    if darkChroma < 0.015 { return lightChroma < 0.05 }
    let cosine = (light.a * dark.a + light.b * dark.b) / (lightChroma * darkChroma)
    // 30 degrees.
    return cosine >= 0.866 && darkChroma <= 2 * lightChroma + 0.02
      && darkChroma >= 0.3 * lightChroma
  }
}
