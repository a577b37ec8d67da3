import FoundationEssentials
import ImageFormats

/// The last answer of a scheduler about a project's renders: `renders/schedulers/NAME.json`, so that not everybody who looks asks.
struct BatchAnswer: Hashable, Sendable, Codable {
  struct Sight: Hashable, Sendable, Codable {
    var phase: BatchSystem.Phase
    /// The scheduler's word.
    var word: String
    /// Why it waits or how it ended; empty where that is not said.
    var reason = ""
    /// Whether that is that its time to start is not there yet; nil in what older versions wrote.
    var isDelayed: Bool?

    func because(_ reason: String, isDelayed: Bool) -> Sight {
      var sight = self
      sight.reason = reason
      if isDelayed { sight.isDelayed = true }
      return sight
    }

    /// "TIMEOUT", "F, Exit_status = 1".
    var description: String { reason.isEmpty ? word : "\(word), \(reason)" }
  }

  /// The time at which it was asked, in seconds since 1970 by the clock of who asked.
  var time: Int
  /// Why there is no answer.
  var problem: RenderReason?
  /// By the numbers of elements and jobs.
  var sights: [String: Sight] = [:]

  /// The answer about a ticket; about the whole job where elements are not listed.
  func sight(of ticket: BatchTicket) -> Sight? {
    ticket.element.flatMap { sights[$0] } ?? ticket.job.flatMap { sights[$0] }
  }

  init(time: Int, problem: RenderReason? = nil, sights: [String: Sight] = [:]) {
    self.time = time
    self.problem = problem
    self.sights = sights
  }

  /// Nil where nobody has asked yet.
  init?(file: String) {
    guard let bytes = try? readBytes(file, limit: 1 << 26),
      let answer = try? JSONDecoder().decode(BatchAnswer.self, from: Data(bytes))
    else { return nil }
    self = answer
  }

  /// An answer that cannot be written is asked for again.
  func write(to file: String) {
    guard let bytes = try? JSONEncoder().encode(self), var target = try? AtomicFile(replacing: file)
    else { return }
    guard (try? target.write(Array(bytes))) != nil else { return }
    try? target.commit()
  }
}
