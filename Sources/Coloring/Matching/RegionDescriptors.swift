public import Raster
public import Regions

/// The matcher's knowledge of a divided picture; made in the same way from a drawing and from a
/// reference.
public struct RegionDescriptors: Sendable {
  let map: RegionMap
  let graph: RegionGraph
  let view: MatchingView
  let shapes: RegionTable<RegionShape>
  let looks: RegionTable<RegionLook>
  /// The paint of each region: a reference's palette entries, -1 for its ground; in a drawing each
  /// its own.
  let paints: RegionTable<Int>
  /// Whether a reference's region is black; of a drawing none is.
  let isBlack: RegionTable<Bool>
  /// The engine's features, where it makes any.
  private(set) var features: Features?
  /// What the features say of each region as a whole.
  private(set) var asWhole: RegionFeatures?

  /// The same with features.
  ///
  /// - Complexity: that of `RegionFeatures`.
  func seen(by features: Features?) -> RegionDescriptors {
    var result = self
    result.features = features
    result.asWhole = features.map { RegionFeatures($0, of: map) }
    return result
  }

  /// What the features show of each region as a whole.
  var traits: RegionTable<RegionTraits> {
    RegionTable(map) { asWhole?.traits(of: $0.label) ?? .none }
  }

  /// The parts that they show in each.
  var partsSeen: RegionTable<PartChances> {
    RegionTable(map) { asWhole?.partChances(of: $0.label) ?? .none }
  }
  /// The colour of each region's paint; nil in a drawing.
  let colours: RegionTable<CIELab>?
  /// `[H, W]`, how dark a drawing's ink is at each pixel, 0…255; nil for a reference.
  private let darkness: Plane<UInt8>?

  /// The descriptors of a drawing.
  ///
  /// - Parameter darkness: `[H, W]` of the map: how dark the ink is at each pixel, 0…255.
  /// - Complexity: O(pixels), one pass; what follows is bounded.
  public init(map: RegionMap, graph: RegionGraph, darkness: Plane<UInt8>, work: Work)
    throws(Cancelled)
  {
    precondition(
      darkness.width == map.width && darkness.height == map.height,
      "ink of \(darkness.width)×\(darkness.height) for a map of \(map.width)×\(map.height)")
    let frame = Self.frame(of: map)
    let lines = try ViewLines.ofInk(darkness, frame: frame, work: work)
    try self.init(
      map: map, graph: graph, frame: frame, lines: lines,
      paints: RegionTable(Array(map.regions.indices)), darkness: darkness, work: work)
  }

  /// A drawing's descriptors where some regions of the figure count as ground, and lines that touch none of the others
  /// do not count.
  ///
  /// - Complexity: that of making them.
  func without(_ regions: RegionTable<Bool>, work: Work) throws(Cancelled) -> RegionDescriptors {
    guard let darkness else { preconditionFailure("a reference has all its regions") }
    let map = map.without(regions)
    let frame = Self.frame(of: map)
    var lines = try ViewLines.ofInk(darkness, frame: frame, work: work)
    lines.clear(farFromFigureOf: map, frame: frame)
    var result = try RegionDescriptors(
      map: map, graph: graph, frame: frame, lines: lines, paints: paints, darkness: darkness,
      work: work)
    // Its regions are the same pixels.
    (result.features, result.asWhole) = (features, asWhole)
    return result
  }

  /// A reference's descriptors where some regions of the figure count as ground, and lines that touch none of the others do
  /// not count. They show what lies on such a region as if it lay on the largest ground. The view's frame stays.
  ///
  /// - Complexity: that of making them.
  func withGround(_ regions: RegionTable<Bool>, work: Work) throws(Cancelled) -> RegionDescriptors {
    var map = self.map.without(regions)
    if let ground = (self.map.largestGround ?? map.largestGround)?.label {
      map = map.joined(regions, into: ground)
    }
    var lines = view.levels[0].lines
    lines.clear(farFromFigureOf: map, frame: view.frame)
    return try RegionDescriptors(
      map: map, graph: graph, frame: view.frame, lines: lines,
      paints: RegionTable(map) { $0.isBackground ? -1 : paints[$0.label] }, isBlack: isBlack,
      colours: colours, darkness: darkness, work: work
    ).seen(by: features)
  }

  /// The descriptors of a drawing.
  public init(map: RegionMap, graph: RegionGraph, lineArt: LineArt, work: Work) throws(Cancelled) {
    try self.init(
      map: map, graph: graph, darkness: lineArt.darknessOfOutlines(work: work), work: work)
  }

  /// The descriptors of a reference.
  ///
  /// - Parameter image: the picture that the reference was read from.
  /// - Complexity: O(pixels), one pass; what follows is bounded.
  public init(_ reference: Reference, image: Image, work: Work) throws(Cancelled) {
    let frame = Self.frame(of: reference.map)
    let lines = try ViewLines.ofColours(image, frame: frame, work: work)
    try self.init(
      map: reference.map, graph: reference.graph, frame: frame, lines: lines,
      paints: Self.paints(of: reference.map, entries: reference.entries),
      isBlack: Self.blacks(of: reference.palette, entries: reference.entries),
      colours: Self.colours(of: reference.palette, entries: reference.entries), work: work)
  }

