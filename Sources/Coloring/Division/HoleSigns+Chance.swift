internal import Glibc

// The chance that an enclosed region is a hole: a logistic of its signs and of where it falls in the references.
//
// Weights by maximum likelihood on 3389 enclosed regions, 160 of them holes, of 150 drawings by `Characters`: its
// four outfits with other heads of hair, builds, poses and pens. Fitted without one outfit at a time, of the regions
// of that outfit held to be holes (`isLikely`) 74 were and 6 were not; 86 holes were missed, and of those
// between 0.5 and 0.65 two thirds were holes. Other artists' drawings had no part in it.

extension HoleSigns {
  /// From this chance on a region is taken for a hole. More than even: a part of the figure that turns
  /// transparent is worse than a hole that is filled.
  static let likely = 0.65

  /// The chance that the region shows the ground, 0…1.
  ///
  /// - Parameter groundShare: how much of it falls on ground in the references, 0…1.
  func chance(groundShare: Double) -> Double {
    var evidence = 5.1 + 0.71 * log(min(max(size, 0.0015), 0.04))
    evidence += 20 * min(exposure, 0.25)
    evidence -= 27 * min(openness, 0.06)
    // Slits and strands are thin; cuffs, buttons and lenses are rounder than what limbs leave between them.
    evidence += 8.7 * min(thickness, 0.75) - 14.8 * max(thickness, 0.88)
    if isMarked { evidence -= 1.65 }
    evidence += 7.2 * groundShare
    return 1 / (1 + exp(-evidence))
  }
}
