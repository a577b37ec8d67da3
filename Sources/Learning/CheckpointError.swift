/// A reason why a checkpoint cannot be read, written or used: one sentence with the file and what to do.
public struct CheckpointError: Error, CustomStringConvertible, Equatable {
  public enum Reason: Sendable, Equatable {
    case unreadable, unwritable
    /// The file is no safetensors file, is cut off, or its header contradicts itself.
    case malformed
    /// Its tensors are not those of the network.
    case mismatch
  }

  public let reason: Reason
  public let description: String

  public init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
