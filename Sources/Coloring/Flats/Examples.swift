internal import Glibc
public import Regions

// What the artist says of a few regions says something of those that are like them: a light classifier over what a network sees of
// regions as wholes, refitted by every correction since it is nothing but the corrections themselves (a cache of keys and values,
// as Tip-Adapter has it: Zhang et al. 2022). It takes a network's place where that is less sure.
//
// How likely two regions that are so alike share a part or a paint is a logistic of the cube of their kinship, fitted by maximum
// likelihood on 35,086 pairs of regions in two line drawings each of 36 generated characters, whom no network learned from
// (`benchmarks examples`): at a kinship of .8, .9 and .95 they have one part in .71, .91 and .96 of the cases, and one paint in
// .45, .66 and .76.

/// The artist's examples for regions that are like them.
struct Examples {
  /// The weights of the constant and of the kinship's cube.
  private static let ofParts = (constant: -2.43, kinship: 6.5)
  private static let ofPaints = (constant: -2.26, kinship: 4.01)

  private let parts: [(traits: RegionTraits, value: String)]
  private let entries: [(traits: RegionTraits, value: Int)]

  /// - Parameters:
  ///   - examples: of other drawings.
  ///   - own: regions of the drawing itself, with the parts that the artist gave them. Their paints are no examples here: a correction
  ///     changes no colour elsewhere in its drawing unless the artist takes that offer.
  init(
    _ examples: [Example], own: [(RegionTraits, String)], references: [Reference],
    palette: ProjectPalette
  ) {
    parts =
      (own.map { (traits: $0.0, value: $0.1) }
      + examples.compactMap { example in example.part.map { (example.traits, $0) } })
      .filter { $0.value != "background" }
    entries = examples.compactMap { example in
      let entry: Int? =
        switch example.paint {
        case nil: nil
        case .entry(let name): palette.palette.index(named: name)
        case .counterpart(let index, let name):
          references.indices.contains(index)
            ? references[index].map.resolve(name).flatMap {
              palette.entry(references[index].entries[$0], of: index)
            } : nil
        }
      // The colours of another character are none of this one's.
      return entry.flatMap { palette.foreign.contains($0) ? nil : (example.traits, $0) }
    }
  }

  /// The part of the examples that a region is most like, and the chance that it is of that.
  ///
  /// - Complexity: O(examples · channels).
  func part(for traits: RegionTraits) -> (value: String, chance: Double)? {
    Self.likeliest(parts, for: traits, Self.ofParts)
  }

  /// The same of the palette's entries.
  func entry(for traits: RegionTraits) -> (value: Int, chance: Double)? {
    Self.likeliest(entries, for: traits, Self.ofPaints)
  }

  /// The chance that two regions of such kinship share their part, or paint.
  static func chance(of kinship: Double, share: Likeness) -> Double {
    let weights = share == .part ? ofParts : ofPaints
    return 1 / (1 + exp(-weights.constant - weights.kinship * kinship * kinship * kinship))
  }

  private static func likeliest<Value: Hashable & Comparable>(
    _ examples: [(traits: RegionTraits, value: Value)], for traits: RegionTraits,
    _ weights: (constant: Double, kinship: Double)
  ) -> (value: Value, chance: Double)? {
    var kinships: [Value: Double] = [:]
    for example in examples {
      let kinship = traits.kinship(to: example.traits)
      if kinship > 0 { kinships[example.value] = max(kinships[example.value] ?? 0, kinship) }
    }
    let odds = kinships.mapValues { exp(weights.constant + weights.kinship * $0 * $0 * $0) }
    guard let best = odds.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    // One of the values is right, or none of them.
    return (best.key, best.value / (1 + odds.values.sorted().reduce(0, +)))
  }
}

/// What two regions that are alike may share.
public enum Likeness: Sendable {
  case part, paint
}

extension FlatsBasis {
  /// The chance of each region of the drawing to share its part or its paint with one of a few, as the network sees them; 0 without
  /// a network.
  ///
  /// - Complexity: O(regions · labels · channels).
  public func chances(ofSharing share: Likeness, with labels: [UInt16]) -> RegionTable<Double> {
    traits.mapValues { own in
      let kinship = labels.map { own.kinship(to: traits[$0]) }.max() ?? 0
      return kinship > 0 ? Examples.chance(of: kinship, share: share) : 0
    }
  }
}
