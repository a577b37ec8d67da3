import Glibc
import Raster

/// The way from a file's colours to sRGB, for samples of 8 or of 16 bits.
///
/// Greys and plain gammas go through a table, all else through littlecms. Alpha stays as it is.
enum ColorConversion: ~Copyable {
  /// Nothing to do but rounding.
  case none
  /// One table for red, green and blue: 256 entries for 8 bits, 65 536 for 16.
  case table([UInt8])
  case transform(ColorTransform)

  /// - Parameters:
  ///   - isGrey: whether red, green and blue are the same everywhere.
  ///   - sixteen: whether samples have 16 bits.
  ///   - warnings: gets why colours that cannot be converted are taken as sRGB.
  init(
    from source: ColorSource, isGrey: Bool, sixteen: Bool, warnings: inout [ImageWarning.Problem]
  ) {
    do throws(ImageWarning.ColourFault) {
      self = try Self(from: source, isGrey: isGrey, sixteen: sixteen)
    } catch {
      warnings.append(.colours(error))
      self = .none
    }
  }

  private init(from source: ColorSource, isGrey: Bool, sixteen: Bool) throws(ImageWarning
    .ColourFault)
  {
    switch source {
    case .sRGB: self = .none
    case .gamma(let gamma, let chromaticities):
      if !(0.05...20).contains(gamma) {
        throw .gamma(gamma)
      }
      if chromaticities.isEmpty {
        self = .table(Self.table(gamma: gamma, sixteen: sixteen))
      } else {
        self = .transform(
          try ColorTransform(
            from: try ColorProfile(gamma: gamma, chromaticities: chromaticities), sixteen: sixteen))
      }
    case .profile(let bytes):
      let profile = try ColorProfile(bytes)
      if profile.isGrey {
        if !isGrey { throw .greyProfile(profile.name) }
        self = .table(try profile.greyTable(sixteen: sixteen))
      } else {
        let transform = try ColorTransform(from: profile, sixteen: sixteen)
        self = transform.isIdentity() ? .none : .transform(transform)
      }
    }
  }

  /// Converts samples of 8 bits in place, on `work.threads` threads.
  func convert(_ pixels: inout Image, work: Work) throws(Cancelled) {
    switch self {
    case .none: break
    case .table(let table):
      try work.forEachRow(of: &pixels) { _, row in look(up: table.span, in: &row) }
    case .transform(let transform):
      try work.forEachRow(of: &pixels) { _, row in transform.convert(&row) }
    }
  }

  /// Converts one row's samples of 16 bits, `[W, 4]`, rounding last.
  func convert(_ samples: Span<UInt16>, to pixels: inout MutableSpan<RGBA>) {
    switch self {
    case .none: round(samples, to: &pixels)
    case .table(let table): look(up: table.span, samples, to: &pixels)
    case .transform(let transform):
      round(samples, to: &pixels)
      transform.convert(samples, to: &pixels)
    }
  }

  private static func table(gamma: Double, sixteen: Bool) -> [UInt8] {
    let curve = TransferCurve.sRGB
    let top = sixteen ? 65_535 : 255
    return (0...top).map { curve.code(Float(pow(Double($0) / Double(top), 1 / gamma))) }
  }
}

private func look(up table: Span<UInt8>, in row: inout MutableSpan<RGBA>) {
  precondition(table.count == 256)
  for x in 0..<row.count {
    let pixel = row[x]
    row[x] = RGBA(table[Int(pixel.r)], table[Int(pixel.g)], table[Int(pixel.b)], pixel.a)
  }
}

private func look(
  up table: Span<UInt8>, _ samples: Span<UInt16>, to pixels: inout MutableSpan<RGBA>
) {
  precondition(table.count == 65_536 && samples.count == pixels.count * 4)
  for x in 0..<pixels.count {
    pixels[x] = RGBA(
      table[Int(samples[4 * x])], table[Int(samples[4 * x + 1])], table[Int(samples[4 * x + 2])],
      rounded(samples[4 * x + 3]))
  }
}

private func round(_ samples: Span<UInt16>, to pixels: inout MutableSpan<RGBA>) {
  precondition(samples.count == pixels.count * 4)
  for x in 0..<pixels.count {
    pixels[x] = RGBA(
      rounded(samples[4 * x]), rounded(samples[4 * x + 1]), rounded(samples[4 * x + 2]),
      rounded(samples[4 * x + 3]))
  }
}

/// 16 bits to the nearest 8.
private func rounded(_ value: UInt16) -> UInt8 {
  UInt8(truncatingIfNeeded: (UInt32(value) * 255 + 32_895) >> 16)
}
