internal import Autograd
internal import Learning
internal import Tensors

/// Two convolutions beside a plain way, each after a normalisation whose scale and shift a map makes: `[N, C, H, W]` to
/// `[N, O, H, W]`. (SPADE's residual block; Park et al. 2019)
struct MappedBlock: Trainable {
  private var firstNorm: SPADE
  private var first: Convolution
  private var secondNorm: SPADE
  private var second: Convolution
  private var skip: Convolution?

  init(
    _ inputs: Int, _ outputs: Int, mapChannels: Int, hidden: Int, kind: SPADE.Kind,
    using random: inout RandomStream
  ) {
    let middle = min(inputs, outputs)
    firstNorm = SPADE(inputs, mapChannels: mapChannels, hidden: hidden, kind: kind, using: &random)
    first = Convolution(inputs, middle, kernel: 3, spectral: true, using: &random)
    secondNorm = SPADE(middle, mapChannels: mapChannels, hidden: hidden, kind: kind, using: &random)
    second = Convolution(middle, outputs, kernel: 3, spectral: true, using: &random)
    skip =
      inputs == outputs
      ? nil
      : Convolution(inputs, outputs, kernel: 1, bias: false, spectral: true, using: &random)
  }

  func callAsFunction(_ x: Variable, map: Variable) -> Variable {
    let inner = first(leakyRelu(firstNorm(x, map: map)))
    return second(leakyRelu(secondNorm(inner, map: map)), adding: skip?(x) ?? x)
  }

  mutating func walk(_ visit: inout Walker) {
    visit("firstNorm", &firstNorm)
    visit("first", &first)
    visit("secondNorm", &secondNorm)
    visit("second", &second)
    visit("skip", &skip)
  }
}

/// A recurrent unit on a plane: what a place remembers changes with what it sees (ConvGRU; Ballas et al. 2016), first along rows, then
/// along columns (Teed and Deng 2020).
struct PlaneMemory: Trainable {
  private var alongRows: Pass
  private var alongColumns: Pass

  init(_ inputs: Int, memory: Int, using random: inout RandomStream) {
    alongRows = Pass(inputs, memory: memory, kernel: (1, 5), using: &random)
    alongColumns = Pass(inputs, memory: memory, kernel: (5, 1), using: &random)
  }

  /// - Parameters:
  ///   - memory: `[N, M, H, W]`.
  ///   - seen: `[N, C, H, W]`.
  /// - Returns: the new memory.
  func callAsFunction(_ memory: Variable, seeing seen: Variable) -> Variable {
    alongColumns(alongRows(memory, seen), seen)
  }

  mutating func walk(_ visit: inout Walker) {
    visit("alongRows", &alongRows)
    visit("alongColumns", &alongColumns)
  }

  private struct Pass: Trainable {
    /// Of both gates: how much is replaced, and how much of the memory the candidate sees.
    private var gates: Variable
    private var gateBias: Variable
    private var candidate: Variable
    private var candidateBias: Variable

    init(_ inputs: Int, memory: Int, kernel: (Int, Int), using random: inout RandomStream) {
      let width = inputs + memory
      let xavier = Initialisation.xavier
      gates = Variable(xavier([2 * memory, width, kernel.0, kernel.1], using: &random))
      gateBias = Variable(.zeros([2 * memory]))
      candidate = Variable(xavier([memory, width, kernel.0, kernel.1], using: &random))
      candidateBias = Variable(.zeros([memory]))
    }

    func callAsFunction(_ memory: Variable, _ seen: Variable) -> Variable {
      let (rows, columns) = (gates.shape[2] / 2, gates.shape[3] / 2)
      let steps = ConvolutionSteps(
        padding: Padding(top: rows, left: columns, bottom: rows, right: columns))
      let width = memory.shape[1]
      let open = sigmoid(
        convolution(concatenated(memory, seen), gates, bias: gateBias, steps))
      let replaced = open.sliced(0..<width, axis: 1)
      let recalled = open.sliced(width..<2 * width, axis: 1)
      let next = tanh(
        convolution(concatenated(recalled * memory, seen), candidate, bias: candidateBias, steps))
      return memory + replaced * (next - memory)
    }

    mutating func walk(_ visit: inout Walker) {
      visit("gates", &gates)
      visit("gateBias", &gateBias)
      visit("candidate", &candidate)
      visit("candidateBias", &candidateBias)
    }
  }
}
