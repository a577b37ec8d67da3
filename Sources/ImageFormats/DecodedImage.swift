public import Raster

/// A picture as read from a file.
public struct DecodedImage: Sendable {
  /// sRGB, upright (an Exif orientation is already applied).
  public var pixels: Image
  public var kind: ImageKind
  /// The size on paper that the file states, if any.
  public var resolution: Resolution?
  /// Whether the file has an alpha channel or transparent colours, used or not.
  public var hasAlpha: Bool
  /// Faults that could be lived with.
  public var warnings: [ImageWarning]

  public var width: Int { pixels.width }
  public var height: Int { pixels.height }

  /// Gives up the pixels, so that whoever takes them can let go of them: what is left is one clear pixel.
  public mutating func takePixels() -> Image {
    var taken = Image(width: 1, height: 1, repeating: .clear)
    swap(&taken, &pixels)
    return taken
  }
}

/// The number of pixels that make a metre on paper.
public struct Resolution: Hashable, Sendable {
  /// Pixels per metre along the rows and the columns, both above 0; 23 622 is 600 dpi.
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    precondition(x > 0 && y > 0, "a resolution of \(x)×\(y) pixels per metre")
    self.x = x
    self.y = y
  }

  public init(dotsPerInch: Double) {
    self.init(x: dotsPerInch / 0.0254, y: dotsPerInch / 0.0254)
  }

  /// Along the rows.
  public var dotsPerInch: Double { Self.dotsPerInch(perMetre: x) }

  /// Along the columns.
  public var dotsPerInchDown: Double { Self.dotsPerInch(perMetre: y) }

  /// PNG counts in whole pixels a metre, so that 300 dpi become 11 811 and come back as 299.9994: the whole number is
  /// meant where it is within one step of that.
  private static func dotsPerInch(perMetre: Double) -> Double {
    let exact = perMetre * 0.0254
    let whole = exact.rounded()
    return whole >= 1 && abs(whole / 0.0254 - perMetre) < 1 ? whole : exact
  }

  /// Whether a sheet of paper would show it: by more than a hundredth.
  func differs(from other: Resolution) -> Bool {
    max(abs(x / other.x - 1), abs(y / other.y - 1)) > 0.01
  }

  /// As a sentence gives it: "300", "300×150".
  var shownDotsPerInch: String {
    let (across, down) = (Int(dotsPerInch.rounded()), Int(dotsPerInchDown.rounded()))
    return across == down ? "\(across)" : "\(across)×\(down)"
  }
}

/// The most that a file may ask for. A picture over a limit is refused from its header, before memory for
/// its pixels is taken.
public struct Limits: Sendable {
  /// Width times height; the default is a square of 16 384 pixels a side.
  public var pixels: Int
  /// Of the file; it is held in memory while it is decoded.
  public var fileBytes: Int
  /// Of one chunk beside the pixels once inflated, such as a colour profile.
  public var chunkBytes: Int

  public init(
    pixels: Int = 268_435_456, fileBytes: Int = 1 << 30, chunkBytes: Int = 16 << 20
  ) {
    self.pixels = pixels
    self.fileBytes = fileBytes
    self.chunkBytes = chunkBytes
  }
}
