public import Tensors

/// A data set drawn on the fly: discs, outlines of squares, crosses, which may hide one another, in any grey, on noise.
///
/// Small enough to be learned in seconds: what shows that training works before hours are spent on it.
public enum ShapePictures {
  /// Ground, disc, outline, cross.
  public static let classes = 4
  private static let side = 64

  /// Pictures `[N, 1, 64, 64]`, and what each pixel shows: 0 ground, 1 disc, 2 outline, 3 cross.
  public static func drawn(
    _ count: Int, using random: inout RandomStream
  ) -> (images: Tensor, labels: [Int32]) {
    var pixels: [Float] = []
    var labels: [Int32] = []
    for _ in 0..<count {
      let shapes = (0..<5).map { index in Shape(kind: index % 3 + 1, using: &random) }
      for index in 0..<side * side {
        let (x, y) = (Float(index % side), Float(index / side))
        let top = shapes.last { $0.covers(x, y) }
        labels.append(Int32(top?.kind ?? 0))
        pixels.append((top?.grey ?? 0) + 0.2 * random.nextNormal())
      }
    }
    return (Tensor(pixels, [count, 1, side, side]), labels)
  }

  private struct Shape {
    let kind: Int
    let x: Float
    let y: Float
    let radius: Float
    let grey: Float

    init(kind: Int, using random: inout RandomStream) {
      self.kind = kind
      x = Float(side) * random.nextUniform()
      y = Float(side) * random.nextUniform()
      radius = 6 + 6 * random.nextUniform()
      grey = 0.7 + 0.6 * random.nextUniform()
    }

    func covers(_ u: Float, _ v: Float) -> Bool {
      let (across, down) = (abs(u - x), abs(v - y))
      let farther = max(across, down)
      return switch kind {
      case 1: across * across + down * down < radius * radius
      case 2: abs(farther - radius) < 1.5
      default: farther < radius && min(across, down) < 2
      }
    }
  }
}
