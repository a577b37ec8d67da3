public import Raster

/// One colour of a character: what it is called, which part it belongs to, and its three tones.
public struct Swatch: Hashable, Sendable {
  /// Unique within a character: `"sailor collar"`.
  public let name: String
  /// `Part.id`.
  public let part: String
  public let base: RGBA
  public let shadow: RGBA
  public let highlight: RGBA

  /// A colour whose name no other of the character has; `part` is a `Part.id`.
  public init(_ name: String, part: String, base: RGBA, shadow: RGBA, highlight: RGBA) {
    self.name = name
    self.part = part
    self.base = base
    self.shadow = shadow
    self.highlight = highlight
  }

  /// A swatch from `0xrrggbb` values.
  init(_ name: String, _ part: String, _ base: UInt32, _ shadow: UInt32, _ highlight: UInt32) {
    self.init(
      name, part: part, base: RGBA(hex: base), shadow: RGBA(hex: shadow),
      highlight: RGBA(hex: highlight))
  }

  public func colour(_ tone: ShadeTone) -> RGBA {
    switch tone {
    case .base: base
    case .shadow: shadow
    case .highlight: highlight
    }
  }
}

/// The light on a piece of a shape.
public enum ShadeTone: UInt8, Sendable, CaseIterable {
  case base = 0
  case shadow = 1
  case highlight = 2

  public var name: String {
    switch self {
    case .base: "base"
    case .shadow: "shadow"
    case .highlight: "highlight"
    }
  }
}

extension RGBA {
  /// An opaque colour from `0xrrggbb`.
  init(hex: UInt32) {
    self.init(UInt8(hex >> 16 & 255), UInt8(hex >> 8 & 255), UInt8(hex & 255))
  }

  /// The way from this colour to `other`, in sRGB; alpha stays.
  func mixed(with other: RGBA, _ share: Double) -> RGBA {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return RGBA(mix(r, other.r), mix(g, other.g), mix(b, other.b), a)
  }
}
