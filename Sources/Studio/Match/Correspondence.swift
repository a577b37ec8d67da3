public import Coloring
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

extension Correspondence.Standing {
  public var word: Phrase {
    switch self {
    case .pinned: Phrase("pinned", "固定")
    case .automatic: Phrase("automatic", "自動")
    case .doubtful: Phrase("doubtful", "要確認")
    case .unlinked: Phrase("unlinked", "対応なし")
    case .unmatched: Phrase("not found", "見つからない")
    case .painted: Settlement.painted.phrase
    case .labelled: Settlement.labelled.phrase
    case .accepted: Settlement.accepted.phrase
    }
  }
}

/// The match of one region as it stands now: how it came about, and how the artist settled it.
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
  /// The chance that its paint is right, 0…1; nil where the artist settled it.
  public let confidence: Double?
  /// Of the counterpart, 0…1 each; none where it is not among the candidates.
  public let reasons: [Reason: Double]
  /// Up to nine, best first.
  public let candidates: [Candidate]

  /// Its standing in a word that its chance does not belie.
  public var word: Phrase {
    guard standing == .doubtful || standing == .automatic else { return standing.word }
    return Analysis.word(forDoubtOf: confidence, isDoubtful: standing == .doubtful)
      ?? standing.word
  }

  /// Whether the first candidate stands before better ones: for all regions of its paint together it has more.
  public var leadsByPaint: Bool {
    guard let first = candidates.first, first.counterpart == counterpart else { return false }
    return candidates.dropFirst().contains { $0.score > first.score }
  }
}

/// The matches of a drawing as they stand now.
public struct Correspondences: Sendable {
  private let flats: Flats
  private let doubtful: Set<UInt16>
  private let settled: [UInt16: Settlement]

  /// - Parameters:
  ///   - settled: what the artist has settled of the drawing.
  ///   - doubtful: the queue.
  init(_ flats: Flats, settled: [UInt16: Settlement], doubtful: [UInt16]) {
    self.flats = flats
    self.settled = settled
    self.doubtful = Set(doubtful)
  }

  /// The regions whose match the artist decided.
  public var decided: [UInt16: Correspondence.Standing] {
    flats.matches.reduce(into: [:]) { decided, match in
      if match.origin == .pinned { decided[match.label] = .pinned }
      if match.origin == .unlinked { decided[match.label] = .unlinked }
    }
  }

  public subscript(label: UInt16) -> Correspondence {
    let match = flats.matches[label]
    let standing = standing(of: match)
    let candidate = match.candidates.first { $0.counterpart == match.chosen?.counterpart }
    let isOpen = standing == .automatic || standing == .doubtful
    return Correspondence(
      label: label, standing: standing, counterpart: match.chosen?.counterpart,
      confidence: isOpen ? flats[label].confidence : nil, reasons: candidate?.reasons ?? [:],
      candidates: match.candidates)
  }

  private func standing(of match: Match) -> Correspondence.Standing {
    switch (match.origin, settled[match.label]) {
    case (.pinned, _): .pinned
    case (.unlinked, _): .unlinked
    case (_, .painted): .painted
    case (_, .accepted): .accepted
    case _ where isLabelled(match.label) && !doubtful.contains(match.label): .labelled
    case (.unmatched, _): .unmatched
    case (.automatic, _): doubtful.contains(match.label) ? .doubtful : .automatic
    }
  }

  /// Whether the artist said the part of a region; which of the part's paints it has may be in doubt still.
  func isLabelled(_ label: UInt16) -> Bool { flats.parts[label]?.origin == .label }

  /// The reference's region that a region's colour comes from; nil where it has no counterpart.
  public func counterpart(of label: UInt16) -> Counterpart? {
    flats.matches[label].chosen?.counterpart
  }

  /// The drawing's regions that have a counterpart.
  ///
  /// - Complexity: O(regions).
  public func regions(matchedTo counterpart: Counterpart) -> [UInt16] {
    flats.matches.filter { $0.chosen?.counterpart == counterpart }.map(\.label)
  }
}

extension Analysis {
  /// The word for a doubt that a region's chance does not belie; nil where there is none. What is worth a look is not all likely
  /// wrong: a large region is looked at for a small doubt; and a tiny one that is likely wrong may not be worth a look.
  ///
  /// - Parameter chance: that its match is right; nil where it is not known.
  static func word(forDoubtOf chance: Double?, isDoubtful: Bool) -> Phrase? {
    let isUnlikely = chance.map { $0 < doubt } ?? false
    if !isDoubtful { return isUnlikely ? Phrase("tiny and unsure", "小さく不確か") : nil }
    return isUnlikely || chance == nil
      ? Correspondence.Standing.doubtful.word : Phrase("large, worth a look", "広いので要確認")
  }
}
