public import Coloring
internal import Projects
internal import Raster
internal import Regions

/// A region of one of the references that an analysis was made with.
public struct Counterpart: Hashable, Sendable {
  /// Place in `Analysis.references`.
  public var reference: Int
  public var label: UInt16

  public init(_ reference: Int, _ label: UInt16) {
    self.reference = reference
    self.label = label
  }
}

extension Candidate {
  public var counterpart: Counterpart { Counterpart(reference, label) }
}

/// The match of one region as it stands now: what the engine found, and what the artist has said since.
public struct Correspondence: Hashable, Sendable {
  public enum Standing: Hashable, Sendable, CaseIterable {
    case pinned, automatic, doubtful, unlinked, unmatched
    /// The artist chose its paint, said its part, or found it right: the match itself is automatic.
    case painted, labelled, accepted
  }

  /// The drawing's region.
  public let label: UInt16
  public let standing: Standing
  public let counterpart: Counterpart?
  /// The chance that its paint is right, 0…1; nil where the artist settled it, and while the engine is asked anew.
  public let confidence: Double?
  /// Of the counterpart, 0…1 each; none where it is not among the candidates.
  public let reasons: [Reason: Double]
  /// Up to nine, best first.
  public let candidates: [Candidate]
  /// Whether the artist changed it and the engine has not answered yet.
  public let isAwaited: Bool

  /// Whether the first candidate stands before better ones: for all regions of its paint together it has more.
  public var leadsByPaint: Bool {
    guard let first = candidates.first, first.counterpart == counterpart else { return false }
    return candidates.dropFirst().contains { $0.score > first.score }
  }
}

/// The matches of a drawing with the artist's pins and unlinks taken in at once, before the engine has.
public struct Correspondences: Sendable {
  private let analysis: Analysis
  private let doubtful: Set<UInt16>
  private let settled: [UInt16: Settlement]
  private var pinned: [UInt16: Counterpart] = [:]
  private var unlinked: Set<UInt16> = []
  /// The regions whose part the artist said.
  private var labelled: Set<UInt16> = []

  /// - Parameters:
  ///   - settled: what the artist has settled of the drawing.
  ///   - doubtful: the queue.
  /// - Complexity: O(pins, unlinks, labels and doubtful regions of the drawing).
  init(
    _ analysis: Analysis, in project: ProjectState, settled: [UInt16: Settlement],
    doubtful: [UInt16]
  ) {
    self.analysis = analysis
    self.settled = settled
    self.doubtful = Set(doubtful)
    let drawing = analysis.order.drawing
    for pin in project.pins[drawing] ?? [] {
      guard let label = analysis.result.map.resolve(pin.region),
        let reference = analysis.order.references.firstIndex(of: pin.reference),
        let counterpart = analysis.result.references[reference].map.resolve(pin.counterpart)
      else { continue }
      pinned[label] = Counterpart(reference, counterpart)
    }
    labelled = Set(
      (project.labels[drawing] ?? []).compactMap { analysis.result.map.resolve($0.region) })
    for name in project.unlinks[drawing] ?? [] {
      if let label = analysis.result.map.resolve(name), pinned[label] == nil {
        unlinked.insert(label)
      }
    }
  }

  /// The regions whose match the artist decided.
  public var decided: [UInt16: Correspondence.Standing] {
    var decided = pinned.mapValues { _ in Correspondence.Standing.pinned }
    for label in unlinked { decided[label] = .unlinked }
    return decided
  }

  public subscript(label: UInt16) -> Correspondence {
    let match = analysis.result.matches[Int(label) - 1]
    let counterpart = counterpart(of: label)
    let standing: Correspondence.Standing =
      if pinned[label] != nil {
        .pinned
      } else if unlinked.contains(label) {
        .unlinked
      } else if settled[label] == .painted {
        .painted
      } else if settled[label] == .accepted {
        .accepted
      } else if isLabelled(label) && !doubtful.contains(label) {
        .labelled
      } else if counterpart == nil {
        .unmatched
      } else {
        doubtful.contains(label) ? .doubtful : .automatic
      }
    let isAwaited =
      !standing.agrees(with: match.origin) || counterpart != match.chosen?.counterpart
    let candidate = match.candidates.first { $0.counterpart == counterpart }
    let isOpen = standing == .automatic || standing == .doubtful
    return Correspondence(
      label: label, standing: standing, counterpart: counterpart,
      confidence: isAwaited || !isOpen ? nil : analysis.result.flats[label].confidence,
      reasons: candidate?.reasons ?? [:], candidates: match.candidates, isAwaited: isAwaited)
  }

  /// Whether the artist said the part of a region; which of the part's paints it has may be in doubt still.
  func isLabelled(_ label: UInt16) -> Bool { labelled.contains(label) }

  /// Where a region's colour comes from; nil where it has no counterpart.
  public func counterpart(of label: UInt16) -> Counterpart? {
    if let pin = pinned[label] { return pin }
    if unlinked.contains(label) { return nil }
    let match = analysis.result.matches[Int(label) - 1]
    // One that was released: the best guess until the engine has answered.
    let isReleased = match.origin == .pinned || match.origin == .unlinked
    return (isReleased ? match.candidates.first : match.chosen)?.counterpart
  }

  /// The drawing's regions that have a counterpart.
  ///
  /// - Complexity: O(regions).
  public func regions(matchedTo counterpart: Counterpart) -> [UInt16] {
    analysis.result.map.regions.map(\.label).filter {
      self.counterpart(of: $0) == counterpart
    }
  }
}

extension Correspondence.Standing {
  fileprivate func agrees(with origin: MatchOrigin) -> Bool {
    switch self {
    case .pinned: origin == .pinned
    case .unlinked: origin == .unlinked
    case .automatic, .doubtful: origin == .automatic
    case .unmatched: origin == .unmatched
    case .painted, .labelled, .accepted: origin == .automatic || origin == .unmatched
    }
  }
}

extension RegionMap {
  /// The region that a name stands for; nil outside of the picture.
  func label(of name: RegionName) -> UInt16? {
    labels.contains(name.inside) ? labels[name.inside] : nil
  }
}
