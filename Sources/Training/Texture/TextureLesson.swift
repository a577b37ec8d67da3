internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// The texture network learns from drawn pairs: the line art of one view takes the colours of the other.
///
/// Its loss is a sum: what the warps and the picture differ from the truth on the figure; how far places are from the true
/// ones; how different the matcher finds the picture; and the way back of the coarsest warp.
/// Not done: the discriminator, and that both encoders see one place alike.
struct TextureLesson: Lesson {
  static let architecture = TextureNetwork.architecture
  private let side: Int
  private let pool: PairPool
  private let matcher: MatcherNetwork
  private let heldOut: [TextureBatch]

  /// - Parameters:
  ///   - side: of its pictures, a multiple of 32.
  ///   - matcher: whose features tell pictures apart.
  ///   - heldOut: how many pairs it is looked at with.
  init(side: Int = 128, matcher: MatcherNetwork, heldOut: Int = 16, work: Work) {
    self.side = side
    self.matcher = matcher
    pool = PairPool(side: side, firstSeed: Generator.firstSeed)
    self.heldOut = work.mapItems(of: heldOut) { index in
      var random = RandomStream(seed: UInt64(index), stream: 1 << 33)
      return TextureBatch(
        DrawnPair(seed: UInt64(index), side: side), first: 0, side: side, using: &random)
    }
  }

  var generator: String { Generator.name }
  let material = "drawings that nurie's generator made, and nothing else"
  let samplesAStep = Shards.count
  let lossNames = ["warp", "places", "picture", "features", "cycle"]

  func network(seed: UInt64) -> TextureNetwork {
    var random = RandomStream(seed: seed, stream: 0)
    return TextureNetwork(.small, maskChannels: MatcherNetwork.parts, using: &random)
  }

  func optimizer(for network: TextureNetwork) -> any Optimizer {
    Adam(for: network, rate: 1e-3, momentum: 0.5, squareMomentum: 0.99)
  }

  func batches(
    of step: Int, shards: Range<Int>, draws: (_ shard: Int) -> RandomStream
  ) -> [TextureBatch] {
    zip(shards, pool.pairs(of: step, shards, work: Work(threads: 1))).map { shard, pair in
      var random = draws(shard)
      let first = random.nextUniform() < 0.5 ? 0 : 1
      return TextureBatch(pair, first: first, side: side, using: &random)
    }
  }

  private func output(of network: TextureNetwork, on batch: TextureBatch)
    -> TextureNetwork.Output
  {
    network(
      lines: Variable(batch.lines), lineMask: Variable(batch.lineMask),
      reference: Variable(batch.reference), referenceMask: Variable(batch.referenceMask))
  }

  func losses(of network: TextureNetwork, on batch: TextureBatch) -> [Variable] {
    let output = output(of: network, on: batch)
    var (truth, figure) = (Variable(batch.truth), Variable(batch.figure))
    let picture = abs(output.picture - truth).mean()
    let features = seen(output.picture, as: truth)
    var warp = Variable(Tensor(0))
    for level in output.levels {
      let side = level.warp.shape[2]
      while truth.shape[2] > side {
        truth = truth.averagePooled()
        figure = figure.averagePooled()
      }
      warp = warp + weightedMean(abs(level.warp - truth).sum(over: 1), figure)
    }
    var places = Variable(Tensor(0))
    for (level, known) in zip(output.levels, batch.places) {
      let apart = abs(level.positions - Variable(known.position)).sum(over: 1)
      places =
        places + weightedMean(apart, Variable(known.isKnown)) * (16 / Float(known.isKnown.shape[3]))
    }
    var reference = Variable(batch.reference)
    while reference.shape[2] > output.cycle.shape[2] { reference = reference.averagePooled() }
    let cycle = abs(output.cycle - reference).mean()
    return [warp, places * 0.2, picture * 5, features * 2, cycle * 0.5]
  }

  /// How different the matcher finds a picture and the truth.
  private func seen(_ picture: Variable, as truth: Variable) -> Variable {
    let own = matcher(lines: nil, colours: ColourInput.of(picture))
    let drawn = Variable.withoutTape { matcher(lines: nil, colours: ColourInput.of(truth)) }
    return 1 - (own.embedding * drawn.embedding).sum(over: 1).mean()
  }

  private func weightedMean(_ values: Variable, _ weights: Variable) -> Variable {
    (values * weights).sum() / (weights.sum() + Variable(Tensor(1)))
  }

  /// - Returns: `warp`, `picture`: mean absolute errors on the figure, 0…1; `within 4`: the share of known places that are found
  ///   within four pixels of 256; `median`: how far the middle one is, in the same pixels.
  func figures(of network: TextureNetwork, work: Work) throws -> [String: Double] {
    let looks = Compute.with(work) {
      heldOut.map { batch in
        let output = output(of: network, on: batch)
        let figure = Variable(batch.figure)
        func error(_ picture: Variable) -> Double {
          let apart = abs(picture - Variable(batch.truth)).sum(over: 1) * (1 / 3)
          return Double(weightedMean(apart, figure).value.scalar)
        }
        return (
          warp: error(output.levels[0].warp), picture: error(output.picture),
          errors: self.errors(output.levels[0].positions.value, batch)
        )
      }
    }
    let errors = looks.flatMap(\.errors).sorted()
    guard !errors.isEmpty else { return [:] }
    let count = Double(looks.count)
    return [
      "warp": looks.map(\.warp).reduce(0, +) / count,
      "picture": looks.map(\.picture).reduce(0, +) / count,
      "within 4": Double(errors.count { $0 <= 4 }) / Double(errors.count),
      "median": errors[errors.count / 2],
    ]
  }

  /// How far found places are from known ones, in pixels of 256.
  private func errors(_ positions: Tensor, _ batch: TextureBatch) -> [Double] {
    let known = batch.places[0]
    let (found, truth, isKnown) = (
      positions.values, known.position.values, known.isKnown.values
    )
    let plane = isKnown.count
    return isKnown.indices.filter { isKnown[$0] > 0 }.map { index in
      let (dx, dy) = (
        found[index] - truth[index], found[plane + index] - truth[plane + index]
      )
      return Double((dx * dx + dy * dy).squareRoot()) * 256 / Double(side)
    }
  }

  /// For some pairs a row: line art, reference, the finest warp, the picture, the truth.
  func picture(of network: TextureNetwork, work: Work) -> Image {
    let shown = heldOut.prefix(8)
    var sheet = Image(width: 5 * side, height: shown.count * side, repeating: .white)
    Compute.with(work) {
      for (row, batch) in shown.enumerated() {
        let output = output(of: network, on: batch)
        let darkness = Variable(batch.lines.sliced(0..<1, axis: 1))
        let line = concatenated([1 - darkness, 1 - darkness, 1 - darkness], axis: 1)
        let cells = [
          line.value, batch.reference, output.levels[0].warp.value, output.picture.value,
          batch.truth,
        ]
        for (column, cell) in cells.enumerated() {
          let picture = images((Variable(cell) * 2 - 1).value)[0]
          sheet.put(picture, x: column * side, y: row * side)
        }
      }
    }
    return sheet
  }
}
