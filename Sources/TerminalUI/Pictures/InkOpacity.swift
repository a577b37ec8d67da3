import Glibc

/// The darkness that a subcell is drawn in, by how much of it ink covers.
///
/// A mean alone washes thin lines out: three pixels of ink in ten make a light grey. The root keeps a
/// line visible from afar and full ink full.
enum InkOpacity {
  /// By coverage, 0…255.
  static let table: [UInt8] = (0..<256).map { coverage in
    UInt8((sqrt(Double(coverage) / 255) * 255).rounded())
  }

  /// From here on a letter of ink stands for the subcell: half of it is covered.
  static let solid: UInt8 = 180
  /// From here on a dot of braille is set: a sixth of it is covered, so that a line between two rows
  /// of dots does not vanish.
  static let dot: UInt8 = 104
}
