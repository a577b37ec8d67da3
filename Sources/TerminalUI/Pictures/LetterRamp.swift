/// Darkness as characters, as on paper: what is dark is dense, so that bare paper stays empty.
enum LetterRamp {
  private static let scalars = Array(" .:-=+*%@".unicodeScalars.map(\.value))

  static let blank = Unicode.Scalar(" ").value

  /// A line over a mask.
  static let ink = Unicode.Scalar("#").value

  /// Between two regions of one part, where no ink is seen.
  static let border = Unicode.Scalar(".").value

  /// The letters that still have to get their colour: no part's letter, and no sign of doubt.
  static let hatch = Unicode.Scalar("/").value

  /// - Parameter darkness: 0 white … 255 black.
  static func scalar(darkness: UInt8) -> UInt32 {
    scalars[(Int(darkness) * (scalars.count - 1) + 127) / 255]
  }
}
