import Foundation
import TestSupport

@testable import Renders

/// A PBS server that is a folder: its commands are those in StandIns, and the built-in description is told to use them.
final class StandInPBS {
  private let folder = TemporaryFolder()
  let library: BatchLibrary

  init() throws {
    let files = FileManager.default
    let own = Bundle.module.url(forResource: "StandIns", withExtension: nil)!.path
    var text = String(decoding: PackageResources.pbs_toml, as: UTF8.self)
    for command in ["qsub", "qstat", "qdel"] {
      try files.copyItem(atPath: "\(own)/\(command)", toPath: folder / command)
      text = text.replacingOccurrences(of: "\"\(command)\"", with: "\"\(folder / command)\"")
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder / "pbs.toml"))
    library = BatchLibrary(folder: folder.path)
    try files.createDirectory(atPath: folder / "server/jobs", withIntermediateDirectories: true)
    try put("122", into: "next")
    try put("", into: "workq")
  }

  /// `full`, `down` and `history` are what a server may be or keep.
  func put(_ text: String, into file: String) throws {
    try Data("\(text)\n".utf8).write(to: URL(fileURLWithPath: folder / "server/\(file)"))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: folder / "server/\(file)")
  }

  /// Gives an element a state: `Q`, `R`, `X`.
  func set(_ state: String, _ element: Int?, of job: Int) throws {
    try put(state, into: "jobs/\(job)/\(element.map { "[\($0)]" } ?? "single")")
  }

  func state(_ element: Int?, of job: Int) throws -> String {
    let file = folder / "server/jobs/\(job)/\(element.map { "[\($0)]" } ?? "single")"
    return try String(contentsOfFile: file, encoding: .utf8).filter { $0 != "\n" }
  }

  func script(of job: Int) throws -> String {
    try String(contentsOfFile: folder / "server/jobs/\(job)/script", encoding: .utf8)
  }

  var jobs: Int {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder / "server/jobs").count }
  }
}
