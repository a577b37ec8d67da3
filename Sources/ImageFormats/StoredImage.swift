import Raster

/// A picture of 8 bits as its file stores it: in its own colours and orientation.
struct StoredImage {
  var pixels = Image(width: 1, height: 1, repeating: .clear)
  var kind: ImageKind
  var isGrey = false
  var hasAlpha = false
  var resolution: Resolution?
  var colors = ColorSource.sRGB
  /// Empty where there is none.
  var exif: [UInt8] = []
  /// Parts of sentences, without the file's name and not escaped.
  var warnings: [String] = []

  /// The warning of a file whose pixels are all there, but not its end.
  static let lacksEnd = "the file ends too early; its pixels are all there"

  /// Notes an embedded ICC profile; an empty one counts as none.
  mutating func take(profile: some Collection<UInt8>, _ limits: Limits) {
    if profile.count > limits.chunkBytes {
      warnings.append("its colour profile is too large and was left out")
    } else if !profile.isEmpty {
      colors = .profile(Array(profile))
    }
  }

  /// The picture as everybody wants it: sRGB and upright.
  consuming func finished(file: String, work: Work) throws(Cancelled) -> DecodedImage {
    try ColorConversion(from: colors, isGrey: isGrey, sixteen: false, warnings: &warnings)
      .convert(&pixels, work: work)
    let exif = Exif(exif)
    if let resolution, let other = exif.resolution, resolution.differs(from: other) {
      let (taken, left) = (resolution.shownDotsPerInch, other.shownDotsPerInch)
      warnings.append(
        "its \(kind == .jpeg ? "JFIF head" : "head") says \(taken) dpi and its Exif block \(left); "
          + "\(taken) is taken")
    }
    let resolution = resolution ?? exif.resolution
    return DecodedImage(
      pixels: try pixels.upright(from: exif.orientation, work: work), kind: kind,
      resolution: exif.orientation >= 5
        ? resolution.map { Resolution(x: $0.y, y: $0.x) } : resolution,
      hasAlpha: hasAlpha, warnings: warnings.map { "\(printable(file)): \(printable($0))" })
  }
}
