public import Autograd
internal import Learning
internal import Tensors

/// What a level of the matching found.
public struct MatchedLevel: Sendable {
  /// The reference laid on the drawing: `[N, 3, H, W]`.
  public let warp: Variable
  /// Where in the reference each place lies, x and y in the level's pixels: `[N, 2, H, W]`. At the coarsest level the best
  /// place, without a gradient; at finer ones the candidates' mean.
  public let positions: Variable
  /// By how much the best two candidates differ: `[N, 1, H, W]`; nil at the coarsest level.
  public let margin: Variable?
}

/// Finds each place of a drawing in a reference, from coarse to fine.
struct TextureMatcher: Trainable {
  private let shape: TextureShape
  private var start: Convolution
  private var memory: PlaneMemory
  private var offsets: Convolution

  init(_ shape: TextureShape, using random: inout RandomStream) {
    self.shape = shape
    let count = shape.window * shape.window
    start = Convolution(
      shape.features, shape.memory, kernel: 1, initialisation: .xavier, using: &random)
    memory = PlaneMemory(3 * count, memory: shape.memory, using: &random)
    offsets = Convolution(
      shape.memory, 2 * count, kernel: 3, initialisation: .zero, using: &random)
  }

  /// - Parameters:
  ///   - drawing: features of each level, the finest first.
  ///   - reference: the same of the reference.
  ///   - colours: `[N, 3, H, W]`, the reference at the finest level's size.
  /// - Returns: the levels, the finest first; and the coarsest warp laid back on the reference.
  func callAsFunction(drawing: [Variable], reference: [Variable], colours: Variable) -> (
    levels: [MatchedLevel], cycle: Variable
  ) {
    var pictures = [colours]
    for _ in drawing.dropFirst() { pictures.append(pictures.last!.averagePooled()) }
    let last = drawing.count - 1
    let full = FullMatch(
      drawing: drawing[last], reference: reference[last], temperature: shape.temperature)
    let coarsest = full.warped(pictures[last])
    var best = full.best
    var levels = [MatchedLevel(warp: coarsest, positions: best, margin: nil)]
    for level in (0..<last).reversed() {
      let found = refined(best, drawing[level], reference[level], pictures[level])
      best = found.best
      levels.insert(found.level, at: 0)
    }
    return (levels, full.warpedBack(coarsest))
  }

  private func refined(
    _ coarser: Variable, _ drawing: Variable, _ reference: Variable, _ colours: Variable
  ) -> (level: MatchedLevel, best: Variable) {
    var candidates = Candidates(around: coarser, window: shape.window)
    var remembered = tanh(start(drawing))
    let places = candidates.positions.shape
    let (height, width) = (places[3], places[4])
    let pixels = 0..<height * width
    let here = concatenated(
      Variable(Tensor(pixels.map { Float($0 % width) }, [1, 1, 1, height, width])),
      Variable(Tensor(pixels.map { Float($0 / width) }, [1, 1, 1, height, width])))
    let scale = 1 / Float(max(height, width))
    for _ in 0..<shape.iterations {
      for axis in [4, 3] {
        candidates = candidates.propagated(axis: axis, drawing: drawing, reference: reference)
      }
      let similar = candidates.similarities(drawing: drawing, reference: reference)
      let distances = ((candidates.positions - here) * scale)
        .reshaped(places[0], 2 * places[2], height, width)
      remembered = memory(remembered, seeing: concatenated(similar, distances))
      candidates.positions += offsets(remembered).reshaped(places)
    }
    let similar = candidates.similarities(drawing: drawing, reference: reference)
    let shares = softmax(similar * (1 / shape.temperature), axis: 1)
    let two = similar.detached().permuted(0, 2, 3, 1).top(2).values.permuted(0, 3, 1, 2)
    let level = MatchedLevel(
      warp: candidates.warped(colours, shares: shares),
      positions: candidates.meanPosition(shares: shares),
      margin: two.sliced(0..<1, axis: 1) - two.sliced(1..<2, axis: 1))
    return (level, candidates.best(similar).detached())
  }

  mutating func walk(_ visit: inout Walker) {
    visit("start", &start)
    visit("memory", &memory)
    visit("offsets", &offsets)
  }
}
