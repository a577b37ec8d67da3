import Autograd
import Tensors
import Testing

@testable import Learning

@Suite struct MuonTests {
  private struct Pair: Trainable {
    var weight: Variable
    var bias = Variable(Tensor([0.5, -0.5], [2]))
    mutating func walk(_ visit: inout Walker) {
      visit("weight", &weight)
      visit("bias", &bias)
    }
  }

  @Test(arguments: [[40, 70], [70, 40], [33, 33]])
  func singularValuesBecomeAboutOne(shape: [Int]) {
    var random = RandomStream(seed: 3, stream: 0)
    let matrix = Tensor.normal(shape, using: &random)
    let direction = orthogonalised(matrix)
    #expect(direction.shape == shape)
    // Its products with vectors of the smaller side's space are about as long as they were.
    let isTall = shape[0] > shape[1]
    let gram = matrixProduct(
      direction, direction, transposingA: isTall, transposingB: !isTall)
    let side = min(shape[0], shape[1])
    for turn in 0..<20 {
      var random = RandomStream(seed: 4, stream: UInt64(turn))
      let vector = Tensor.normal([side, 1], using: &random)
      let product = matrixProduct(vector, matrixProduct(gram, vector), transposingA: true).scalar
      let length = matrixProduct(vector, vector, transposingA: true).scalar
      let share = (product / length).squareRoot()
      #expect(share > 0.6 && share < 1.25, "\(share)")
    }
    // And it points where the matrix points: their product is the sum of the matrix's singular values, about.
    let inner = zip(matrix.values, direction.values).reduce(0) { $0 + $1.0 * $1.1 }
    let root = matrix.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(inner > 0.5 * root * Float(side).squareRoot())
  }

  @Test func followsItsDefinition() {
    // Diagonal matrices stay so, and their entries are their singular values.
    func turned(_ x: Double) -> Double {
      (0..<5).reduce(x) { y, _ in 3.4445 * y - 4.7750 * y * y * y + 2.0315 * y * y * y * y * y }
    }
    var network = Pair(weight: Variable(Tensor([3, 0, 0, -1], [2, 2])))
    var muon = Muon(for: network, rate: 0.1, weightDecay: 0.5) { $0 == "weight" }
    var adam = Adam(for: network, rate: 0.1, weightDecay: 0.5)
    var twin = network
    var weight = [3.0, -1.0]
    var mean = [0.0, 0.0]
    for _ in 0..<4 {
      func loss(_ network: Pair) -> Variable {
        (square(network.weight).sum() + square(network.bias).sum()) * 0.5
      }
      muon.update(&network, valueAndGradients(of: network, loss).gradients)
      adam.update(&twin, valueAndGradients(of: twin, loss).gradients)
      let ahead = weight.indices.map { i in
        mean[i] = 0.95 * mean[i] + 0.05 * weight[i]
        return 0.95 * mean[i] + 0.05 * weight[i]
      }
      let length = (ahead[0] * ahead[0] + ahead[1] * ahead[1]).squareRoot()
      for i in weight.indices {
        weight[i] *= 1 - 0.1 * 0.5
        weight[i] -= 0.1 * 0.2 * 2.squareRoot() * turned(ahead[i] / length)
      }
      let values = network.weight.value.values
      #expect(
        abs(Double(values[0]) - weight[0]) < 1e-5 && abs(Double(values[3]) - weight[1]) < 1e-5)
      #expect(values[1] == 0 && values[2] == 0)
      #expect(network.bias.value.values == twin.bias.value.values, "Adam has the others")
    }
  }

  @Test func goesOnFromACheckpointBitForBit() throws {
    func start() -> Trainer<Pair> {
      let network = Pair(weight: Variable(Tensor([3, 1, 2, -1, 4, 1], [2, 3])))
      return Trainer(
        network, Muon(for: network, rate: 0.1, weightDecay: 0.1) { $0 == "weight" }, seed: 1)
    }
    func run(_ trainer: inout Trainer<Pair>) throws {
      for _ in 0..<3 {
        _ = try trainer.update { square($0.weight - 1).sum() + square($0.bias).sum() }
      }
    }
    var whole = start()
    try run(&whole)
    var resumed = start()
    let bytes = whole.checkpoint().encoded()
    try resumed.resume(SafeTensors(decoding: bytes, named: "x"), from: "x")
    try run(&whole)
    try run(&resumed)
    #expect(resumed.checkpoint().encoded() == whole.checkpoint().encoded())
  }
}
