internal import Regions

extension Reference {
  /// The reference with the parts that the artist gave its regions, and the labels that found no region.
  ///
  /// - Complexity: O(labels); reading the picture again is not needed.
  public func labelled(by labels: [PartLabel]) -> (reference: Reference, orphans: [PartLabel]) {
    var reference = self
    var orphans: [PartLabel] = []
    for label in labels {
      if let region = map.resolve(label.region) {
        reference.parts[region] = label.part
      } else {
        orphans.append(label)
      }
    }
    return (reference, orphans)
  }

  /// Whether a region shows the ground: what the artist says counts, else what was seen.
  public func isGround(_ label: UInt16) -> Bool {
    parts[label].map { $0 == "background" } ?? map[label].isBackground
  }
}
