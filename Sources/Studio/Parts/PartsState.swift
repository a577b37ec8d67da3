public import Projects
public import Raster

/// The view of the parts, and what is selected of them.
public struct PartsState: Sendable {
  /// The opacity of the parts' colours over the paper, 0…1.
  public var opacity = 0.75
  /// The bank of ten parts that the digits mean: the first, the second …
  public var bank = 0
  /// The reference that is looked at in place of a drawing.
  public var reference: ShownReference?
  /// A point in the selected region of each reference, as `StudioState.focus` is one of the drawing.
  public var referenceFocus: [PictureID: Point] = [:]
  /// Whether a label is offered to the regions alike.
  public var spreads = true
  /// The label that `.` gives again.
  public var lastLabel: LabelChoice?

  /// Whether the labelled parts are being learned, or what follows from them is being counted.
  public var isTeaching = false

  /// The tool at work on the drawing's regions, if any.
  public var tool: RegionTool?
  /// A cut or a closing whose effect is to be told.
  var awaitedLine: AwaitedLine?

  public init() {}
}

/// A reference of a drawing; another drawing that is opened is looked at itself.
public struct ShownReference: Hashable, Sendable {
  public var drawing: PictureID
  /// Its place among the drawing's references.
  public var index: Int
}

/// The label that a gesture gives regions.
public enum LabelChoice: Hashable, Sendable {
  case part(String)
  /// Takes the label away.
  case unlabelled

  var part: String? { if case .part(let part) = self { part } else { nil } }
}
