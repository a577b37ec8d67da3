internal import Regions

/// Everything that decides a drawing's colours, where pictures go by names that never change their content.
///
/// `ContentKey(of:)` names it: equal for two states that are coloured the same.
public struct DrawingState: Encodable, Sendable {
  /// Results of other versions of a stage are other results.
  private let versions = StageKind.allCases.map(\.version)
  private let rules = Engine.classical
  /// The weights that the drawing is looked at with; nil for none.
  private let network: ContentKey?
  /// The drawing, then every reference.
  private let pictures: [String]
  /// Places among the references.
  private let matched: [Int]
  private let removed: [Int]
  private let corrections: Corrections
  private let referenceLabels: [[PartLabel]]
  private let examples: [DrawingExamples]
  private let settings: ColoringSettings

  /// - Parameters:
  ///   - pictures: the drawing, then every reference.
  ///   - matched: the places of those that the drawing is matched with among the references.
  ///   - removed: the places of removed ones.
  public init(
    pictures: [String], matched: [Int], removed: [Int] = [], corrections: Corrections,
    referenceLabels: [[PartLabel]], examples: [DrawingExamples] = [], settings: ColoringSettings
  ) {
    self.pictures = pictures
    self.matched = matched
    self.removed = removed
    self.corrections = corrections
    self.referenceLabels = referenceLabels
    self.examples = examples
    self.settings = settings
    network = settings.matcher == .network ? Engine.shippedMatcher : nil
  }
}
