import Autograd
import Tensors
import Testing

@testable import Networks

/// The matching of the texture network against what is written out number by number.
@Suite struct TextureMatchingTests {
  private func features(_ shape: [Int], seed: UInt64) -> Variable {
    var random = RandomStream(seed: seed, stream: 0)
    return unitLength(Variable(.normal(shape, using: &random)))
  }

  @Test func fullMatchFindsAMirroredPicture() {
    let reference = features([2, 8, 4, 6], seed: 1)
    let mirror = Indices((0..<6).reversed().map { Int32($0) })
    let drawing = reference.gathered(mirror, axis: 3)
    let match = FullMatch(drawing: drawing, reference: reference, temperature: 0.01)
    let places = match.best.value
    let colours = features([2, 3, 4, 6], seed: 2)
    let warp = match.warped(colours).value
    let back = match.warpedBack(match.warped(colours)).value
    for image in 0..<2 {
      for y in 0..<4 {
        for x in 0..<6 {
          #expect(places[image, 0, y, x] == Float(5 - x))
          #expect(places[image, 1, y, x] == Float(y))
          #expect(abs(warp[image, 1, y, x] - colours.value[image, 1, y, 5 - x]) < 0.05)
          #expect(abs(back[image, 1, y, x] - colours.value[image, 1, y, x]) < 0.05)
        }
      }
    }
  }

  @Test func windowHoldsThePlaceOfTheCoarserLevel() {
    let coarser = Variable(Tensor([3, 3.5, 1, 0.25], [1, 2, 1, 2]))
    let positions = Candidates(around: coarser, window: 3).positions
    #expect(positions.shape == [1, 2, 9, 2, 4])
    for (column, x) in [Float(6), 7, 7, 8].enumerated() {
      #expect(positions.value[0, 0, 4, 1, column] == x)
      #expect(positions.value[0, 0, 3, 1, column] == x - 2)
    }
    #expect(positions.value[0, 1, 4, 1, 0] == 3)
    #expect(positions.value[0, 1, 7, 0, 3] == 2.5)
  }

  /// One place alone knows the right shift; passed on, all places along the axis have it.
  @Test(arguments: [3, 4]) func neighboursPassOnWhatTheyFound(axis: Int) {
    let reference = features([1, 8, 12, 12], seed: 3)
    let drawing = reference.sliced(3..<8, axis: 2).sliced(4..<9, axis: 3)
    var positions = Variable(.zeros([1, 2, 2, 5, 5]))
    positions.update { out in
      for i in 0..<5 {
        let place = axis == 4 ? i * 5 + 2 : 2 * 5 + i
        out[25 + place] = Float(4 + place % 5)
        out[75 + place] = Float(3 + place / 5)
      }
    }
    var candidates = Candidates(positions: positions)
    for _ in 0..<2 {
      candidates = candidates.propagated(axis: axis, drawing: drawing, reference: reference)
    }
    let similar = candidates.similarities(drawing: drawing, reference: reference)
    let best = candidates.best(similar).value
    for y in 0..<5 {
      for x in 0..<5 {
        #expect(best[0, 0, y, x] == Float(4 + x))
        #expect(best[0, 1, y, x] == Float(3 + y))
      }
    }
  }

  @Test(arguments: [8, 11]) func similaritiesAreTheSameWithoutATape(channels: Int) {
    var random = RandomStream(seed: 11, stream: 0)
    let candidates = Candidates(
      positions: Variable(.uniform([2, 2, 3, 4, 5], in: -2...8, using: &random)))
    let drawing = features([2, channels, 4, 5], seed: 12)
    let reference = features([2, channels, 6, 7], seed: 13)
    let expected = candidates.similarities(drawing: drawing, reference: reference).value
    let found = candidates.similarities(drawing: drawing.value, reference: reference.value)
    #expect(found.shape == expected.shape)
    for (a, b) in zip(found.values, expected.values) { #expect(Swift.abs(a - b) < 1e-5) }
  }

  /// The gradients of a warp between pixels, which the released network lacks, against differences.
  @Test func gradientsReachPositionsAndFeatures() {
    var random = RandomStream(seed: 5, stream: 0)
    let inputs = [
      features([1, 4, 3, 3], seed: 6).value, features([1, 4, 6, 6], seed: 7).value,
      Tensor.uniform([1, 2, 2, 3, 3], in: 0.2...0.8, using: &random),
      Tensor.uniform([1, 3, 6, 6], using: &random),
    ]
    let base = Tensor.uniform([1, 2, 2, 3, 3], in: 0...4, using: &random)
    let whole = Variable(Tensor(base.values.map { $0.rounded(.down) }, base.shape))
    let weights = Variable(Tensor.uniform([1, 3, 3, 3], in: -1...1, using: &random))
    func loss(_ x: [Variable]) -> Variable {
      let candidates = Candidates(positions: whole + x[2])
      let shares = softmax(
        candidates.similarities(drawing: x[0], reference: x[1]) * 4, axis: 1)
      let place = candidates.meanPosition(shares: shares)
      return (candidates.warped(x[3], shares: shares) * weights).sum() + place.mean()
    }
    expectGradients(of: loss, at: inputs)
  }

  @Test func gradientsOfTheFullMatch() {
    var random = RandomStream(seed: 8, stream: 0)
    let weights = Variable(Tensor.uniform([1, 3, 3, 4], in: -1...1, using: &random))
    func loss(_ x: [Variable]) -> Variable {
      let match = FullMatch(drawing: x[0], reference: x[1], temperature: 0.5)
      return (match.warped(x[2]) * weights).sum() + square(match.warpedBack(weights)).sum()
    }
    expectGradients(
      of: loss,
      at: [
        features([1, 4, 3, 4], seed: 9).value, features([1, 4, 4, 4], seed: 10).value,
        Tensor.uniform([1, 3, 4, 4], using: &random),
      ])
  }

  private func expectGradients(of loss: ([Variable]) -> Variable, at inputs: [Tensor]) {
    let tracked = inputs.map { Variable($0).tracked() }
    let found = gradients(of: loss(tracked), with: tracked)
    let step: Float = 5e-3
    for (index, input) in inputs.enumerated() {
      let largest = found[index].value.values.map(Swift.abs).max() ?? 0
      #expect(largest > 1e-3, "input \(index) gets no gradient")
      for element in 0..<input.count {
        func moved(_ by: Float) -> Float {
          var values = input.values
          values[element] += by
          var all = inputs.map { Variable($0) }
          all[index] = Variable(Tensor(values, input.shape))
          return loss(all).value.scalar
        }
        let slope = (moved(step) - moved(-step)) / (2 * step)
        #expect(
          Swift.abs(slope - found[index].value.values[element]) < 0.01 * max(1, largest),
          "input \(index), element \(element)")
      }
    }
  }
}
