import Regions

/// The artist's pins and unlinks, found again among the regions.
struct Wishes: Sendable {
  /// By the drawing's label.
  private(set) var pinned: [UInt16: (reference: Int, label: UInt16)] = [:]
  private(set) var unlinked: Set<UInt16> = []
  private(set) var orphanedPins: [Pin] = []
  private(set) var orphanedUnlinks: [RegionName] = []

  init(
    drawing: RegionMap, references: [RegionMap], pins: [Pin], unlinks: [RegionName]
  ) {
    for pin in pins {
      guard let label = drawing.resolve(pin.region), references.indices.contains(pin.reference),
        let counterpart = references[pin.reference].resolve(pin.counterpart)
      else {
        orphanedPins.append(pin)
        continue
      }
      pinned[label] = (pin.reference, counterpart)
    }
    for name in unlinks {
      guard let label = drawing.resolve(name) else {
        orphanedUnlinks.append(name)
        continue
      }
      if pinned[label] == nil { unlinked.insert(label) }
    }
  }
}
