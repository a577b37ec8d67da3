internal import Raster
internal import Regions

/// The drawing read as ink and trace lines.
struct LineArtStage: Stage {
  static let kind = StageKind(
    "lineArt", version: 2, title: ("reading lines", "線を読み取り中"), share: 0.12,
    stored: LineArt.self)

  let drawing: Keyed<Image>
  let reader: Occupant<any LineReader>

  func run(_ work: Work) throws -> LineArt { try reader.seat.read(drawing.value, work: work) }
}

extension StageKind {
  public static let lineArt = LineArtStage.kind
}

/// Reads a drawing's pixels as strokes.
protocol LineReader: Sendable {
  /// - Throws: `LineArtError` where there is nothing to read, `Cancelled`.
  func read(_ drawing: Image, work: Work) throws -> LineArt
}

/// The reading of `LineArt.init`.
struct LineReaderByRules: LineReader {
  func read(_ drawing: Image, work: Work) throws -> LineArt { try LineArt(drawing, work: work) }
}
