internal import Raster
internal import Regions

/// The composed picture, and what its layers are made from.
struct LayersStage: Stage {
  static let kind = StageKind(
    "layers", version: 4, title: ("painting", "彩色中"), share: 0.19)

  let lineArt: Keyed<LineArt>
  let ink: Keyed<InkPaint>
  let regions: Keyed<DividedDrawing>
  let flats: Keyed<Flats>
  let shading: Keyed<Shading>
  let lines: ColoringSettings.Lines
  let traceLines: ColoringSettings.TraceLines
  let aliased: Bool
  /// The canvas's colour; nil where it stays transparent.
  let background: RGBA?
  /// All parts, which name the layers.
  let parts: [Part]

  struct Product: Sendable {
    let image: Image
    let assembly: LayerAssembly
  }

  func run(_ work: Work) throws -> Product {
    let assembly = LayerAssembly(self)
    return Product(image: try assembly.composed(work: work), assembly: assembly)
  }
}

extension StageKind {
  public static let layers = LayersStage.kind
}
