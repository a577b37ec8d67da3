import Coloring
import Foundation
import ImageFormats
import Raster

/// How soon work stops when asked to: `benchmarks cancel`.
///
/// An A4 page at 600 dpi, enlarged from a sample, is coloured and written. Each step is asked to stop
/// at moments spread evenly over it; the table gives the time from the request to the throw.
struct CancelBenchmark {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "nurie-cancel-\(ProcessInfo.processInfo.processIdentifier)").path

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let work = Work(threads: 2)
    func page(_ file: String) throws -> Image {
      try ImageFile.read(file).pixels.resized(width: 4960, height: 7016, .lanczos, work: work)
    }
    let inputs = ColoringInputs(
      drawing: try page("samples/hana/akimbo/line.png"),
      references: [try page("samples/hana/reference.png")])
    try PNG.write(inputs.drawing, to: folder + "/line.png")

    print("step             takes ms  requests   stops after ms: median    95th     max")
    try measure("read PNG") { _ = try ImageFile.read(folder + "/line.png", work: $0) }
    let known = MemoryCache()
    let result = try Coloring.run(inputs, cache: known, work: work)
    for stage in StageKind.allCases {
      try measure(stage.rawValue) { work in
        _ = try Coloring.run(inputs, cache: CacheBefore(stage, of: known), work: work)
      }
    }
    try measure("all layers") { _ = try result.layered(work: $0) }
    let layers = try result.layered(work: work)
    for format in LayeredFormat.all {
      try measure("write \(format.ending.uppercased())") {
        try format.write(
          layers, to: folder + "/page" + format.suffix, merged: result.image, work: $0)
      }
    }
    try measure("write PNG") {
      try PNG.write(result.image, to: folder + "/page.png", work: $0)
    }
  }

  private func measure(_ name: String, _ step: (Work) throws -> Void) throws {
    let clock = ContinuousClock()
    func seconds(_ work: Work) throws -> Double {
      try clock.measure { do { try step(work) } catch is Cancelled {} } / .seconds(1)
    }
    let whole = try seconds(Work(threads: 2))
    // One request for each 50 ms of the step, within reason.
    let count = min(24, max(8, Int(whole / 0.05)))
    let delays = try (0..<count).map { index in
      let moment = whole * (Double(index) + 0.5) / Double(count)
      let start = clock.now
      let request = start + .seconds(moment)
      return try seconds(Work(threads: 2, isCancelled: { clock.now >= request })) - moment
    }
    let milliseconds = delays.filter { $0 > 0 }.sorted().map { $0 * 1000 }
    guard let longest = milliseconds.last else { return }
    print(
      name.padding(toLength: 14, withPad: " ", startingAt: 0),
      String(
        format: "%10.0f %9d %24.1f %7.1f %7.1f", whole * 1000, count,
        milliseconds[milliseconds.count / 2], milliseconds[milliseconds.count * 95 / 100], longest))
  }
}

/// Knows the results of the stages before one, so that a run begins there, and ends the run after it.
private struct CacheBefore: StageCache {
  private let stage: StageKind
  private let known: MemoryCache

  init(_ stage: StageKind, of known: MemoryCache) {
    self.stage = stage
    self.known = known
  }

  func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    stage == self.stage ? nil : known.value(for: key, of: stage)
  }

  func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {}
}
