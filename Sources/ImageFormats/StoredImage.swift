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
  var warnings: [ImageWarning.Problem] = []

  /// Notes an embedded ICC profile; an empty one counts as none.
  mutating func take(profile: some Collection<UInt8>, _ limits: Limits) {
    if profile.count > limits.chunkBytes {
      warnings.append(.profileTooLarge)
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
      warnings.append(
        .twoDensities(kind, head: resolution.shownDotsPerInch, exif: other.shownDotsPerInch))
    }
    let resolution = resolution ?? exif.resolution
    return DecodedImage(
      pixels: try pixels.upright(from: exif.orientation, work: work), kind: kind,
      resolution: exif.orientation >= 5
        ? resolution.map { Resolution(x: $0.y, y: $0.x) } : resolution,
      hasAlpha: hasAlpha, warnings: warnings.map { ImageWarning(problem: $0, file: file) })
  }
}
