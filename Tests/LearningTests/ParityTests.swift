import Autograd
import Foundation
import Learning
import Networks
import Tensors
import Testing

/// The numbers of PyTorch, made by `Fixtures/make.py`: forward to 1e-5, backward to 1e-4 of the
/// largest.
@Suite struct ParityTests {
  private static let operations: [String: @Sendable ([Variable]) -> Variable] = [
    "convolution": { convolution($0[0], $0[1], bias: $0[2], .init(padding: Padding(1))) },
    "convolution.strided": {
      convolution($0[0], $0[1], .init(stride: 2, padding: Padding(2), dilation: 2))
    },
    "convolution.grouped": { convolution($0[0], $0[1], .init(padding: Padding(1), groups: 2)) },
    "convolution.wide": { convolution($0[0], $0[1], .init(padding: Padding(1))) },
    "transposed": {
      transposedConvolution(
        $0[0], $0[1], bias: $0[2], .init(stride: 2, padding: Padding(1)), outputPadding: 1)
    },
    "reflect": { $0[0].padded(Padding(top: 1, left: 2, bottom: 2, right: 1), .reflect) },
    "replicate": { $0[0].padded(Padding(top: 1, left: 2, bottom: 2, right: 1), .replicate) },
    "nearest": { $0[0].resizedNearest(height: 7, width: 5) },
    "bilinear": { $0[0].resizedBilinear(height: 7, width: 5) },
    "linear": { linear($0[0], $0[1], bias: $0[2]) },
    "matrixProduct": { matrixProduct($0[0], $0[1]) },
    "softmax": { softmax($0[0]) },
    "logSoftmax": { logSoftmax($0[0], axis: 1) },
    "logSumExp": { $0[0].logSumExp(axis: 1) },
    "unitLength": { unitLength($0[0]) },
    "exp": { exp($0[0]) },
    "log": { log($0[0]) },
    "sqrt": { sqrt($0[0]) },
    "clamp": { clamp($0[0], -0.5...0.6) },
    "relu": { relu($0[0]) },
    "leakyRelu": { leakyRelu($0[0], slope: 0.2) },
    "silu": { silu($0[0]) },
    "tanh": { tanh($0[0]) },
    "sigmoid": { sigmoid($0[0]) },
    "softplus": { softplus($0[0]) },
    "top": { $0[0].top(3).values },
    "scatterAdd": { $0[0].scatterAdded(Indices([0, 4, 4, 1]), axis: 0, length: 5) },
    "gather": { $0[0].gathered(Indices([2, 0, 2]), axis: 1) },
    "instanceNorm": { groupNormalised($0[0], groups: 3) },
    "groupNorm": { groupNormalised($0[0], groups: 2, scale: $0[1], shift: $0[2]) },
    "batchNorm": { inputs in
      let norm = with(BatchNorm(4), inputs.dropFirst())
      return Training.$isActive.withValue(true) { norm(inputs[0]) }
    },
    "maxPool": { $0[0].maxPooled(3, stride: 2) },
    "averagePool": { $0[0].averagePooled() },
    "sampled": { $0[0].sampled(at: $0[1]) },
    "crossEntropy": { crossEntropy($0[0], labels: [0, 2, 1, -1, 2, 1, 2, 2, -1, 0, 0, 1]) },
    "l1": { l1Loss($0[0], $0[1]) },
    "charbonnier": { charbonnierLoss($0[0], $0[1]) },
    "hinge": {
      hingeDiscriminatorLoss(real: $0[0], generated: $0[1])
        + hingeGeneratorLoss(generated: $0[1])
    },
    "logistic": {
      logisticDiscriminatorLoss(real: $0[0], generated: $0[1])
        + 3 * logisticGeneratorLoss(generated: $0[1])
    },
    "infoNCE": {
      infoNCE(
        $0[0],
        targets: Tensor([0.5, 0.5, 0, 0, 0, 0, 1, 0, 0.25, 0.25, 0.25, 0.25], [3, 4]))
    },
    "sinkhorn": { sinkhornStep($0[0]) },
    "meanSquared": { meanSquaredError($0[0], $0[1]) },
    "spade": { inputs in
      var random = RandomStream(seed: 0, stream: 0)
      let layer = SPADE(3, mapChannels: 2, hidden: 4, using: &random)
      return with(layer, inputs.dropFirst(2))(inputs[0], map: inputs[1])
    },
    "spectral": { inputs in
      var random = RandomStream(seed: 0, stream: 0)
      let layer = Linear(5, 4, bias: false, spectral: true, using: &random)
      layer.states[0].state.value = .ones([4, 1])
      let weighted = with(layer, inputs.dropFirst())
      return Training.$isActive.withValue(true) { weighted(inputs[0]) }
    },
    "penalty": { inputs in
      let hidden = tanh(convolution(inputs[0], inputs[1], .init(padding: Padding(1))))
      let total = softplus(convolution(hidden, inputs[1])).sum()
      return square(gradient(of: total, with: inputs[0], recording: true)).sum()
    },
  ]

