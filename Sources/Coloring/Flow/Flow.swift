internal import Raster

/// One run through the stages: asks the cache, computes what it lacks, and tells how far it is.
///
/// The machine is no part of a key. Its instruction set may change the last bit of what the C library's `exp` or `pow` gives, and
/// that has moved no region, match or pixel of the samples; keyed by it, the studio would not find what a cluster's
/// nodes did. A network, whose sums differ more, has to name its kernels in its occupant's version.
struct Flow<Cache: StageCache>: Sendable {
  let cache: Cache
  let work: Work
  private let progress: @Sendable (ColoringProgress) -> Void
  private let told: FlowProgress

  /// - Parameter runs: how often each stage runs in this flow.
  init(
    runs: [StageKind: Int], cache: Cache, work: Work,
    progress: @escaping @Sendable (ColoringProgress) -> Void
  ) {
    self.cache = cache
    self.work = work
    self.progress = progress
    told = FlowProgress(runs)
  }

  /// A stage's product under its key, from the cache or computed.
  ///
  /// - Parameter run: which of several runs of the stage this is.
  func product<S: Stage>(_ stage: S, run: Int = 0) throws -> Keyed<S.Product> {
    try work.checkCancelled()
    let key = ContentKey(of: KeyOfStage(stage: stage))
    let value: S.Product
    if let known = cache.value(for: key, of: S.kind) as? S.Product {
      value = known
    } else {
      let report: @Sendable (Double) -> Void = { share in
        if share < 1 { tell(S.kind, run: run, share: share) }
      }
      report(0)
      value = try stage.run(
        Work(threads: work.threads, isCancelled: { work.isCancelled }, report: report))
      cache.store(value, for: key, of: S.kind)
    }
    tell(S.kind, run: run, share: 1, preview: stage.preview(of: value))
    return Keyed(value, key: key)
  }

  /// Says how far one of a stage's runs is.
  func tell(_ kind: StageKind, run: Int, share: Double, preview: FlatsPreview? = nil) {
    let (stage, overall) = told.note(kind, run: run, share: share)
    var picture: (@Sendable (Int) -> Image)?
    if let preview { picture = { preview.image(longestSide: $0) } }
    progress(ColoringProgress(stage: kind, share: stage, overall: overall, preview: picture))
  }
}

/// The ingredients of a product's key: which stage, its version, its inputs.
private struct KeyOfStage<S: Stage>: Encodable {
  let name = S.kind.rawValue
  let version = S.kind.version
  let stage: S
}
