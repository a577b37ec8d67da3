import FoundationEssentials
import Glibc

/// A line of a training's log.
public struct TrainingRecord: Codable, Sendable, Equatable {
  public var step: Int
  /// Drawn samples learned from so far.
  public var samples: Int
  /// Since this training was started or gone on with.
  public var seconds: Double
  /// Means since the line before, by name.
  public var losses: [String: Double]?
  /// On what it never learns from, by name.
  public var figures: [String: Double]?
  /// A remark for whoever reads the log.
  public var note: String?
}

/// A reason why a training's log cannot be kept.
public struct TrainingLogError: Error, CustomStringConvertible, Equatable {
  public let description: String
}

/// A training's log: a JSON object a line.
struct TrainingLog {
  private let path: String
  private let file: Int32

  /// Opens a log, or begins one.
  ///
  /// - Parameter step: where training goes on: later lines, of steps that are made again, go away.
  /// - Throws: `TrainingLogError`.
  init(path: String, goingOnAt step: Int) throws(TrainingLogError) {
    self.path = path
    let all = try Self.records(in: path)
    let kept = step > 0 ? all.filter { $0.step <= step } : []
    if kept.count < all.count { try Self.replace(path, by: kept) }
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Self.failure(path, "opened") }
  }

  /// Writes the lines beside the file and renames them: what was there stays until they are whole.
  private static func replace(
    _ path: String, by records: [TrainingRecord]
  ) throws(TrainingLogError) {
    let temporary = "\(path).\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path, "written") }
    defer { close(file) }
    var text = ""
    for record in records { text += try line(record, path) }
    do {
      try write(text, to: file, path)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      defer { unlink(temporary) }
      throw failure(path, "written")
    }
  }

  func append(_ record: TrainingRecord) throws(TrainingLogError) {
    try Self.write(Self.line(record, path), to: file, path)
  }

  /// The lines that can be read; none where there is no such file.
  static func records(in path: String) throws(TrainingLogError) -> [TrainingRecord] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(TrainingRecord.self, from: Data($0))
    }
  }

  private static func line(
    _ record: TrainingRecord, _ path: String
  ) throws(TrainingLogError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(record) else {
      throw TrainingLogError(
        description: "\(path): a line could not be made of step \(record.step).")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func write(
    _ text: String, to file: Int32, _ path: String
  ) throws(TrainingLogError) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(path, "written") }
      done += count
    }
  }

  private static func failure(_ path: String, _ verb: String) -> TrainingLogError {
    TrainingLogError(
      description:
        "\(path): cannot be \(verb): \(String(cString: strerror(errno))). Make room or choose another folder; "
        + "the last checkpoint is kept.")
  }
}
