import Glibc
import Synchronization

/// Memory that tensors gave back, kept for the next ones.
///
/// A training step makes the same tensors as the one before, so after the first it allocates
/// nothing: the system's allocator would map, clear and unmap the larger ones every time. Sizes are
/// rounded up to an eighth of a power of two, so a buffer is at most 12.5 % too large. A pool's
/// memory goes with its last tensor.
public final class MemoryPool: Sendable {
  /// The pool that tensors made outside of `Compute.with(_:memory:)` take their memory from.
  public static let shared = MemoryPool()

  private struct Idle: @unchecked Sendable {
    var buffers: [Int: [UnsafeMutableRawPointer]] = [:]
    var allocations = 0
  }
  private let idle = Mutex(Idle())

  public init() {}

  deinit { trim() }

  /// The number of buffers that were asked of the system so far.
  public var allocationCount: Int { idle.withLock { $0.allocations } }

  /// Gives what no tensor uses back to the system.
  public func trim() {
    let buffers = idle.withLock { idle in
      defer { idle.buffers = [:] }
      return Idle(buffers: idle.buffers)
    }
    for buffer in buffers.buffers.values.joined() { free(buffer) }
  }

  /// Bytes that a buffer for `count` floats has.
  static func capacity(for count: Int) -> Int {
    let bytes = max(64, count * MemoryLayout<Float>.stride)
    let step = max(64, 1 << (Int.bitWidth - 1 - bytes.leadingZeroBitCount - 3))
    return (bytes + step - 1) / step * step
  }

  func take(_ capacity: Int) -> UnsafeMutableRawPointer {
    let reused = idle.withLock { idle in
      let reused = idle.buffers[capacity]?.popLast()
      if reused == nil { idle.allocations += 1 }
      return reused.map { Unchecked(pointer: $0) }
    }
    if let reused { return reused.pointer }
    guard let fresh = aligned_alloc(64, capacity) else {
      fatalError("no memory for a tensor of \(capacity) bytes")
    }
    return fresh
  }

  func giveBack(_ buffer: UnsafeMutableRawPointer, _ capacity: Int) {
    let buffer = Unchecked(pointer: buffer)
    idle.withLock { $0.buffers[capacity, default: []].append(buffer.pointer) }
  }

  /// A buffer on its way into or out of the lock; it has one owner at a time.
  private struct Unchecked: @unchecked Sendable { let pointer: UnsafeMutableRawPointer }
}

/// A tensor's memory; goes back to its pool with its last owner.
final class Storage: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Float>
  private let capacity: Int
  private let pool: MemoryPool
  private let kept = Mutex<(key: [Int], made: Storage)?>(nil)

  /// Holds whatever was there before.
  init(count: Int) {
    pool = Compute.memory
    capacity = MemoryPool.capacity(for: count)
    pointer = pool.take(capacity).bindMemory(
      to: Float.self, capacity: capacity / MemoryLayout<Float>.stride)
  }

  deinit { pool.giveBack(pointer, capacity) }

  /// The result of `make` for these numbers: made once, and kept until they change or another is asked for.
  ///
  /// - Parameter key: what it depends on beside the numbers.
  func derived(for key: [Int], _ make: () -> Storage) -> Storage {
    kept.withLock { kept in
      if let kept, kept.key == key { return kept.made }
      let made = make()
      kept = (key, made)
      return made
    }
  }

  /// To be called before the numbers change.
  func forgetDerived() { kept.withLock { $0 = nil } }
}
