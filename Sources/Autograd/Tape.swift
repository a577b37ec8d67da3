import Synchronization
public import Tensors

/// One recorded operation: for each tracked input the rule that makes its gradient of the output's.
///
/// A rule is itself written with operations on variables. So when it runs while recording, the
/// gradient has a tape of its own, and gradients of gradients need nothing else.
final class Node {
  /// The way of a gradient on to one input.
  struct Edge {
    let input: Node
    let rule: (Variable) -> Variable
  }

  /// Later operations have larger numbers, so descending order visits each node after all its uses.
  let number: Int
  private(set) var edges: [Edge]
  private var isSpent = false

  private static let recorded = Atomic<Int>(0)

  init(edges: [Edge]) {
    number = Self.recorded.add(1, ordering: .relaxed).newValue
    self.edges = edges
  }

  /// Lets go of what the rules keep; the node cannot be differentiated any more.
  func spend() {
    isSpent = !edges.isEmpty
    edges = []
  }

  func checkUnspent() {
    require(
      !isSpent, "this tape was used up by an earlier gradient; pass keepingTape: true to that one")
  }
}

/// The value that several rules of one operation make first of the same gradient; made once where it is not recorded (what is recorded
/// may lead back to the operation, and would never be given back).
final class SharedRule<Result> {
  private let rule: (Variable) -> Result
  private var last: (gradient: Tensor, result: Result)?

  init(_ rule: @escaping (Variable) -> Result) { self.rule = rule }

  func callAsFunction(_ gradient: Variable) -> Result {
    if Tape.isRecording || gradient.isTracked { return rule(gradient) }
    if let last, last.gradient.sharesMemory(with: gradient.value) { return last.result }
    let result = rule(gradient)
    last = (gradient.value, result)
    return result
  }
}

enum Tape {
  /// Off while gradients are made that need no gradients themselves.
  @TaskLocal static var isRecording = true
}

extension Variable {
  /// The result of an operation, with a rule for each input: from the gradient of the result to the
  /// gradient of that input, of its shape.
  ///
  /// This is how operations are added: rules are written with operations on variables, and keep
  /// only what they need.
  public static func recorded(
    _ value: Tensor, _ inputs: (Variable, (Variable) -> Variable)...
  ) -> Variable {
    recorded(value, inputs.map { $0 })
  }

  static func recorded(
    _ value: Tensor, _ inputs: [(Variable, (Variable) -> Variable)]
  ) -> Variable {
    guard inputs.contains(where: { $0.0.isTracked }), Tape.isRecording else {
      return Variable(value)
    }
    let edges = inputs.compactMap { input, rule in
      input.node.map { Node.Edge(input: $0, rule: rule) }
    }
    return Variable(value, Node(edges: edges))
  }

  /// Runs `body` without recording anything.
  public static func withoutTape<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Tape.$isRecording.withValue(false, operation: body)
  }
}
