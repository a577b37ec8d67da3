/// The resources that a render asks of a batch system, each in that system's own words: "1:30:00", "4G".
public struct BatchResources: Hashable, Sendable, Codable {
  public var partition: String?
  public var time: String?
  public var memory: String?
  public var account: String?

  /// - Parameters:
  ///   - partition: the batch system's partition or queue.
  ///   - time: how long each render may take.
  ///   - memory: how much each needs.
  ///   - account: the account or group that pays.
  public init(
    partition: String? = nil, time: String? = nil, memory: String? = nil, account: String? = nil
  ) {
    self.partition = partition
    self.time = time
    self.memory = memory
    self.account = account
  }

  public var isEmpty: Bool { self == BatchResources() }

  /// By the names that descriptions use.
  static let names = ["partition", "time", "memory", "account"]
  var values: [String?] { [partition, time, memory, account] }
}
