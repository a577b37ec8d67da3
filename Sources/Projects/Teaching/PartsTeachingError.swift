public import Regions

/// Why a project's labels teach no parts.
public enum PartsTeachingError: Error, Hashable, Sendable {
  /// Nobody has labelled a region of a drawing or of a reference in use.
  case nothingLabelled
  /// All labels are of one part.
  case onePart(Part)
  /// The project is coloured by rules alone, or the network's weights are missing: nothing is seen to learn on.
  case noNetwork
  /// Learning gave numbers that are none.
  case notLearned

  /// A sentence.
  public var description: String {
    switch self {
    case .nothingLabelled:
      "No part is labelled yet; label regions of one to ten drawings or references, then teach again."
    case .onePart(let part):
      "Only \(part.name) is labelled; label regions of at least one other part too, so that there is something to tell it from."
    case .noNetwork:
      "Parts are learned on what the network sees, and this project is matched by rules alone; set matching to the network, or install nurie again where its weights are missing."
    case .notLearned:
      "The labelled drawings gave no numbers that could be learned from, and nothing was changed; label other regions and teach again."
    }
  }
}
