internal import Glibc
public import Regions

// What the artist says of a few regions says something of those that are like them: a light classifier over what a network sees of
// regions as wholes, refitted by every correction since it is nothing but the corrections themselves (a cache of keys and values,
// as Tip-Adapter has it: Zhang et al. 2022). It takes a network's place where that is less sure.
//
// How likely two regions that are so alike share a part or a paint (`Likeness`) is a logistic of the cube of their kinship, fitted once
// by maximum likelihood on 35,086 pairs of regions in two line drawings each of 36 generated characters, whom no network learned
// from, with the second weights: at a kinship of .8, .9 and .95 they have one part in .71, .91 and .96 of the cases, and one paint in
// .45, .66 and .76.

/// What two regions that are alike may share.
public enum Likeness: Sendable {
  case part, paint

  /// The odds that two regions of such kinship share it.
  fileprivate func odds(ofKinship kinship: Double) -> Double {
    let (constant, weight) =
      switch self {
      case .part: (-2.43, 6.5)
      case .paint: (-2.26, 4.01)
      }
    return exp(constant + weight * kinship * kinship * kinship)
  }

  /// The same as a chance, 0…1.
  func chance(ofKinship kinship: Double) -> Double {
    let odds = odds(ofKinship: kinship)
    return odds / (1 + odds)
  }
}

/// The artist's examples for regions that are like them.
struct Examples {
  private let parts: [(traits: RegionTraits, value: String)]
  private let entries: [(traits: RegionTraits, value: Int)]

  /// - Parameters:
  ///   - examples: of other drawings.
  ///   - places: those of `references` among all the project's.
  ///   - own: regions of the drawing itself, with the parts that the artist gave them. Their paints are no examples here: a correction
  ///     changes no colour elsewhere in its drawing unless the artist takes that offer.
  init(
    _ examples: [DrawingExamples], own: [(RegionTraits, String)], references: [Reference],
    places: [Int], palette: ProjectPalette
  ) {
    let examples = examples.flatMap(\.all)
    parts =
      (own.map { (traits: $0.0, value: $0.1) }
      + examples.compactMap { example in example.part.map { (example.traits, $0) } })
      .filter { $0.value != "background" }
    entries = examples.compactMap { example in
      let entry: Int? =
        switch example.paint {
        case nil: nil
        case .entry(let name): palette.palette.index(named: name)
        case .counterpart(let place, let name):
          places.firstIndex(of: place).flatMap { index in
            references[index].map.resolve(name).flatMap {
              palette.entry(references[index].entries[$0], of: index)
            }
          }
        }
      // The colours of another character are none of this one's.
      return entry.flatMap { palette.foreign.contains($0) ? nil : (example.traits, $0) }
    }
  }

  /// The part of the examples that a region is most like, and the chance that it is of that.
  ///
  /// - Complexity: O(examples · channels).
  func part(for traits: RegionTraits) -> (value: String, chance: Double)? {
    Self.likeliest(parts, for: traits, .part)
  }

  /// The same of the palette's entries.
  func entry(for traits: RegionTraits) -> (value: Int, chance: Double)? {
    Self.likeliest(entries, for: traits, .paint)
  }

  private static func likeliest<Value: Hashable & Comparable>(
    _ examples: [(traits: RegionTraits, value: Value)], for traits: RegionTraits,
    _ share: Likeness
  ) -> (value: Value, chance: Double)? {
    var kinships: [Value: Double] = [:]
    for example in examples {
      let kinship = traits.kinship(to: example.traits)
      if kinship > 0 { kinships[example.value] = max(kinships[example.value] ?? 0, kinship) }
    }
    let odds = kinships.mapValues(share.odds)
    guard let best = odds.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    // One of the values is right, or none of them.
    return (best.key, best.value / (1 + odds.values.sorted().reduce(0, +)))
  }
}

extension FlatsBasis {
  /// The chance of each region of the drawing to share its part or its paint with one of a few, as the network sees them; 0 without
  /// a network.
  ///
  /// - Complexity: O(regions · labels · channels).
  public func chances(ofSharing share: Likeness, with labels: [UInt16]) -> RegionTable<Double> {
    traits.mapValues { own in
      let kinship = labels.map { own.kinship(to: traits[$0]) }.max() ?? 0
      return kinship > 0 ? share.chance(ofKinship: kinship) : 0
    }
  }
}
