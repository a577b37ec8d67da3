// The division of labour in the flow. Each part of the work has a seat (a protocol), and whoever sits there is named with a version and
// its weights' hash, which go into the keys of the stages that it works in: another occupant, another product.
//
//     seat        what it does                                              stages
//     lines       reads a drawing's pixels as ink and trace lines           lineArt
//     features    makes dense features, and scores of parts, of pixels      features
//     matcher     describes divided pictures and matches their regions      reference, matches
//     texture     lays light and dark over the flats                        shading
//
// Rules sit in all of them but `features`, where a trained network sits (`Engine+Network`); without it the matcher by rules looks at
// the lines themselves. What a network is lies in `Networks`; `Delivery` finds the weights that come with the program.

/// The occupants of four seats, who read lines, make features, match regions and lay texture.
public struct Engine: Sendable, Encodable {
  var lines: Occupant<any LineReader>
  /// Nil where nobody downstream needs features.
  var features: Occupant<any FeatureMaker>?
  var matcher: Occupant<any RegionMatcher>
  var texture: Occupant<any TextureLayer>

  /// Rules alone, without networks.
  public static let classical = Engine(
    lines: Occupant("rules", version: 1, LineReaderByRules()),
    features: nil,
    matcher: Occupant("rules", version: 1, MatcherByRules()),
    texture: Occupant("reference light", version: 1, TextureByReferenceLight()))

  /// The stages of a run with it, in the order they run; parts are told only where they were taught.
  public var stages: [StageKind] {
    StageKind.allCases.filter { $0 != .parts && ($0 != .features || features != nil) }
  }
}

/// The occupant of a seat in the engine. In keys it counts by its name, version and weights.
struct Occupant<Seat: Sendable>: Encodable, Sendable {
  let name: String
  /// To be raised with every change after which it gives something else for equal inputs.
  let version: Int
  /// The hash of its weights' file; nil where it has none.
  let weights: ContentKey?
  let seat: Seat

  init(_ name: String, version: Int, weights: ContentKey? = nil, _ seat: Seat) {
    self.name = name
    self.version = version
    self.weights = weights
    self.seat = seat
  }

  private enum CodingKeys: CodingKey { case name, version, weights }
}
