import Raster

/// The purposes of the colours that a drawing's lines have.
///
/// Mixing with white paper keeps the proportions of what a pixel lacks of white, so a colour is told by these, at its
/// faintest fringe as in a line's middle.
struct LineColours: Hashable, Sendable {
  /// The reason why lines have a colour.
  enum Purpose: UInt8, Sendable {
    /// They bound shadows and highlights.
    case trace
    /// They are outlines, as black ones are.
    case ink
    /// They are a rough that was inked over; nothing of it counts.
    case rough
  }

  /// The proportions are told apart in so many steps a channel.
  private static let steps = 16

  /// The purpose of each proportion; empty where all colours have one purpose.
  private var purposes: [Purpose] = []
  private let common: Purpose

  private init(common: Purpose) { self.common = common }

  /// All colours are trace lines'.
  static let traces = LineColours(common: .trace)
  /// All colours are ink.
  static let ink = LineColours(common: .ink)

  /// The purposes of some colours; any other has that of the one most like it.
  ///
  /// - Parameter colours: at least one; each by its proportions, and its purpose.
  init(_ colours: [(proportions: SIMD3<Int>, purpose: Purpose)]) {
    precondition(!colours.isEmpty, "no colours have a purpose")
    common = colours[0].purpose
    if colours.allSatisfy({ $0.purpose == common }) { return }
    purposes = (0..<Self.steps * Self.steps * Self.steps).map { index in
      let here = Self.proportions(at: index)
      var nearest = colours[0]
      var least = Int.max
      for colour in colours {
        let away = colour.proportions &- here
        let distance = (away &* away).wrappedSum()
        if distance < least { (nearest, least) = (colour, distance) }
      }
      return nearest.purpose
    }
  }

  /// The purpose of a coloured pixel.
  @inline(__always)
  func purpose(of pixel: RGBA) -> Purpose {
    purposes.isEmpty ? common : purposes[Self.index(of: pixel)]
  }

  /// The index of a pixel's proportions; 0 of white.
  @inline(__always)
  static func index(of pixel: RGBA) -> Int {
    let (r, g, b) = (255 - Int(pixel.r), 255 - Int(pixel.g), 255 - Int(pixel.b))
    let most = max(r, g, b)
    guard most > 0 else { return 0 }
    let half = most / 2
    let full = steps - 1
    return (r * full + half) / most * steps * steps + (g * full + half) / most * steps
      + (b * full + half) / most
  }

  /// What is lacking of red, green and blue at that index, 0…15 each.
  static func proportions(at index: Int) -> SIMD3<Int> {
    SIMD3(index / (steps * steps), index / steps % steps, index % steps)
  }

  static var count: Int { steps * steps * steps }
}
