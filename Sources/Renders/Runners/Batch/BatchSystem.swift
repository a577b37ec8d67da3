// Batch systems do the same under other names: they take a script, give it a number, and tell a word for its state. The
// differences are data: a description (runners/slurm.toml says what is in one), so that a site adds its own without a compiler.

/// The way to talk to one batch system: commands, options, and the words it answers with.
public struct BatchSystem: Sendable {
  public let name: String
  /// The nurie that the nodes run: an absolute path; nil for the one that runs now.
  var program: String?
  /// Lines of shell that come first in the job.
  var setup: [String] = []
  var submission = Submission()
  /// Words by the options' names: `array`, `cores` and those of `BatchResources`.
  var options: [String: [String]] = [:]
  /// Nil where it starts no program on several ranks.
  var ranks: Ranks?
  var cancellation = Question()
  var status = Question()
  /// Asked about what `status` does not know; nil where there is no such command.
  var ended: Question?
  var phases: [String: Phase] = [:]
  /// Reasons that say nothing.
  var silent: Set<String> = []
  /// Reasons that say that its time to start is not there yet.
  var delayed: Set<String> = []

  init(name: String) { self.name = name }

  enum Phase: String, Sendable, Codable { case waiting, running, ended }

  struct Submission: Sendable {
    var command: [String] = []
    var number = Pattern.never
    var job = ""
    var single = ""
    var element = ""
    var index = ""
    var largest = 1000
  }

  /// The way to start one program on several ranks, which OpenMPI joins.
  struct Ranks: Sendable {
    /// Words of the submission.
    var options: [String] = []
    /// A line of shell that goes before the program.
    var launch = ""
  }

  /// A command, and how its answer is read.
  struct Question: Sendable {
    var command: [String] = []
    var id = Pattern.never
    var state = Pattern.never
    var reason: Pattern?
    var gone: Pattern?
    var every = 15
  }

  /// The words of a command with everything put in that its words stand for.
  static func filled(_ words: [String], with values: [String: [String]]) -> [String] {
    words.flatMap { word -> [String] in
      if word.hasPrefix("{"), word.hasSuffix("}"),
        let value = values[String(word.dropFirst().dropLast())]
      {
        return value
      }
      return [filled(word, with: values)]
    }
  }

  static func filled(_ word: String, with values: [String: [String]]) -> String {
    var text = ""
    var rest = word[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      text += rest[..<open]
      // Once: what is put in may hold braces itself.
      text +=
        values[String(rest[rest.index(after: open)..<close])]?.joined(separator: ",")
        ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// The name of a job after it was handed over.
  ///
  /// - Parameters:
  ///   - answer: all that the command printed.
  ///   - count: how many elements it has.
  /// - Returns: the job, and its elements in order; nil where the answer names none.
  func numbers(in answer: String, count: Int) -> (job: String, elements: [String])? {
    for line in answer.split(whereSeparator: \.isNewline) {
      guard let held = submission.number.captures(in: line) else { continue }
      var values: [String: [String]] = [:]
      for (place, text) in held.enumerated() { values["\(place + 1)"] = [text] }
      if count == 1 {
        let single = BatchSystem.filled(submission.single, with: values)
        return (single, [single])
      }
      let elements = (1...count).map { index in
        BatchSystem.filled(
          submission.element, with: values.merging(["index": ["\(index)"]]) { $1 })
      }
      return (BatchSystem.filled(submission.job, with: values), elements)
    }
    return nil
  }
}
