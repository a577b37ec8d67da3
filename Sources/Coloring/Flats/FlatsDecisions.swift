internal import Regions

/// The artist's decisions that a drawing's flats follow.
public struct FlatsDecisions: Hashable, Sendable, Encodable {
  /// Labels, pins, unlinks and colours. Edits of regions make other regions, and so another `FlatsBasis`: here are none.
  public private(set) var corrections: Corrections
  /// Parts given by hand to regions of each matched reference; those without any may be left out at the end.
  public let referenceLabels: [[PartLabel]]
  /// As `ColoringInputs.examples`.
  public let examples: [DrawingExamples]
  /// As `ColoringSettings.palette`.
  public let palette: Palette?
  /// As `ColoringSettings.paletteEdits`.
  public private(set) var paletteEdits: [PaletteEdit]

  public init(
    _ corrections: Corrections, referenceLabels: [[PartLabel]], examples: [DrawingExamples] = [],
    settings: ColoringSettings
  ) {
    var corrections = corrections
    corrections.regions = RegionEdits()
    self.corrections = corrections
    self.referenceLabels = referenceLabels
    self.examples = examples
    palette = settings.palette
    paletteEdits = settings.paletteEdits
  }

  /// The same and more: what is tried before it is done.
  public func adding(_ edits: [PaletteEdit] = [], colours: [ColourChoice] = []) -> FlatsDecisions {
    var decisions = self
    decisions.paletteEdits += edits
    decisions.corrections.colours += colours
    return decisions
  }
}
