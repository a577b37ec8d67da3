internal import Raster
internal import Regions

/// The drawing read as ink and trace lines.
struct LineArtStage: Stage {
  static let kind = StageKind(
    "lineArt", version: 6, title: ("reading lines", "線を読み取り中"), share: 0.12,
    stored: LineArt.self)

  let drawing: Keyed<Image>
  /// Whether every colour is ink, none a trace line's.
  let coloursAreInk: Bool
  let reader: Occupant<any LineReader>

  func run(_ work: Work) throws -> LineArt {
    try reader.seat.read(drawing.value, coloursAreInk: coloursAreInk, work: work)
  }
}

extension StageKind {
  public static let lineArt = LineArtStage.kind
}

/// Reads a drawing's pixels as strokes.
protocol LineReader: Sendable {
  /// - Parameter coloursAreInk: whether every colour is ink, none a trace line's.
  /// - Throws: `LineArtError` where there is nothing to read, `Cancelled`.
  func read(_ drawing: Image, coloursAreInk: Bool, work: Work) throws -> LineArt
}

/// The reading of `LineArt.init`.
struct LineReaderByRules: LineReader {
  func read(_ drawing: Image, coloursAreInk: Bool, work: Work) throws -> LineArt {
    try LineArt(drawing, coloursAreInk: coloursAreInk, work: work)
  }
}
