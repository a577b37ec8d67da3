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
  private(set) var surface: [UInt16]
  /// The uppermost paint: the piece that put it there, plus 1.
  private(set) var paint: [UInt16]
  /// Cel shadow 1, highlight 2, neither 0.
  private(set) var tone: [UInt8]

  init(_ scene: Scene) {
    width = scene.width * Cover.samples
    height = scene.height * Cover.samples
    precondition(scene.pieces.count < 65535, "\(scene.pieces.count) pieces")
    surface = Array(repeating: 0, count: width * height)
    paint = surface
    tone = Array(repeating: 0, count: width * height)
    // Which surface each piece is of, by its number plus 1.
    let owners = [-1] + scene.pieces.map { Int32($0.surface) }
    var filler = PolygonFiller(width: width, height: height)
    let width = width
    for (index, piece) in scene.pieces.enumerated() {
      let number = UInt16(index + 1)
      let on = piece.on.map { Int32($0) }
      filler.spans(of: piece.outline, scale: Float(Cover.samples)) { row, from, to in
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
