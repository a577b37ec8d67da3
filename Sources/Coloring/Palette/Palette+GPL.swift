// GIMP's palette files (.gpl).
//
// A line "GIMP Palette", then "Name:" and "Columns:", comments from "#", and "R G B name" a colour. Aseprite adds
// "Channels: RGBA" and a fourth number: what is of no opacity is no colour and left out, any other opacity dropped. Ours put base,
// shadow and highlight of an entry in one row of three, named "hair / base", "hair / shadow" and
// "hair / highlight", with the part in brackets where there is one: "fringe [hair] / base". What would
// not read back (a line break, a bracket in a name …) is written with a backslash. Any other line is an entry of its own
// whose shadow and highlight are derived.
// Not kept: opacity, which the format lacks.

import Raster

/// A reason why a palette file cannot be read.
public struct GPLError: Error, Hashable, CustomStringConvertible {
  /// Counted from 1; nil where it is the file as a whole.
  public let line: Int?
  /// The fault that is there.
  public let problem: Problem

  /// The faults that a palette file can have.
  public enum Problem: Hashable, Sendable {
    /// Its first line is another.
    case notAPalette
    case noColour
    /// A line does not begin with three numbers.
    case noNumbers
    /// A number that is no channel's, 0…255.
    case outOfRange(Int)
  }

  /// The fault and what to do, in a sentence without a full stop.
  public var description: String { line.map { "line \($0): \(sentence)" } ?? sentence }

  private var sentence: String {
    switch problem {
    case .notAPalette:
      "not a GIMP palette, whose first line is \"GIMP Palette\"; export one as .gpl"
    case .noColour: "no colour in the palette; add a line \"R G B name\""
    case .noNumbers:
      "expected red, green and blue as three whole numbers, then a name; mend or remove it"
    case .outOfRange(let value): "\(value) is not in 0…255; mend or remove the line"
    }
  }
}

extension Palette {
  /// Reads a GIMP palette.
  ///
  /// - Parameter bytes: the file; UTF-8, what is not becomes U+FFFD; lines end in LF, CRLF or CR. Names are
  ///   kept as they stand, whatever they hold.
  /// - Complexity: O(bytes).
  public init(gpl bytes: [UInt8]) throws(GPLError) {
    let lines = Self.lines(of: bytes)
    guard let first = lines.first, Self.trimmed(first).hasPrefix("GIMP Palette") else {
      throw GPLError(line: 1, problem: .notAPalette)
    }
    var colors: [(color: RGBA, name: String)] = []
    var channels = 3
    for (index, line) in lines.enumerated().dropFirst() {
      let text = Self.trimmed(line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      // The header's lines are known by their names, wherever they stand: a colour begins with a number.
      if text.hasPrefix("Name:") || text.hasPrefix("Columns:") { continue }
      if text.hasPrefix("Channels:") {
        channels = Self.trimmed(String(text.dropFirst(9))) == "RGBA" ? 4 : 3
        continue
      }
      let color = try Self.color(from: text, channels: channels, line: index + 1)
      if color.isSeen { colors.append((color.color, color.name)) }
    }
    if colors.isEmpty {
      throw GPLError(line: nil, problem: .noColour)
    }
    self.init(entries: [])
    var names = PaletteNames()
    var index = 0
    while index < colors.count {
      if let entry = Self.entry(of: colors[index...].prefix(3)) {
        entries.append(entry)
        index += 3
      } else {
        let (color, name) = colors[index]
        let isNamed = !name.isEmpty && name != "Untitled"
        entries.append(PaletteEntry(name: isNamed ? name : nil, base: color))
        entries[entries.count - 1].isNamed = isNamed
        index += 1
      }
      entries[entries.count - 1].name = names.unique(entries[entries.count - 1].name)
    }
  }

  /// This palette as a GIMP palette.
  ///
  /// - Parameter name: of the palette, as GIMP lists it.
  public func gpl(named name: String) -> [UInt8] {
    let title = Self.escaped(name)
    var text = "GIMP Palette\nName: \(title)\nColumns: 3\n#\n"
    for entry in entries {
      let part = entry.part.map { " [\(Self.escaped($0))]" } ?? ""
      for (color, tone) in zip([entry.base, entry.shadow, entry.highlight], Self.tones) {
        text += "\(color.r) \(color.g) \(color.b)\t\(Self.escaped(entry.name))\(part)\(tone)\n"
      }
    }
    return Array(text.utf8)
  }

  private static let tones = [" / base", " / shadow", " / highlight"]

  /// One of our entries, if these are its three colours.
  private static func entry(of colors: ArraySlice<(color: RGBA, name: String)>) -> PaletteEntry? {
    guard colors.count == 3 else { return nil }
    var stems: [Substring] = []
    for ((_, name), tone) in zip(colors, tones) {
      guard name.hasSuffix(tone) else { return nil }
      stems.append(name.dropLast(tone.count))
    }
    guard stems[0] == stems[1], stems[0] == stems[2], let stem = stems.first else { return nil }
    let (name, part) = nameAndPart(stem)
    let values = colors.map(\.color)
    return PaletteEntry(
      name: name, part: part, base: values[0], shadow: values[1], highlight: values[2])
  }
}

// MARK: - Lines

extension Palette {
  private static func lines(of bytes: [UInt8]) -> [String] {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [String] = []
    var rest = bytes
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
      rest = rest[(end + (isPair ? 2 : 1))...]
    }
    lines.append(String(decoding: rest, as: UTF8.self))
    return lines
  }

