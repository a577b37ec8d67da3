import Autograd
import Raster
import Tensors
import Testing

@Suite struct TapeTests {
  @Test func nothingIsRecordedWithoutATrackedVariable() {
    let x = Variable(Tensor(2))
    #expect(!(x * x + exp(x)).isTracked)
    #expect((x.tracked() * x).isTracked)
    #expect(!Variable.withoutTape { (x.tracked() * x).isTracked })
  }

  @Test func memoryComesBackWhereNothingIsRecorded() {
    let memory = MemoryPool()
    Compute.with(Work(threads: 1), memory: memory) {
      var x = Variable(Tensor.ones([1000]))
      for _ in 0..<100 { x = relu(x * x) }
    }
    #expect(memory.allocationCount < 8)
  }

  @Test func gradientsOfGradientsOfGradients() {
    let x = Variable(Tensor(3)).tracked()
    let y = x * x * x * x
    let first = gradient(of: y, with: x, recording: true)
    let second = gradient(of: first, with: x, recording: true)
    let third = gradient(of: second, with: x)
    #expect(first.value.scalar == 108 && second.value.scalar == 108 && third.value.scalar == 72)
  }

  @Test func detachingStopsTheGradientAndUnusedInputsHaveNone() {
    let x = Variable(Tensor([1, 2], [2])).tracked()
    let other = Variable(Tensor([5, 6], [2])).tracked()
    let found = gradients(of: (x.detached() * x).sum(), with: [x, other])
    #expect(found[0].value.values == [1, 2] && found[1].value.values == [0, 0])
  }

  @Test func aKeptTapeCanBeUsedTwice() {
    let x = Variable(Tensor(3)).tracked()
    let y = square(x)
    #expect(gradient(of: y, with: x, keepingTape: true).value.scalar == 6)
    #expect(gradient(of: y, with: x).value.scalar == 6)
  }

  @Test func aUsedUpTapeSaysSo() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Variable(Tensor(3)).tracked()
      let y = square(x)
      _ = gradient(of: y, with: x)
      _ = gradient(of: y, with: x)
    }
    expect(result, says: "keepingTape")
  }

  @Test func wrongShapesNameBothAndTheOperation() async {
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Variable(.zeros([2, 3])) + Variable(.zeros([4]))
    }
    expect(sum, says: "add: [2, 3] and [4] do not broadcast")
    let images = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = convolution(Variable(.zeros([1, 3, 8, 8])), Variable(.zeros([4, 2, 3, 3])))
    }
    expect(images, says: "convolution: input [1, 3, 8, 8], weight [4, 2, 3, 3]")
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matrixProduct(Variable(.zeros([2, 3])), Variable(.zeros([2, 3])))
    }
    expect(product, says: "matrixProduct: [2, 3] · [2, 3]")
  }

  private func expect(_ result: ExitTest.Result?, says message: String) {
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(message), "\(text)")
  }

  /// The known answers of the generator's authors (Random123, kat_vectors).
  @Test func philoxGivesItsKnownAnswers() {
    var zero = RandomStream(seed: 0, stream: 0)
    #expect(zero.next() == 0xE169_C58D_6627_E8D5)
    #expect(zero.next() == 0x9B00_DBD8_BC57_AC4C)
  }

  @Test func streamsContinueFromTheirPosition() {
    var whole = RandomStream(seed: 5, stream: 9)
    for _ in 0..<5 { _ = whole.nextUniform() }
    var part = RandomStream(seed: 5, stream: 9, position: whole.position)
    #expect(part == whole)
    #expect((0..<9).map { _ in part.nextUniform() } == (0..<9).map { _ in whole.nextUniform() })
    var normal = RandomStream(seed: 5, stream: 10)
    let draws = (0..<20_000).map { _ in normal.nextNormal() }
    let mean = draws.reduce(0, +) / 20_000
    let square = draws.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(Swift.abs(mean) < 0.02 && Swift.abs(square - 1) < 0.03)
  }

  @Test func changingATensorLeavesItsCopiesAlone() {
    var a = Tensor([1, 2], [2])
    let b = a
    a.update { $0[0] = 9 }
    #expect(a.values == [9, 2] && b.values == [1, 2] && a[0] == 9)
  }
}
