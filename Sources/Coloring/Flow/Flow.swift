internal import Raster
internal import Synchronization

/// One run through the stages: asks the cache, computes what it lacks, and tells how far it is.
struct Flow<Cache: StageCache> {
  let cache: Cache
  let work: Work
  let progress: @Sendable (ColoringProgress) -> Void

  /// The key of a stage's result, from the inputs that `combine` names.
  ///
  /// The machine is no part of it. Its instruction set may change the last bit of what the C library's `exp` or `pow` gives, and
  /// that has moved no region, match or pixel of the samples; keyed by it, the studio would not find what a cluster's
  /// nodes did. A network, whose sums differ more, has to name its kernels in its stage's key.
  func key(_ stage: Stage, _ combine: (inout ContentHasher) -> Void) -> ContentKey {
    var hasher = ContentHasher()
    hasher.combine(stage.rawValue)
    hasher.combine(stage.version)
    combine(&hasher)
    return hasher.key()
  }

  /// A stage's result, from the cache or computed.
  ///
  /// - Parameters:
  ///   - part: which of several runs of the stage this is.
  ///   - count: how many runs it has in this flow.
  ///   - preview: what the result lets one show of the picture.
  func result<Value: Sendable>(
    of stage: Stage, _ key: ContentKey, part: Int = 0, of count: Int = 1,
    preview: (Value) -> FlatsPreview? = { _ in nil }, compute: (Work) throws -> Value
  ) throws -> Value {
    try work.checkCancelled()
    let value: Value
    if let known = cache.value(for: key, of: stage) as? Value {
      value = known
    } else {
      let report: @Sendable (Double) -> Void = { [progress] share in
        let whole = (Double(part) + min(share, 1)) / Double(count)
        if whole < 1 { progress(ColoringProgress(stage: stage, share: whole, preview: nil)) }
      }
      let reporting = Work(
        threads: work.threads, isCancelled: { [work] in work.isCancelled }, report: report)
      reporting.report(0)
      value = try compute(reporting)
      cache.store(value, for: key, of: stage)
    }
    var picture: (@Sendable (Int) -> Image)?
    if let shown = preview(value) { picture = { shown.image(longestSide: $0) } }
    progress(
      ColoringProgress(
        stage: stage, share: Double(part + 1) / Double(count), preview: picture))
    return value
  }
}

extension Flow {
  /// The key of a reference that was read.
  func referenceKey(_ image: Image) -> ContentKey { key(.reference) { $0.combine(image) } }

  /// A reference read, from the cache or computed.
  ///
  /// - Parameters:
  ///   - part: which of the flow's references it is.
  ///   - count: how many it has.
  func reading(of image: Image, _ key: ContentKey, part: Int = 0, of count: Int = 1) throws
    -> ReadReference
  {
    try result(of: .reference, key, part: part, of: count) { work in
      try ReadReference(image, work: work)
    }
  }
}
