import Autograd
import Foundation
import Learning
import Networks
import Tensors
import Testing

/// StyleGAN2 as PyTorch computes it, made by `Fixtures/stylegan_fixture.py`: values and gradients to 1e-3 of the largest, three steps
/// of training to 1e-2.
@Suite struct StyleGANParityTests {
  private static let shape = StyleShape(
    side: 16, width: 8, widest: 8, styleWidth: 8, mappingLayers: 2)

  private let stored: [String: Tensor]
  private var generator: StyleGenerator
  private var discriminator: StyleDiscriminator

  init() throws {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/stylegan.safetensors", withExtension: nil))
    stored = try SafeTensors(contentsOf: file.path).tensors
    var random = RandomStream(seed: 0, stream: 0)
    generator = StyleGenerator(Self.shape, using: &random)
    discriminator = StyleDiscriminator(Self.shape, using: &random)
    try generator.load(stored, prefix: "generator.", from: "stylegan.safetensors")
    try discriminator.load(stored, prefix: "discriminator.", from: "stylegan.safetensors")
  }

  @Test func pictures() { expectEqual(picture(0, of: generator).value, "picture", 1e-3) }

  @Test func scores() { expectEqual(discriminator(real).value, "scores", 1e-3) }

  @Test func adversarialLosses() {
    expectGradients(of: generator, "g") { generatorLoss($0, discriminator, 0) }
    expectGradients(of: discriminator, "d") { discriminatorLoss($0, generator, 0) }
  }

  @Test func gradientsOfGradients() {
    expectGradients(of: discriminator, "r1") { $0.steepness(at: real.value) }
    expectGradients(of: generator, "path", pathLoss)
  }

  @Test func threeStepsOfTraining() throws {
    var (generator, discriminator) = (generator, discriminator)
    var adamG = Adam(for: generator, rate: 2e-3, momentum: 0, squareMomentum: 0.99)
    var adamD = Adam(for: discriminator, rate: 2e-3, momentum: 0, squareMomentum: 0.99)
    for step in 0..<3 {
      let d = valueAndGradients(of: discriminator) { discriminatorLoss($0, generator, step) }
      expectEqual(Tensor(d.value), "step.\(step).d", 1e-2)
      adamD.update(&discriminator, d.gradients)
      if step == 0 {
        let r1 = valueAndGradients(of: discriminator) { $0.steepness(at: real.value) * 5 }
        adamD.update(&discriminator, r1.gradients)
      }
      let g = valueAndGradients(of: generator) { generatorLoss($0, discriminator, step) }
      expectEqual(Tensor(g.value), "step.\(step).g", 1e-2)
      adamG.update(&generator, g.gradients)
      if step == 0 {
        let path = valueAndGradients(of: generator) { pathLoss($0) * 2 }
        adamG.update(&generator, path.gradients)
      }
    }
    expectEqual(picture(0, of: generator).value, "trained.picture", 1e-2)
    expectEqual(discriminator(real).value, "trained.scores", 1e-2)
  }

  private var real: Variable { Variable(stored["real"]!) }

  private func noise(_ step: Int) -> [Variable] {
    (0..<5).map { Variable(stored["noise.\(step).\($0)"]!) }
  }

  private func styles(_ step: Int, _ generator: StyleGenerator) -> Variable {
    generator.styles(generator.style(of: Variable(stored["latents.\(step)"]!)))
  }

  private func picture(_ step: Int, of generator: StyleGenerator) -> Variable {
    generator.synthesis(styles(step, generator), noise: noise(step)).picture
  }

  private func generatorLoss(
    _ generator: StyleGenerator, _ discriminator: StyleDiscriminator, _ step: Int
  ) -> Variable {
    logisticGeneratorLoss(generated: discriminator(picture(step, of: generator)))
  }

  private func discriminatorLoss(
    _ discriminator: StyleDiscriminator, _ generator: StyleGenerator, _ step: Int
  ) -> Variable {
    let generated = picture(step, of: generator).detached()
    return logisticDiscriminatorLoss(
      real: discriminator(real), generated: discriminator(generated))
  }

  private func pathLoss(_ generator: StyleGenerator) -> Variable {
    let lengths = generator.pathLengths(
      styles(0, generator), noise: noise(0), directions: stored["directions"]!)
    return square(lengths - Variable(Tensor(0.7))).mean()
  }

  private func expectGradients<Network: Trainable>(
    of network: Network, _ name: String, _ loss: (Network) -> Variable
  ) {
    let (value, gradients) = valueAndGradients(of: network, loss)
    expectEqual(Tensor(value), name, 1e-3)
    for (parameter, gradient) in zip(gradients.names, gradients.values) {
      expectEqual(gradient, "\(name).\(parameter)", 1e-3)
    }
  }

  private func expectEqual(_ value: Tensor, _ name: String, _ tolerance: Float) {
    guard let expected = stored[name], value.count == expected.count else {
      Issue.record("\(name): \(value.shape), not \(stored[name]?.shape ?? [])")
      return
    }
    let scale = expected.values.map(Swift.abs).max() ?? 0
    let worst = zip(value.values, expected.values).map { Swift.abs($0 - $1) }.max() ?? 0
    #expect(worst <= tolerance * max(scale, 1e-3), "\(name): off by \(worst / scale)")
  }
}
