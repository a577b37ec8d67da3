/// A reason why two regions are held to be the same.
public enum Reason: String, Sendable, Codable, CaseIterable {
  case position
  case shape
  case neighbours
  case texture
}

/// A reference region that a drawing's region may correspond to.
public struct Candidate: Hashable, Sendable {
  /// The reference, counted from 0 in the order given.
  public let reference: Int
  /// The region in that reference.
  public let label: UInt16
  /// 0…1, the higher the likelier.
  public let score: Double
  /// The score of each reason, 0…1.
  public let reasons: [Reason: Double]
  /// What speaks for its paint; nil where nobody looked.
  public let evidence: MatchEvidence?

  /// A region of a reference, which is counted from 0; `score` and `reasons` are 0…1.
  public init(
    reference: Int, label: UInt16, score: Double, reasons: [Reason: Double],
    evidence: MatchEvidence? = nil
  ) {
    self.reference = reference
    self.label = label
    self.score = score
    self.reasons = reasons
    self.evidence = evidence
  }

  /// The chance that its paint is right, 0…1: as likely as its score where nobody looked for more.
  public var chance: Double { evidence.map(Confidence.chance) ?? score }
}

/// The origin of a match.
public enum MatchOrigin: String, Sendable, Codable {
  case automatic
  /// The artist set it.
  case pinned
  /// The artist took it away: the region has no counterpart.
  case unlinked
  /// Nothing in the references was found for it.
  case unmatched
}

/// The correspondence of one region of the drawing.
public struct Match: Sendable, Hashable {
  /// The drawing's region.
  public let label: UInt16
  public let origin: MatchOrigin
  /// The chosen counterpart; nil where there is none.
  public let chosen: Candidate?
  /// Up to nine, best first; the chosen one is usually the first.
  public let candidates: [Candidate]
  /// The chance that the paint of `chosen` is right, 0…1.
  public let confidence: Double

  /// The match of the drawing's region `label`; `candidates` are best first, `confidence` is 0…1.
  public init(
    label: UInt16, origin: MatchOrigin, chosen: Candidate?, candidates: [Candidate],
    confidence: Double
  ) {
    self.label = label
    self.origin = origin
    self.chosen = chosen
    self.candidates = candidates
    self.confidence = confidence
  }
}