  /// The layer with other parameters, in the order of its walk.
  private static func with<Part: Trainable>(
    _ layer: Part, _ parameters: ArraySlice<Variable>
  ) -> Part {
    var layer = layer
    var rest = Array(parameters)
    layer.forEachParameter { $1 = rest.removeFirst() }
    return layer
  }

  @Test(arguments: operations.keys.sorted()) func operation(name: String) throws {
    let stored = try SafeTensors(contentsOf: fixture("operations.safetensors")).tensors
    var inputs: [Variable] = []
    while let input = stored["\(name).input.\(inputs.count)"] {
      inputs.append(Variable(input).tracked())
    }
    let operation = try #require(Self.operations[name])
    let output = operation(inputs)
    expectEqual(output.value, stored["\(name).output"], 1e-5, name)
    let weighted = (output * Variable(stored["\(name).weights"]!)).sum()
    for (index, gradient) in gradients(of: weighted, with: inputs).enumerated() {
      expectEqual(
        gradient.value, stored["\(name).gradient.\(index)"], 1e-4, "\(name) gradient \(index)")
    }
  }

  @Test func everyStoredOperationIsCompared() throws {
    let stored = try SafeTensors(contentsOf: fixture("operations.safetensors")).tensors
    let names = stored.keys.filter { $0.hasSuffix(".output") }.map { String($0.dropLast(7)) }
    #expect(names.sorted() == Self.operations.keys.sorted())
  }

  @Test func aWholeUNet() throws {
    let stored = try SafeTensors(contentsOf: fixture("unet.safetensors")).tensors
    var random = RandomStream(seed: 0, stream: 0)
    var network = UNet(3, classes: 3, widths: [8, 12, 16], using: &random)
    try network.load(stored, prefix: "network.", from: "unet.safetensors")
    let image = Variable(try #require(stored["image"]))
    let labels = try #require(stored["labels"]).values.map { Int32($0) }
    expectEqual(network(image).value, stored["scores"], 1e-5, "scores")
    let (loss, gradients) = valueAndGradients(of: network) {
      crossEntropy($0(image), labels: labels)
    }
    expectEqual(Tensor(loss), stored["loss"], 1e-5, "loss")
    for (name, value) in zip(gradients.names, gradients.values) {
      expectEqual(value, stored["gradient." + name], 1e-4, "gradient of \(name)")
    }
  }

  private func fixture(_ name: String) throws -> String {
    try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil)).path
  }

  private func expectEqual(_ value: Tensor, _ expected: Tensor?, _ tolerance: Float, _ what: String)
  {
    #expect(value.shape == expected?.shape, "\(what)")
    guard let expected, value.shape == expected.shape else { return }
    let scale = expected.values.map(Swift.abs).max() ?? 0
    let worst = zip(value.values, expected.values).map { Swift.abs($0 - $1) }.max() ?? 0
    #expect(worst <= tolerance * max(scale, 1e-3), "\(what): off by \(worst / scale)")
  }
}
