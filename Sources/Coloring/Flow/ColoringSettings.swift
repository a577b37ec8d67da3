public import Raster
public import Regions

/// The artist's wishes for the colouring of a drawing; the corrections of one drawing are `Corrections`.
public struct ColoringSettings: Sendable, Hashable, Encodable {
  /// The fate of coloured trace lines.
  public enum TraceLines: String, Sendable, CaseIterable, Codable {
    /// They stay visible.
    case keep
    /// They bound regions and take their neighbours' colour.
    case fill
    /// There are none: all coloured lines are ink.
    case ink
  }

  /// The colour of the ink.
  public enum Lines: String, Sendable, CaseIterable, Codable {
    /// As drawn.
    case keep
    /// A darker shade of the fill beside it.
    case tint
  }

  /// The source of light and dark.
  public enum ShadingSource: String, Sendable, CaseIterable, Codable {
    case none
    /// The areas that trace lines bound: shadow or highlight as `TraceColours` says.
    case trace
    /// The reference's own light and dark, carried over region by region.
    case reference
  }

  /// Who finds what corresponds in the drawing and its references.
  public enum Matcher: String, Sendable, CaseIterable, Codable {
    /// Rules, and a network that has learned what figures look like.
    case network
    /// Rules alone: lines, shapes and places.
    case classical
  }

  /// What divides a drawing's regions.
  public enum Borders: String, Sendable, CaseIterable, Codable {
    /// Lines and closed gaps alone, as cel work wants it.
    case drawn
    /// Those, and the borders that a network sees where nobody drew any.
    case learned
  }

  /// The ground behind the figure.
  public enum Background: Sendable, Hashable, Encodable {
    /// Nothing: the picture is transparent there.
    case none
    case colour(RGBA)
    /// The plain colour behind the first reference; nothing where that is transparent.
    case reference
  }

  /// The widest gap that is closed, in pixels; nil for one that suits the drawing.
  public var gap: Double?
  public var matcher = Matcher.network
  public var borders = Borders.learned
  public var traceLines = TraceLines.fill
  public var traceColours = TraceColours.redShadow
  public var lines = Lines.keep
  public var shading = ShadingSource.reference
  public var background = Background.none
  /// Hard edges everywhere, as cel work wants them: ink and shading are there or not.
  public var aliased = false
  /// Takes the place of the references' own palette: an entry of the same name, or else the nearest
  /// colour, stands in for each of theirs.
  public var palette: Palette?
  /// The artist's changes of the references' palette, or of `palette`.
  public var paletteEdits: [PaletteEdit] = []
  /// The project's own parts, after `Part.standard`: they name layers and colour the picture of the parts.
  public var ownParts: [Part] = []

  /// The key of the `PartTeller` that the project's labelled drawings taught; nil where none did.
  public var teller: String?

  var parts: [Part] { Part.standard + ownParts }

  public init() {}
}
