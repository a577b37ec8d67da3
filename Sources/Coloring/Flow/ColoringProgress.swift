public import Raster
internal import Synchronization

/// The progress of the flow.
public struct ColoringProgress: Sendable {
  public let stage: StageKind
  /// 0…1 of this stage; 1 is reported once, also where the product came from the cache.
  public let share: Double
  /// 0…1 of the whole flow.
  public let overall: Double
  /// The picture so far, no side longer than the given number of pixels; nil where
  /// nothing new can be shown. Made when called, in a few milliseconds a megapixel asked for.
  public let preview: (@Sendable (_ longestSide: Int) -> Image)?
}

/// Adds up how far the stages of one run are, some of which go on at once.
final class FlowProgress: Sendable {
  /// The number of runs of each stage; it counts once all of these are done.
  private let counts: [StageKind: Int]
  private let whole: Double
  private let done = Mutex<[StageKind: [Int: Double]]>([:])

  init(_ counts: [StageKind: Int]) {
    self.counts = counts
    whole = counts.keys.reduce(0) { $0 + $1.share }
  }

  /// Notes that one of a stage's runs has come to `share` of it.
  ///
  /// - Returns: 0…1 of the stage, over all its runs, and of the flow.
  func note(_ stage: StageKind, run: Int, share: Double) -> (stage: Double, overall: Double) {
    done.withLock { done in
      done[stage, default: [:]][run] = share
      // In one order, so that rounding never takes it back.
      let shares = StageKind.allCases.map { kind in
        let runs = (done[kind] ?? [:]).sorted { $0.key < $1.key }
        return runs.reduce(0) { $0 + $1.value } / Double(counts[kind] ?? 1)
      }
      let overall = zip(StageKind.allCases, shares).reduce(0) { $0 + $1.0.share * $1.1 }
      let own = zip(StageKind.allCases, shares).first { $0.0 == stage }?.1 ?? 0
      return (min(1, own), min(1, overall / whole))
    }
  }
}
