public import Raster

/// One step of the flow from drawing to layers, in the order they run.
public enum Stage: String, Sendable, CaseIterable, Codable {
  /// The drawing read as ink and trace lines.
  case lineArt
  /// The drawing divided into regions.
  case regions
  /// A coloured drawing read; runs once for each reference.
  case reference
  /// Each region's counterpart in the references.
  case matches
  /// Each region's palette entry.
  case flats
  /// Light and dark over the flats.
  case shading
  /// The composed picture.
  case layers

  /// Part of the stage's keys, and of those of all that follow.
  ///
  /// To be raised in every change of the code after which a stage gives other results for equal inputs, or its results
  /// are stored in another way: results lie on disk longer than the program that made them, and under an unchanged
  /// version the new program would take the old one's for its own. A test compares the results of a
  /// small drawing with what they were.
  var version: Int {
    switch self {
    case .regions, .flats: 3
    case .reference: 2
    default: 1
    }
  }

  /// The share of the time that the stage usually takes, for one bar over all of them; they sum to 1.
  ///
  /// Means of drawings of 1 to 12 megapixels, each with one reference, on one thread; the larger the drawing, the less
  /// of it goes to matches. A bar of them is off by 4 % of the whole on average, and by 14 % at most.
  public var weight: Double {
    switch self {
    case .lineArt: 0.12
    case .regions: 0.06
    case .reference: 0.27
    case .matches: 0.30
    case .flats: 0.01
    case .shading: 0.05
    case .layers: 0.19
    }
  }
}

/// How far the flow has come.
public struct ColoringProgress: Sendable {
  public let stage: Stage
  /// 0…1 of this stage; 1 is reported once, also where the result came from the cache.
  public let share: Double
  /// What the picture looks like so far, no side longer than the given number of pixels; nil where
  /// nothing new can be shown. Made when called, in a few milliseconds a megapixel asked for.
  public let preview: (@Sendable (_ longestSide: Int) -> Image)?

  /// The share of the whole flow, 0…1.
  public var overall: Double {
    let before = Stage.allCases.prefix { $0 != stage }.reduce(0) { $0 + $1.weight }
    return min(1, before + share * stage.weight)
  }
}
