/// Sketches as they lie in a picture, back to front: what is rasterised.
struct Scene: Sendable {
  /// Pixels.
  let width: Int
  let height: Int
  /// In painting order, outlines in pixels.
  private(set) var pieces: [Piece] = []
  private(set) var strokes: [SketchStroke] = []
  /// The way of each piece's frame into the picture, and its owner.
  private(set) var cameras: [Camera] = []
  private(set) var cameraOfPiece: [UInt8] = []
  /// The time at which each surface was painted first; a surface hides the strokes of those before it.
  private(set) var order: [Int32] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Adds a sketch over all that is there.
  mutating func add(_ sketch: Sketch, _ camera: Camera) {
    let base = order.count
    let number = UInt8(cameras.count)
    cameras.append(camera)
    order += Array(repeating: Int32.max, count: sketch.surfaces)
    for layer in sketch.sorted {
      for var piece in layer.pieces {
        piece.outline = rounded(piece.outline.map { camera($0) }, isClosed: true)
        piece.surface += base
        piece.on = piece.on.map { $0 + base }
        if let gradient = piece.gradient {
          piece.gradient?.start = camera(gradient.start)
          piece.gradient?.end = camera(gradient.end)
        }
        if piece.kind == .surface {
          order[piece.surface] = min(order[piece.surface], Int32(pieces.count))
        }
        pieces.append(piece)
        cameraOfPiece.append(number)
      }
      for var stroke in layer.strokes {
        stroke.points = rounded(stroke.points.map { camera($0) })
        stroke.surface += base
        stroke.on = stroke.on.map { $0 + base }
        strokes.append(stroke)
      }
    }
  }
}
