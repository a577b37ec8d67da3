import FoundationEssentials
import Glibc
import ImageFormats
import Projects

// Two programs may want to hand the same render over at the same moment, and there are no locks to rely on. So the ticket is made
// first, exclusively, without a number, and the number put in when the scheduler has given one.

/// A render's standing with a batch system: `ticket.json` in its folder, from before it is handed over until it is taken back or done
/// again.
public struct BatchTicket: Hashable, Sendable, Codable {
  public var runner: String
  /// The whole job's number; nil while it is handed over.
  public var job: String?
  /// Its own: of one element of the job.
  public var element: String?
  /// The time at which it was handed over, in seconds since 1970 by the clock of the machine that did so.
  public var time: Int
  /// The number of attempts that there were then.
  public var attempts: Int

  init(
    runner: String, job: String? = nil, element: String? = nil, time: Int, attempts: Int
  ) {
    self.runner = runner
    self.job = job
    self.element = element
    self.time = time
    self.attempts = attempts
  }

  static let file = "ticket.json"

  /// Nil where it cannot be read, as while it is written.
  init?(in folder: String) {
    guard let bytes = try? readBytes("\(folder)/\(BatchTicket.file)", limit: 65_536),
      let ticket = try? JSONDecoder().decode(BatchTicket.self, from: Data(bytes))
    else { return nil }
    self = ticket
  }

  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do {
      return Array(try encoder.encode(self))
    } catch {
      preconditionFailure("a ticket is always JSON: \(error)")
    }
  }

  /// Makes it, unless the render has one.
  ///
  /// - Returns: whether it was made.
  func claim(in folder: String, of project: ProjectFolder) throws(ProjectError) -> Bool {
    let descriptor = open(
      "\(folder)/\(BatchTicket.file)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      if errno == EEXIST || errno == ENOENT { return false }
      throw ProjectError(.writing(errno), path: project.path)
    }
    defer { close(descriptor) }
    let bytes = bytes
    if bytes.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) < bytes.count {
      BatchTicket.remove(from: folder)
      throw ProjectError(.diskFull, path: project.path)
    }
    return true
  }

  static func remove(from folder: String) { unlink("\(folder)/\(file)") }
}
