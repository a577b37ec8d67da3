internal import Figures

/// The generator, as trainings use it.
enum Generator {
  /// The first of the seeds that are learned from; held-out pairs have smaller ones.
  static let firstSeed: UInt64 = 1 << 32

  /// Its version and fingerprint, which weights name.
  static let name =
    "\(FigurePair.version), fingerprint \(String(FigurePair.generatorFingerprint(), radix: 16))"
}
