internal import Autograd
import Glibc
internal import Tensors

/// How often pictures are changed before the discriminator sees them, so that it cannot learn a small set by heart (adaptive
/// discriminator augmentation; Karras et al. 2020b): the more, the surer it is of the real ones.
struct AdaptiveAugmentation: Sendable {
  /// The mean sign of the scores of real pictures that is aimed at.
  private static let aim: Float = 0.6
  /// The pictures over which the chance would go from 0 to 1.
  private static let pictures: Float = 100_000
  /// Steps whose signs are taken together.
  private static let window = 4

  /// The chance of each change, 0…0.8.
  private(set) var strength: Float
  private var signs: Float
  private var steps: Float

  init(strength: Float = 0, signs: Float = 0, steps: Float = 0) {
    self.strength = strength
    self.signs = signs
    self.steps = steps
  }

  /// - Parameter sign: the mean over a step.
  mutating func note(_ sign: Float, pictures: Int) {
    signs += sign
    steps += 1
    guard steps >= Float(Self.window) else { return }
    let change = steps * Float(pictures) / Self.pictures
    strength = min(0.8, max(0, strength + (signs / steps > Self.aim ? change : -change)))
    signs = 0
    steps = 0
  }

  /// All of it, for a checkpoint.
  var numbers: [Float] { [strength, signs, steps] }
}

/// The pictures, each changed by chance: mirrored, moved, scaled, turned; brightness, contrast, saturation and hue.
///
/// - Parameters:
///   - pictures: `[N, 3, side, side]`, −1…1; gradients go through.
///   - strength: the chance of each change; 0 returns `pictures`.
func augmented(
  _ pictures: Variable, _ strength: Float, using random: inout RandomStream
) -> Variable {
  guard strength > 0 else { return pictures }
  let (count, side) = (pictures.shape[0], pictures.shape[2])
  var positions: [Float] = []
  var matrices: [Float] = []
  var shifts: [Float] = []
  for _ in 0..<count {
    let warp = Warp(strength, side: side, using: &random)
    positions += warp.positions(side: side)
    let colours = ColourChange(strength, using: &random)
    matrices += colours.matrix
    shifts += [colours.shift, colours.shift, colours.shift]
  }
  let moved = pictures.sampled(at: Variable(Tensor(positions, [count, 2, side, side])))
  let coloured = matrixProduct(
    Variable(Tensor(matrices, [count, 3, 3])), moved.reshaped(count, 3, side * side))
  return (coloured + Variable(Tensor(shifts, [count, 3, 1]))).reshaped(pictures.shape)
}

/// Where each pixel of a changed picture is read.
private struct Warp {
  private var mirror: Float = 1
  private var scale: Float = 1
  private var angle: Float = 0
  private var shift: SIMD2<Float> = .zero

  init(_ strength: Float, side: Int, using random: inout RandomStream) {
    func isHit() -> Bool { random.nextUniform() < strength }
    if isHit() && random.nextUniform() < 0.5 { mirror = -1 }
    if isHit() { scale = exp2(0.2 * random.nextNormal()) }
    if isHit() { angle = .pi * (2 * random.nextUniform() - 1) }
    if isHit() {
      shift = SIMD2(random.nextUniform() - 0.5, random.nextUniform() - 0.5) * 0.25 * Float(side)
    }
  }

  /// x of all pixels, then y.
  func positions(side: Int) -> [Float] {
    let middle = Float(side - 1) / 2
    let (cosine, sine) = (cos(angle) / scale, sin(angle) / scale)
    var xs: [Float] = []
    var ys: [Float] = []
    for y in 0..<side {
      for x in 0..<side {
        let u = Float(x) - middle - shift.x
        let v = Float(y) - middle - shift.y
        xs.append(middle + mirror * (cosine * u + sine * v))
        ys.append(middle - sine * u + cosine * v)
      }
    }
    return xs + ys
  }
}

/// A linear map of colours: a row for each channel, and what is added to all.
private struct ColourChange {
  private(set) var matrix: [Float] = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  private(set) var shift: Float = 0

  init(_ strength: Float, using random: inout RandomStream) {
    func isHit() -> Bool { random.nextUniform() < strength }
    if isHit() { shift = 0.2 * random.nextNormal() }
    let contrast = isHit() ? exp2(0.5 * random.nextNormal()) : 1
    let saturation = isHit() ? exp2(random.nextNormal()) : 1
    let hue = isHit() ? .pi * (2 * random.nextUniform() - 1) : 0
    // Grey stays where it is; across it, turned by the hue and stretched by the saturation (Rodrigues' formula about
    // the grey axis).
    let (along, cosine) = (Float(1) / 3, saturation * cos(hue))
    let across = saturation * sin(hue) / Float(3).squareRoot()
    for row in 0..<3 {
      for column in 0..<3 {
        let same: Float = row == column ? 1 : 0
        // The axis' cross product: 0, −1, 1 along each row.
        let turn: Float = row == column ? 0 : (column == (row + 1) % 3 ? -1 : 1)
        matrix[3 * row + column] =
          contrast * (along + cosine * (same - along) + across * turn)
      }
    }
  }
}
