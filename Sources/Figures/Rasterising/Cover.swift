/// The scene at twice a picture's resolution, who is seen where: the truth that colours, lines, parts and regions
/// are all made from.
///
/// Cost: about 5 bytes and 3 ns a sample for each time it is painted over.
struct Cover: Sendable {
  static let samples = 2

  /// Samples: twice the picture's pixels each way.
  let width: Int
  let height: Int
  /// The uppermost surface: a piece's index plus 1; 0 where there is none.
  let surface: [UInt16]
  /// The uppermost paint: the piece that put it there, plus 1.
  let paint: [UInt16]
  /// Cel shadow 1, highlight 2, neither 0.
  let tone: [UInt8]

  init(_ scene: Scene) {
    width = scene.width * Cover.samples
    height = scene.height * Cover.samples
    precondition(scene.pieces.count < 65535, "\(scene.pieces.count) pieces")
    let area = width * height
    var surface = [UInt16](repeating: 0, count: area)
    var paint = surface
    var tone = [UInt8](repeating: 0, count: area)
    let (columns, rows) = (width, height)
    surface.withUnsafeMutableBufferPointer { surface in
      paint.withUnsafeMutableBufferPointer { paint in
        tone.withUnsafeMutableBufferPointer { tone in
          Cover.paint(scene, columns, rows, surface, paint, tone)
        }
      }
    }
    self.surface = surface
    self.paint = paint
    self.tone = tone
  }

  /// Paints the pieces one over the other. Through buffers: arrays would be asked at each sample whether they are shared.
  private static func paint(
    _ scene: Scene, _ width: Int, _ height: Int, _ surface: UnsafeMutableBufferPointer<UInt16>,
    _ paint: UnsafeMutableBufferPointer<UInt16>, _ tone: UnsafeMutableBufferPointer<UInt8>
  ) {
    // Which surface each piece is of, by its number plus 1.
    let owners = [-1] + scene.pieces.map { Int32($0.surface) }
    var filler = PolygonFiller(width: width, height: height)
    for (index, piece) in scene.pieces.enumerated() {
      let number = UInt16(index + 1)
      let on = piece.on.map { Int32($0) }
      filler.spans(of: piece.outline, scale: Float(samples)) { row, from, to in
        for place in row * width + from..<row * width + to {
          if let on, owners[Int(surface[place])] != on { continue }
          switch piece.kind {
          case .surface:
            surface[place] = number
            paint[place] = number
            tone[place] = 0
          case .mark: paint[place] = number
          case .shade(let value): tone[place] = value
          }
        }
      }
    }
  }
}
