import Raster
import Regions
import Synchronization
import TestSupport
import Testing

@testable import Coloring

/// Keeps results as bytes, as a cache on disk does.
private final class ByteCache: StageCache {
  private let files = Mutex<[ContentKey: [UInt8]]>([:])
  private let order = Mutex<[(stage: StageKind, key: ContentKey)]>([])

  /// What was stored, in the order it was made.
  var stored: [(stage: StageKind, key: ContentKey)] { order.withLock { $0 } }

  func bytes(_ key: ContentKey) -> [UInt8] { files.withLock { $0[key] ?? [] } }

  func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    files.withLock { $0[key] }.flatMap { StoredResult.value(in: $0, for: key, of: stage) }
  }

  func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {
    guard let bytes = StoredResult.bytes(of: value, for: key, of: stage) else { return }
    files.withLock { $0[key] = bytes }
    order.withLock { $0.append((stage, key)) }
  }
}

@Suite struct StoredResultTests {
  private let kept: [StageKind] = [.reference, .lineArt, .regions, .matches]

  private func inputs(_ change: (inout ColoringInputs) -> Void = { _ in }) -> ColoringInputs {
    var inputs = ColoringInputs(
      drawing: SmallPictures.traced, references: [SmallPictures.reference])
    inputs.settings.shading = .reference
    inputs.corrections.regions.cuts = [
      Cut(points: [Point(24, 20), Point(70, 20)]), Cut(points: [Point(5000, 1), Point(5000, 2)]),
    ]
    change(&inputs)
    return inputs
  }

  private func run(_ inputs: ColoringInputs, _ cache: some StageCache) throws -> ColoringResult {
    try Coloring.run(inputs, cache: cache, work: Work(threads: 2))
  }

  /// A cache with a result of each stage that is kept.
  private func filled() throws -> ByteCache {
    let cache = ByteCache()
    _ = try run(inputs(), cache)
    try #require(Set(cache.stored.map(\.stage)) == Set(kept))
    return cache
  }

  @Test func whatTakesLongIsKept() throws {
    _ = try filled()
    #expect(Engine.classical.stages.filter(StoredResult.keeps) == kept)
  }

  @Test func aResultReadBackIsTheSameToTheBit() throws {
    let cache = try filled()
    for (stage, key) in cache.stored {
      let bytes = cache.bytes(key)
      let value = try #require(StoredResult.value(in: bytes, for: key, of: stage))
      #expect(StoredResult.bytes(of: value, for: key, of: stage) == bytes)
    }
  }

  /// What is not stored but made again has to be the same too: what the matcher sees of a reference.
  @Test func aPictureMadeFromReadResultsIsTheSame() throws {
    let cache = ByteCache()
    _ = try run(inputs(), cache)
    let pinned = inputs {
      $0.corrections.pins = [
        Pin(
          region: RegionName(inside: SmallPictures.face), reference: 0,
          counterpart: RegionName(inside: SmallPictures.body))
      ]
    }
    for changed in [inputs(), inputs { $0.settings.gap = 3 }, pinned] {
      let fresh = try run(changed, MemoryCache())
      let read = try run(changed, cache)
      #expect(read.image == fresh.image)
      #expect(read.matches == fresh.matches)
      #expect(read.orphans == fresh.orphans)
    }
  }

  @Test func damagedBytesAreNoResult() throws {
    let cache = try filled()
    for (stage, key) in cache.stored {
      let bytes = cache.bytes(key)
      for count in [0, 1, 63, 64, bytes.count / 2, bytes.count - 1] {
        #expect(StoredResult.value(in: Array(bytes[..<count]), for: key, of: stage) == nil)
      }
      #expect(StoredResult.value(in: bytes + [0], for: key, of: stage) == nil)
      for place in stride(from: 0, to: bytes.count, by: 7) {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(place % 8)
        #expect(StoredResult.value(in: damaged, for: key, of: stage) == nil)
      }
    }
  }

  @Test func aResultOfAnotherKeyOrStageIsNone() throws {
    let cache = try filled()
    for (stage, key) in cache.stored {
      let other = ContentKey(high: key.high, low: key.low ^ 1)
      #expect(StoredResult.value(in: cache.bytes(key), for: other, of: stage) == nil)
      #expect(StoredResult.value(in: cache.bytes(key), for: key, of: .layers) == nil)
    }
  }

  // Results lie on disk longer than the program that made them. So whoever changes what a stage makes, or how it is
  // stored, has to say so by its version; then old results have other keys, and are never asked for.
  #if arch(x86_64)
    /// What the stages made of a small drawing when their versions were last raised.
    private static let digests: [StageKind: String] = [
      .lineArt: "ab3015030144e9d21ca4384d8824a214",
      .regions: "a4b5b0ba7e2fe2acd97ef7f877925095",
      .reference: "886af44da9d232bd0e3baa4718f671ef",
      .matches: "3a2fb79cb2d50c1ddc6e27eb10f2013c",
    ]

    @Test func resultsChangeOnlyWithTheVersion() throws {
      let cache = try filled()
      for (stage, key) in cache.stored {
        var hasher = ContentHasher()
        // The head holds the key, which changes with the version.
        hasher.combine(Array(cache.bytes(key)[64...]))
        let digest = hasher.key.description
        guard digest != Self.digests[stage] else { continue }
        Issue.record(
          "raise the version of \(stage.rawValue), and note here that its digest is now \(digest)"
        )
      }
    }
  #endif
}