  /// The descriptors of a reference, of which the lines are known.
  ///
  /// - Parameter lines: as `view.levels[0]` had them.
  init(
    ofReference map: RegionMap, graph: RegionGraph, palette: Palette, entries: RegionTable<Int>,
    lines: Plane<Float>
  ) throws(BrokenBytes) {
    let frame = Self.frame(of: map)
    guard lines.width == frame.width, lines.height == frame.height else { throw BrokenBytes() }
    do throws(Cancelled) {
      try self.init(
        map: map, graph: graph, frame: frame, lines: lines,
        paints: Self.paints(of: map, entries: entries),
        isBlack: Self.blacks(of: palette, entries: entries),
        colours: Self.colours(of: palette, entries: entries), work: Work(threads: 1))
    } catch {
      preconditionFailure("nobody cancels this work")
    }
  }

  /// The lightness in Oklab below which a paint is taken for ink.
  private static let darkest: Float = 0.25

  private static func blacks(of palette: Palette, entries: RegionTable<Int>) -> RegionTable<Bool> {
    entries.mapValues { Oklab(palette.entries[$0].base).l < darkest }
  }

  private static func colours(of palette: Palette, entries: RegionTable<Int>) -> RegionTable<CIELab>
  {
    let colours = palette.entries.map { CIELab($0.base) }
    return entries.mapValues { colours[$0] }
  }

  /// A reference's paints: its palette entries, -1 for its ground.
  private static func paints(of map: RegionMap, entries: RegionTable<Int>) -> RegionTable<Int> {
    RegionTable(map) { $0.isBackground ? -1 : entries[$0.label] }
  }

  private init(
    map: RegionMap, graph: RegionGraph, frame: MatchingFrame, lines: Plane<Float>,
    paints: RegionTable<Int>, isBlack: RegionTable<Bool>? = nil,
    colours: RegionTable<CIELab>? = nil, darkness: Plane<UInt8>? = nil, work: Work
  ) throws(Cancelled) {
    self.colours = colours
    self.isBlack = isBlack ?? RegionTable(repeating: false, count: map.regions.count)
    self.map = map
    self.darkness = darkness
    self.graph = graph
    let view = MatchingView(map: map, frame: frame, lines: lines)
    self.view = view
    self.paints = paints
    shapes = RegionShape.shapes(of: map)
    looks = RegionTable(
      try work.mapUnlessCancelled(map.regions.count) { RegionLook(map.regions[$0], view: view) })
  }

  /// Whether the figure reaches a side of the picture, so that some of it may lie beyond.
  var isCutOff: Bool {
    MatchingView.figureBox(of: map).reaches(sidesOf: map.picture)
  }

  private static func frame(of map: RegionMap) -> MatchingFrame {
    MatchingFrame(
      figure: MatchingView.figureBox(of: map), pictureWidth: map.width, pictureHeight: map.height)
  }
}

extension RegionMap {
  /// The map where some regions of the figure count as ground.
  func without(_ regions: RegionTable<Bool>) -> RegionMap {
    with(
      regions: self.regions.map { region in
        Region(
          label: region.label, area: region.area, box: region.box, centroid: region.centroid,
          inside: region.inside, insideRadius: region.insideRadius,
          isBackground: region.isBackground || regions[region.label])
      })
  }

  /// The map where other regions' pixels are of `label`'s. Each keeps its inside point, since no region is empty.
  fileprivate func joined(_ regions: RegionTable<Bool>, into label: UInt16) -> RegionMap {
    var labels = labels.map { regions[$0, ofNone: false] ? label : $0 }
    let rest = self.regions.map { region in
      if !regions[region.label] || region.label == label { return region }
      labels[region.inside] = region.label
      return Region(
        label: region.label, area: 1, box: region.box, centroid: region.centroid,
        inside: region.inside, insideRadius: region.insideRadius,
        isBackground: region.isBackground)
    }
    return with(labels: labels, regions: rest)
  }
}

extension Plane where Element == Float {
  /// Clears the cells of a view that have none of the figure within two cells.
  fileprivate mutating func clear(farFromFigureOf map: RegionMap, frame: MatchingFrame) {
    let isGround = RegionTable(map) { $0.isBackground }
    let places = MatchingView.labels(of: map, frame: frame)
    for y in 0..<height {
      for x in 0..<width where self[x, y] > 0 {
        let isNear = (max(0, y - 2)...min(height - 1, y + 2)).contains { v in
          (max(0, x - 2)...min(width - 1, x + 2)).contains { u in
            !isGround[places[u, v], ofNone: true]
          }
        }
        if !isNear { self[x, y] = 0 }
      }
    }
  }
}

extension Box {
  /// What is this near to a side of the picture lies at it, in pixels: a line's width lies between paper and the side where that
  /// is ruled.
  static let rim = 3

  /// Whether anything of it lies at a side of the picture.
  func reaches(sidesOf picture: Box) -> Bool {
    x < picture.x + Box.rim || y < picture.y + Box.rim || maxX > picture.maxX - Box.rim
      || maxY > picture.maxY - Box.rim
  }
}
