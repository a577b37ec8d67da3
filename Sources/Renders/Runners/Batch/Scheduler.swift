import Glibc
import ImageFormats
import Projects

/// A batch system that is talked to about a project: it is handed work, asked after it, and gives it back.
struct Scheduler {
  let system: BatchSystem
  let project: ProjectFolder

  /// Hands over a script.
  ///
  /// - Parameters:
  ///   - file: the script.
  ///   - count: how many elements the job has.
  ///   - cores: for each.
  /// - Returns: the job's number and those of its elements.
  /// - Throws: `RenderError` with what the batch system says: a full queue, an unknown partition.
  func submit(_ file: String, count: Int, cores: Int, resources: BatchResources) throws -> (
    job: String, elements: [String]
  ) {
    var options: [String] = []
    if count > 1 { options += try words(of: "array", "\(count)") }
    if system.options["cores"] != nil { options += try words(of: "cores", "\(cores)") }
    return try submit(
      file, options: options, count: count, resources: resources,
      refused: "refused the renders",
      advice: "; they go on waiting, and nurie render --continue tries again")
  }

  /// Hands over a script that is a single job of its own options.
  ///
  /// - Throws: `RenderError` with what the batch system says.
  func submit(_ file: String, options: [String], resources: BatchResources) throws -> String {
    try submit(
      file, options: options, count: 1, resources: resources, refused: "refused the job",
      advice: ""
    ).job
  }

  /// The words of an option.
  private func words(of name: String, _ value: String) throws -> [String] {
    guard let words = system.options[name] else {
      throw RenderError("the runner \(system.name) has no option for \(name)")
    }
    return BatchSystem.filled(words, with: ["value": [value]])
  }

  private func submit(
    _ file: String, options: [String], count: Int, resources: BatchResources, refused: String,
    advice: String
  ) throws -> (job: String, elements: [String]) {
    var options = options
    for (name, value) in zip(BatchResources.names, resources.values) {
      if let value { options += try self.words(of: name, value) }
    }
    let words = BatchSystem.filled(
      system.submission.command,
      with: [
        "options": options, "script": [file], "folder": [project.path],
        "name": [JobName.of(project.name)],
        "user": [LockHolder.own().user],
      ])
    let call = try ToolCall(words)
    guard call.status == 0 else {
      throw RenderError(
        "\(system.name) \(refused) (\(call.complaint))\(advice)")
    }
    guard let numbers = system.numbers(in: call.output, count: count) else {
      throw RenderError(
        "\(system.name) accepted them, but the output of \(words[0]) names no job: \(call.output.prefix(200))"
      )
    }
    return numbers
  }

  /// Asks what became of tickets.
  func ask(_ tickets: [BatchTicket], now: Int) -> BatchAnswer {
    let tickets = tickets.filter { $0.job != nil }
    if tickets.isEmpty { return BatchAnswer(time: now) }
    do {
      var answer = BatchAnswer(time: now, sights: try ask(system.status, about: tickets))
      let lost = tickets.filter { answer.sight(of: $0) == nil }
      // Without accounting there is no answer, and none is needed.
      if let ended = system.ended, !lost.isEmpty,
        let sights = try? ask(ended, about: lost)
      {
        answer.sights.merge(sights.filter { $0.value.phase == .ended }) { old, _ in old }
      }
      return answer
    } catch {
      return BatchAnswer(
        time: now, problem: .batch(system.name, .silent("\(error)")))
    }
  }

  /// Takes waiting elements back. Those that are not there any more are no failure.
  func cancel(_ tickets: [BatchTicket]) throws {
    let tickets = tickets.filter { $0.element != nil }
    if tickets.isEmpty { return }
    let call = try ToolCall(words(system.cancellation, tickets))
    if call.status != 0, !isGone(call, system.cancellation) {
      throw RenderError("\(system.name) did not cancel them: \(call.complaint)")
    }
  }

  private func ask(_ question: BatchSystem.Question, about tickets: [BatchTicket]) throws
    -> [String: BatchAnswer.Sight]
  {
    let call = try ToolCall(words(question, tickets))
    if call.status != 0, !isGone(call, question) { throw RenderError(call.complaint) }
    return system.sights(in: call.output, of: question)
  }

  private func words(_ question: BatchSystem.Question, _ tickets: [BatchTicket]) -> [String] {
    BatchSystem.filled(
      question.command,
      with: [
        "jobs": Set(tickets.compactMap(\.job)).sorted(),
        "elements": tickets.compactMap(\.element), "folder": [project.path],
        "user": [LockHolder.own().user],
      ])
  }

  /// Whether all that a command complains of is that something is not there any more.
  private func isGone(_ call: ToolCall, _ question: BatchSystem.Question) -> Bool {
    guard let gone = question.gone?.reader() else { return false }
    let lines = call.errors.split(whereSeparator: \.isNewline)
    return !lines.isEmpty && lines.allSatisfy { gone($0) != nil }
  }

}
