// A project's own part stands beside all others in lists, in masks and in parts.png, which is read by nearest colour: its
// name, letter and colour must tell it from every other.

extension Part {
  /// A reason why a part cannot stand beside others.
  public enum Clash: Hashable, Sendable {
    case noName
    case longName
    /// The part that has this name already, in whatever case.
    case name(Part)
    /// It is not one letter or digit of ASCII.
    case noLetter
    case letter(Part)
    /// It is not `#rrggbb`.
    case noColour
    /// The part whose colour is too near.
    case colour(Part)
    /// The colour is too near to that of unlabelled regions in parts.png.
    case unlabelledColour

    /// A sentence without a full stop.
    public var reason: String {
      switch self {
      case .noName: "a part needs a name in English and one in Japanese"
      case .longName: "a part's name has at most \(Part.longestName) characters"
      case .name(let part): "the part \(part.name) has this name already"
      case .noLetter: "a part's letter is one of A to Z, a to z, or a digit"
      case .letter(let part): "the part \(part.name) has the letter \(part.letter) already"
      case .noColour: "a part's colour is written as #rrggbb"
      case .colour(let part): "this colour cannot be told from that of \(part.name), \(part.hex)"
      case .unlabelledColour: "this colour cannot be told from the magenta of unlabelled regions"
      }
    }
  }

  static let longestName = 40
  /// The least distance between two parts' colours, in steps of a channel, so that a soft brush's edge is not
  /// taken for a third part at once.
  private static let leastDistance = 32
  /// The colour of unlabelled regions in parts.png: far from every part's colour.
  public static let unlabelledHex = "#ff00ff"

  /// The clash that keeps this part from standing beside others; nil where there is none.
  ///
  /// - Parameter others: without this part itself.
  public func clash(with others: [Part]) -> Clash? {
    if name.isEmpty || japanese.isEmpty { return .noName }
    if max(name.count, japanese.count) > Part.longestName { return .longName }
    if let other = others.first(where: { other in
      other.name.lowercased() == name.lowercased() || other.japanese == japanese
    }) {
      return .name(other)
    }
    let scalars = letter.unicodeScalars
    guard scalars.count == 1, scalars.allSatisfy({ $0.isASCII && $0.properties.isAlphanumeric })
    else { return .noLetter }
    if let other = others.first(where: { $0.letter == letter }) { return .letter(other) }
    guard let colour = Part.channels(hex) else { return .noColour }
    func isNear(_ hex: String) -> Bool {
      Part.channels(hex).map {
        Part.distance($0, colour) < Part.leastDistance * Part.leastDistance
      } ?? false
    }
    if let other = others.first(where: { isNear($0.hex) }) { return .colour(other) }
    return isNear(Part.unlabelledHex) ? .unlabelledColour : nil
  }

  /// A part of this name with what is left over of letters and colours.
  ///
  /// - Parameter others: every part there is.
  /// - Complexity: O(parts).
  public static func proposed(named name: String, japanese: String? = nil, beside others: [Part])
    -> Part
  {
    let japanese = japanese.flatMap { $0.isEmpty ? nil : $0 } ?? name
    return Part(
      id: id(for: name, beside: others), name: name, japanese: japanese,
      letter: letter(for: name, beside: others), hex: colour(beside: others))
  }

  /// "hair ribbon" becomes `hair-ribbon`; a name without a Latin letter `part`.
  private static func id(for name: String, beside others: [Part]) -> String {
    var id = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.isASCII && scalar.properties.isAlphanumeric {
        id.unicodeScalars.append(scalar)
      } else if !id.isEmpty && id.last != "-" {
        id += "-"
      }
    }
    if id.last == "-" { id.removeLast() }
    if id.isEmpty { id = "part" }
    let taken = Set(others.map(\.id))
    if !taken.contains(id) { return id }
    return (2...).lazy.map { "\(id)-\($0)" }.first { !taken.contains($0) } ?? id
  }

  /// A letter of the name that nobody has; else the first that is left.
  private static func letter(for name: String, beside others: [Part]) -> String {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { Character(UnicodeScalar($0)) }
    let own = name.uppercased().filter { letters.contains($0) }
    let digits = "123456789"
    let taken = Set(others.map(\.letter))
    let all = Array(own) + letters + letters.flatMap { Array($0.lowercased()) } + Array(digits)
    return all.map { String($0) }.first { !taken.contains($0) } ?? "0"
  }

  /// Of a grid of colours the one that is farthest from all that are taken.
  private static func colour(beside others: [Part]) -> String {
    let taken = (others.map(\.hex) + [unlabelledHex]).compactMap(channels)
    let levels = stride(from: 40, through: 240, by: 40)
    var best = (colour: SIMD3(128, 128, 128), distance: -1)
    for red in levels {
      for green in levels {
        for blue in levels {
          let colour = SIMD3(red, green, blue)
          let distance = taken.map { Part.distance($0, colour) }.min() ?? 0
          if distance > best.distance { best = (colour, distance) }
        }
      }
    }
    func digits(_ value: Int) -> String {
      (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + digits(best.colour.x) + digits(best.colour.y) + digits(best.colour.z)
  }

  private static func distance(_ one: SIMD3<Int>, _ other: SIMD3<Int>) -> Int {
    let difference = one &- other
    return (difference &* difference).wrappedSum()
  }

  private static func channels(_ hex: String) -> SIMD3<Int>? {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), !hex.contains("+"), !hex.contains("-"),
      let value = Int(hex.dropFirst(), radix: 16)
    else { return nil }
    return SIMD3(value >> 16, value >> 8 & 255, value & 255)
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
