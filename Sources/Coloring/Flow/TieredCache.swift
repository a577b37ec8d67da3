/// Two caches as one: a quick one, and a larger one behind it.
public struct TieredCache: StageCache {
  private let near: any StageCache
  private let far: any StageCache

  public init(_ near: any StageCache, before far: any StageCache) {
    self.near = near
    self.far = far
  }

  public func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    if let value = near.value(for: key, of: stage) { return value }
    guard let value = far.value(for: key, of: stage) else { return nil }
    near.store(value, for: key, of: stage)
    return value
  }

  public func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {
    near.store(value, for: key, of: stage)
    far.store(value, for: key, of: stage)
  }
}
