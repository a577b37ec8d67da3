/// A linear map between two rows of pixels, with few inputs an output: nearest and bilinear
/// resizing, average pooling, padding, cropping and blurs are all such maps, once for the rows of
/// an image and once for its columns; and the gradient of each is its transpose.
public struct LinearMap: Sendable, Equatable {
  /// Sides of the input and of the output.
  public let inputs: Int
  public let outputs: Int
  /// The taps of output `i` are those from `starts[i]` to `starts[i + 1]`.
  let starts: [Int32]
  let sources: [Int32]
  let weights: [Float]

  /// - Parameter taps: for each output the inputs it sums, with their weights.
  public init(inputs: Int, taps: [[(source: Int, weight: Float)]]) {
    self.inputs = inputs
    outputs = taps.count
    var starts: [Int32] = [0]
    for list in taps {
      require(
        list.allSatisfy { $0.source >= 0 && $0.source < inputs },
        "LinearMap: a tap not in 0..<\(inputs)")
      starts.append(starts.last! + Int32(list.count))
    }
    self.starts = starts
    sources = taps.joined().map { Int32($0.source) }
    weights = taps.joined().map(\.weight)
  }

  /// Inputs and outputs exchanged.
  public var transposed: LinearMap {
    var taps = [[(source: Int, weight: Float)]](repeating: [], count: inputs)
    for output in 0..<outputs {
      for tap in Int(starts[output])..<Int(starts[output + 1]) {
        taps[Int(sources[tap])].append((output, weights[tap]))
      }
    }
    return LinearMap(inputs: outputs, taps: taps)
  }

  var isIdentity: Bool {
    inputs == outputs && sources.count == outputs
      && sources.indices.allSatisfy {
        starts[$0] == Int32($0) && sources[$0] == Int32($0) && weights[$0] == 1
      }
  }

  public static func identity(_ side: Int) -> LinearMap {
    LinearMap(inputs: side, taps: (0..<side).map { [($0, 1)] })
  }

  /// Every output is the input it lies in.
  public static func nearest(_ inputs: Int, to outputs: Int) -> LinearMap {
    LinearMap(inputs: inputs, taps: (0..<outputs).map { [($0 * inputs / outputs, 1)] })
  }

  /// Every output is between the two inputs whose centres are next to its own; the ends
  /// are continued. (Shrinking to less than half skips inputs: average first.)
  public static func bilinear(_ inputs: Int, to outputs: Int) -> LinearMap {
    let scale = Float(inputs) / Float(outputs)
    return LinearMap(
      inputs: inputs,
      taps: (0..<outputs).map { output in
        let position = min(max((Float(output) + 0.5) * scale - 0.5, 0), Float(inputs - 1))
        let low = Int(position)
        let share = position - Float(low)
        if share == 0 { return [(low, 1)] }
        return [(low, 1 - share), (min(low + 1, inputs - 1), share)]
      })
  }

  /// Every output is the mean of `kernel` inputs, `stride` from the last; inputs that fill no
  /// kernel are left over.
  public static func average(_ inputs: Int, kernel: Int, stride: Int) -> LinearMap {
    require(
      kernel >= 1 && stride >= 1 && kernel <= inputs,
      "average: kernel \(kernel), stride \(stride), side \(inputs)")
    return LinearMap(
      inputs: inputs,
      taps: (0...(inputs - kernel) / stride).map { output in
        (0..<kernel).map { (output * stride + $0, 1 / Float(kernel)) }
      })
  }

  /// The values beyond the ends of a row.
  public enum Border: Sendable {
    case zero
    /// The inputs in reverse, without the last one itself; the padding must be shorter than the
    /// row.
    case reflect
    /// The last input.
    case replicate
  }

  /// The inputs with `before` and `after` more; negative numbers crop.
  public static func padding(_ inputs: Int, before: Int, after: Int, _ border: Border) -> LinearMap
  {
    require(
      before + after + inputs >= 0 && (border != .reflect || max(before, after) < inputs),
      "padding: \(before) and \(after) around \(inputs), \(border)")
    return LinearMap(
      inputs: inputs,
      taps: (-before..<inputs + after).map { position in
        if position >= 0 && position < inputs { return [(position, 1)] }
        switch border {
        case .zero: return []
        case .replicate: return [(position < 0 ? 0 : inputs - 1, 1)]
        case .reflect: return [(position < 0 ? -position : 2 * (inputs - 1) - position, 1)]
        }
      })
  }
}
