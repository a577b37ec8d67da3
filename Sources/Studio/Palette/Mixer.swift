public import Coloring
public import Raster
public import Regions
internal import TerminalUI

/// A colour being mixed: by its hexadecimal value, by sliders, or picked from the reference. Nothing is changed until
/// it is taken, so that a gesture is one edit however far the sliders went.
public struct Mixer: Sendable {
  public enum Purpose: Hashable, Sendable {
    /// One of an entry's three colours.
    case change(PaletteEntry, Tone)
    /// A new entry, for these regions of the drawing.
    case add(part: String?, regions: [RegionName])
  }

  /// The tone that the keys act on.
  public enum Row: Int, Sendable, CaseIterable {
    case hex, lightness, chroma, hue
    /// Whether shadow and highlight follow the base.
    case derive
  }

  public let purpose: Purpose
  /// As it was at first.
  public let original: RGBA
  public private(set) var colour: MixedColour
  /// The text in the hexadecimal field.
  public private(set) var hex: LineEditor
  public var row = Row.lightness {
    didSet { if row != oldValue { isHexSelected = row == .hex } }
  }
  /// Whether the field was come to and nothing is typed yet: what is typed then takes the place of all of it.
  public private(set) var isHexSelected = false
  /// Whether shadow and highlight follow the base, but for `kept`.
  public var derives = true
  /// Those of them that the artist set: they stay as they are.
  public let kept: Set<Tone>
  /// The place in a reference that a colour is being picked from; nil while none is picked.
  public var picker: Picker?

  public struct Picker: Hashable, Sendable {
    /// The reference's place among the drawing's.
    public var reference: Int
    public var point: Point
  }

  public init(_ purpose: Purpose, from original: RGBA, keeping kept: Set<Tone> = []) {
    self.purpose = purpose
    self.original = original
    self.kept = kept
    colour = MixedColour(original)
    hex = LineEditor(original.hex)
  }

  public var rgba: RGBA { colour.rgba }

  /// The rows that there are.
  public var rows: [Row] {
    if case .change(_, .base) = purpose, !following.isEmpty { return Row.allCases }
    return Row.allCases.filter { $0 != .derive }
  }

  /// The tones, of shadow and highlight, that may follow the base.
  public var following: [Tone] { [.shadow, .highlight].filter { !kept.contains($0) } }

  /// The entry as it would be; its name is left to whoever takes it.
  public var entry: PaletteEntry {
    switch purpose {
    case .add(let part, _): return PaletteEntry(part: part, base: rgba)
    case .change(let old, let tone):
      var entry = old
      entry[tone] = rgba
      if tone == .base, derives, rgba != old.base {
        let derived = PaletteEntry(base: rgba)
        for tone in following { entry[tone] = derived[tone] }
      }
      return entry
    }
  }

  /// Takes a colour over from elsewhere.
  public mutating func set(_ value: RGBA) {
    colour = MixedColour(value)
    hex.set(value.hex)
  }

  mutating func set(_ value: MixedColour) {
    colour = value
    hex.set(value.rgba.hex)
  }

  /// Takes a key of the field; a whole colour counts at once.
  ///
  /// - Returns: whether it was one.
  mutating func type(_ key: Key) -> Bool {
    var editor = hex
    // A # begins the value anew.
    if isHexSelected && key.replacesSelection || key.code == .character("#") { editor.set("") }
    guard editor.handle(key) else { return false }
    hex = editor
    isHexSelected = false
    if let value = RGBA(loosely: editor.text) { colour = MixedColour(value) }
    return true
  }

  /// Whether the text in the field is a colour.
  public var isHexValid: Bool { RGBA(loosely: hex.text) != nil }

  /// A slider's place, 0…1.
  public func share(of row: Row) -> Double {
    switch row {
    case .lightness: colour.lightness
    case .chroma: colour.chroma / MixedColour.largestChroma
    case .hue: colour.hue / 360
    case .hex, .derive: 0
    }
  }

  /// The share of a slider's way that one of its units is: a hundredth, or a degree.
  static func unit(of row: Row) -> Double { row == .hue ? 1 / 360 : 1 / 100 }

  /// The value of a slider in its unit: percent of the lightness of white, percent of the most chroma, degrees.
  public func value(of row: Row) -> Int { Int((share(of: row) / Mixer.unit(of: row)).rounded()) }

  /// The colour with a slider elsewhere.
  public func moved(_ row: Row, to share: Double) -> MixedColour {
    var colour = colour
    let share = min(1, max(0, share))
    switch row {
    case .lightness: colour.lightness = share
    case .chroma: colour.chroma = share * MixedColour.largestChroma
    case .hue: colour.hue = share * 360
    case .hex, .derive: break
    }
    return colour
  }

  /// The artist's decisions with what it would do.
  ///
  /// - Parameter palette: as it is without that.
  func tried(on decisions: FlatsDecisions, _ palette: Palette) -> FlatsDecisions {
    switch purpose {
    case .change(let old, _): return decisions.adding([.change(old.name, to: entry)])
    case .add(_, let regions):
      var palette = palette
      let added = palette.entries[palette.add(entry)]
      return decisions.adding(
        [.add(added)], colours: regions.map { ColourChoice(region: $0, entry: added.name) })
    }
  }
}

extension Key {
  /// Whether it types over a selected text, or deletes it.
  fileprivate var replacesSelection: Bool {
    switch code {
    case .character: modifiers.subtracting(.shift).isEmpty
    case .backspace, .delete: true
    default: false
    }
  }
}

extension RGBA {
  /// A colour as people write it: with or without `#`, six digits or three.
  public init?(loosely text: String) {
    var digits = text.filter { $0 != " " }
    if digits.hasPrefix("#") { digits.removeFirst() }
    if digits.count == 3 { digits = String(digits.flatMap { [$0, $0] }) }
    self.init(hex: "#" + digits)
  }
}
