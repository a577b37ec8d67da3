internal import Glibc
public import Raster

/// What speaks for the paint of one counterpart of one region: the inputs of `Confidence`.
///
/// Colours that hardly differ (`PaintVotes`) are one paint here, of whichever reference they are.
public struct MatchEvidence: Sendable, Hashable {
  /// The share of the region's votes that falls on this paint, 0…1. Where its cells disagree among themselves, as those of a
  /// region that holds two parts, no paint has most of it.
  public var votes: Double
  /// The share of the scores, once all regions are shared out, that this paint has, 0…1.
  public var scores: Double
  /// The agreement of the drawing's alignment with the counterpart's reference, -1…1.
  public var agreement: Double
  /// Those reasons of the counterpart, 0…1.
  public var shape: Double
  public var texture: Double
  /// How alike the two are as things to a network's features, 0…1; 0 where it makes none.
  public var kinship: Double
  /// The region's share of the figure, above 0.
  public var size: Double
  /// Whether a network's features voted.
  public var isSeen: Bool
  /// Whether the region is ground by the drawing's own lines.
  public var isGround: Bool

  /// The smallest regions are all as hard.
  private static let leastSize = 0.0003

  public init(
    votes: Double, scores: Double, agreement: Double, shape: Double, texture: Double,
    kinship: Double, size: Double, isSeen: Bool, isGround: Bool = false
  ) {
    self.votes = votes
    self.scores = scores
    self.agreement = agreement
    self.shape = shape
    self.texture = texture
    self.kinship = kinship
    self.size = size
    self.isSeen = isSeen
    self.isGround = isGround
  }

  /// The names of `inputs`.
  public static let names = [
    "votes", "scores", "agreement", "shape", "texture", "kinship", "size",
  ]

  /// The numbers that are weighed, each the more the likelier.
  public var inputs: [Double] {
    [votes, scores, agreement, shape, texture, kinship, log10(max(size, Self.leastSize))]
  }
}

extension MatchEvidence: Storable {
  public init(_ known: MatchEvidence?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    votes = try bytes.pass(known, \.votes)
    scores = try bytes.pass(known, \.scores)
    agreement = try bytes.pass(known, \.agreement)
    shape = try bytes.pass(known, \.shape)
    texture = try bytes.pass(known, \.texture)
    kinship = try bytes.pass(known, \.kinship)
    size = try bytes.pass(known, \.size)
    isSeen = try bytes.pass(known, \.isSeen)
    isGround = try bytes.pass(known, \.isGround)
  }
}
