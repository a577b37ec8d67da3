internal import Autograd
internal import Learning
internal import Networks
public import Raster
internal import Regions
internal import Tensors

// What is learned of a picture: the regions that the artist labelled, whole; of the others what the network sees, for who is told what a
// horn is has not been told what is none. The latter counts for a quarter, and not at all where the network is unsure.

/// A picture of which some regions' parts are known, to learn from.
public struct PartLesson: Sendable {
  /// One in so many cells of a region that nobody labelled counts.
  private static let rarity = 4

  let features: Features
  /// Of each cell `Part.id`, or nil where it is unknown.
  let parts: [String?]
  /// The parts that the artist gave regions of it.
  public let said: Set<String>

  private init(_ features: Features, of map: RegionMap, labels: [PartLabel]) {
    self.features = features
    var said: [UInt16: String] = [:]
    for label in labels {
      if let region = map.resolve(label.region) { said[region] = label.part }
    }
    self.said = Set(said.values)
    let seen = RegionFeatures(features, of: map)
    let own = RegionTable(map) { region -> (part: String, isSaid: Bool)? in
      if let part = said[region.label] { return (part, true) }
      if region.isBackground { return ("background", false) }
      return PartChances.likeliest(of: [seen.partChances(of: region.label)])
        .map { ($0.part, false) }
    }
    parts = (0..<features.cells).map { cell in
      let middle = features.pixel(ofCell: cell)
      let x = min(map.width - 1, max(0, Int(middle.x + 0.5)))
      let y = min(map.height - 1, max(0, Int(middle.y + 0.5)))
      let label = map.labels[x, y]
      guard label != 0, let (part, isSaid) = own[label] else { return nil }
      return isSaid || cell % Self.rarity == 0 ? part : nil
    }
  }

  /// What a reference teaches; nil where the engine that read it makes no features.
  public init?(_ reading: ReferenceReading, labels: [PartLabel]) {
    let read = reading.read.value
    guard let features = read.descriptors.features else { return nil }
    self.init(features, of: read.reference.map, labels: labels)
  }

  /// What a drawing teaches; nil where the engine makes no features.
  ///
  /// - Parameters:
  ///   - corrections: those of the drawing; its labels are what is taught.
  ///   - settings: those that it is coloured with, so that it has the regions that the artist labelled.
  ///   - cache: as that of `Coloring.run`.
  /// - Throws: `LineArtError`, `Cancelled`.
  /// - Complexity: O(pixels) where the cache lacks its regions and features.
  public init?(
    _ drawing: consuming Image, corrections: Corrections, settings: ColoringSettings,
    engine: Engine, cache: some StageCache, work: Work
  ) throws {
    let flow = Flow(runs: engine.runs(references: 0), cache: cache, work: work) { _ in }
    let read = try flow.read(drawing, settings, corrections.regions, with: engine)
    guard let features = read.features else { return nil }
    self.init(features.value, of: read.regions.value.map, labels: corrections.labels)
  }
}

extension PartTeller {
  /// The drawings of a lesson that a step takes are shuffled by it: the same labels teach the same.
  private static let seed: UInt64 = 17

  /// Learns the parts of a few pictures.
  ///
  /// - Parameters:
  ///   - lessons: at least one, all read by `engine`.
  ///   - known: the ids of all parts of the project, in their order; others are not learned.
  /// - Returns: nil where the engine makes no features, or nothing but numbers that are none was learned.
  /// - Throws: `Cancelled`.
  /// - Complexity: 100 steps of four pictures or faces each, some seconds.
  public init?(taughtBy lessons: [PartLesson], known: [String], engine: Engine, work: Work) throws {
    precondition(!lessons.isEmpty, "parts from no picture")
    guard let network = engine.features?.weights else { return nil }
    let found = Set(lessons.flatMap(\.parts).compactMap(\.self))
    let taught = known.filter(found.contains)
    let parts = taught + Part.standard.map(\.id).filter { !found.contains($0) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(parts, Int32(0)...))
    var features: [Tensor] = []
    var labels: [[Int32]] = []
    for lesson in lessons {
      var first = 0
      for input in Self.inputs(from: lesson.features) {
        let cells = input.shape[2] * input.shape[3]
        features.append(input)
        labels.append(
          lesson.parts[first..<first + cells].map { $0.flatMap { numbers[$0] } ?? -1 })
        first += cells
      }
    }
    let head = try Compute.with(work) {
      try PartHead(
        taughtOn: features, start: features.map { Self.start(of: $0, parts: parts) },
        labels: labels, parts: parts.count, seed: Self.seed
      ) {
        try work.checkCancelled()
        work.report($0)
      }
    }
    let isFinite = head.namedTensors().values.allSatisfy { tensor in
      tensor.withValues { $0.allSatisfy(\.isFinite) }
    }
    guard isFinite else { return nil }
    self.init(head: head, parts: parts, taught: taught.count, network: network)
  }
}