  private static func trimmed(_ line: String) -> Substring {
    var text = line[...]
    while let first = text.unicodeScalars.first, isBlank(first) {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, isBlank(last) { text.unicodeScalars.removeLast() }
    return text
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// "255 200 180  skin": the numbers and what is left.
  ///
  /// - Parameter count: of the numbers, 3 or 4 with opacity.
  private static func color(from text: Substring, channels count: Int, line: Int) throws(GPLError)
    -> (color: RGBA, isSeen: Bool, name: String)
  {
    var rest = text.unicodeScalars[...]
    var channels: [UInt8] = []
    while channels.count < count {
      rest = rest.drop(while: isBlank)
      let word = rest.prefix { !isBlank($0) }
      guard let value = Int(String(String.UnicodeScalarView(word))) else {
        throw GPLError(line: line, problem: .noNumbers)
      }
      guard let channel = UInt8(exactly: value) else {
        throw GPLError(line: line, problem: .outOfRange(value))
      }
      channels.append(channel)
      rest = rest.dropFirst(word.count)
    }
    let name = String(String.UnicodeScalarView(rest.drop(while: isBlank)))
    let isSeen = channels.count == 3 || channels[3] > 0
    return (RGBA(channels[0], channels[1], channels[2]), isSeen, name)
  }
}

// MARK: - Names

extension Palette {
  /// Characters that may not stand in a line or would be read as something else, and the letters that stand for them.
  private static let escapes: [(scalar: Unicode.Scalar, letter: Unicode.Scalar)] = [
    ("\\", "\\"), ("\n", "n"), ("\r", "r"), ("\t", "t"), ("[", "["), ("]", "]"),
  ]

  private static func escaped(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if let escape = escapes.first(where: { $0.scalar == scalar }) {
        result.append("\\")
        result.append(escape.letter)
      } else if result.isEmpty && scalar == " " {
        // A blank at the beginning would be taken for the gap before the name.
        result.append(contentsOf: "\\s".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    // So would an empty name leave a blank there.
    return result.isEmpty ? "\\e" : String(result)
  }

  /// Takes "fringe [hair]" apart and the backslashes away.
  private static func nameAndPart(_ stem: Substring) -> (name: String, part: String?) {
    var name = String.UnicodeScalarView()
    var part: String.UnicodeScalarView?
    func append(_ scalar: Unicode.Scalar) {
      if part == nil { name.append(scalar) } else { part?.append(scalar) }
    }
    var scalars = stem.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\\":
        guard let letter = scalars.next() else { return (String(name), part.map { String($0) }) }
        if letter == "s" { append(" ") }
        if let escape = escapes.first(where: { $0.letter == letter }) { append(escape.scalar) }
      case "[" where part == nil:
        if name.last == " " { name.removeLast() }
        part = String.UnicodeScalarView()
      case "]" where part != nil: break
      default: append(scalar)
      }
    }
    return (String(name), part.map { String($0) })
  }
}
