internal import Raster
internal import Regions

/// The composed picture, and what its layers are made from.
struct LayersStage: Stage {
  static let kind = StageKind(
    "layers", version: 2, title: ("painting", "彩色中"), share: 0.19)

  /// Nil where no trace line is shown as drawn: nothing else of the drawing's pixels is needed.
  let drawing: Keyed<Image>?
  let ink: InkPaint
  let lineArt: Keyed<LineArt>
  let regions: Keyed<DividedDrawing>
  let flats: Keyed<Flats>
  let shading: Keyed<Shading>
  let lines: ColoringSettings.Lines
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
    let assembly = try LayerAssembly(self, work: work)
    return Product(image: try assembly.composed(work: work), assembly: assembly)
  }
}

extension StageKind {
  public static let layers = LayersStage.kind
}
