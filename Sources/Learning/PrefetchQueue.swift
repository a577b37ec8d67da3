import Dispatch
import Synchronization
import Tensors

/// Batches made ahead of their use on other threads, a few at a time.
///
/// They come out in the order of their numbers whatever the number of threads, so training stays
/// reproducible when each is made from its number alone. Threads end once the queue is gone, after
/// the batch they are at.
public final class PrefetchQueue<Item: Sendable>: Sendable {
  private let shared: Shared
  private let threads: Int

  /// - Parameters:
  ///   - depth: how many items are made ahead, at least 1.
  ///   - threads: how many threads make them.
  ///   - first: the number of the first item; where training resumes, its step.
  ///   - make: makes the item of a number; on any of the threads.
  public init(
    depth: Int, threads: Int = 1, first: Int = 0,
    make: @escaping @Sendable (Int) throws -> Item
  ) {
    require(depth >= 1 && threads >= 1, "PrefetchQueue: depth \(depth), threads \(threads)")
    let shared = Shared(depth: depth, first: first)
    self.shared = shared
    self.threads = threads
    let queue = DispatchQueue(label: "prefetch", attributes: .concurrent)
    for _ in 0..<threads { queue.async { shared.fill(make) } }
  }

  deinit {
    shared.stop(threads: threads)
  }

  /// The next item; waits until it is made.
  ///
  /// - Throws: what `make` threw for it.
  public func next() throws -> Item { try shared.take().get() }

  /// The state that the threads and the queue's owner share; it outlives the queue until the threads have
  /// ended.
  private final class Shared: Sendable {
    private struct Slots {
      var results: [Result<Item, any Error>?]
      var nextToMake: Int
      var nextToTake: Int
      var isStopped = false
    }
    private let depth: Int
    private let slots: Mutex<Slots>
    private let free: DispatchSemaphore
    private let filled: [DispatchSemaphore]

    init(depth: Int, first: Int) {
      self.depth = depth
      slots = Mutex(
        Slots(
          results: Array(repeating: nil, count: depth), nextToMake: first, nextToTake: first))
      // A semaphore must not go with less than it was made with, so it starts at 0.
      free = DispatchSemaphore(value: 0)
      for _ in 0..<depth { free.signal() }
      filled = (0..<depth).map { _ in DispatchSemaphore(value: 0) }
    }

    func fill(_ make: (Int) throws -> Item) {
      while true {
        free.wait()
        let number: Int? = slots.withLock { slots in
          if slots.isStopped { return nil }
          defer { slots.nextToMake += 1 }
          return slots.nextToMake
        }
        guard let number else { return }
        let result = Result { try make(number) }
        // No other item has this slot: at most `depth` numbers in a row are out.
        slots.withLock { $0.results[number % depth] = result }
        filled[number % depth].signal()
      }
    }

    func take() -> Result<Item, any Error> {
      let number = slots.withLock { slots in
        defer { slots.nextToTake += 1 }
        return slots.nextToTake
      }
      filled[number % depth].wait()
      let result = slots.withLock { $0.results[number % depth].take()! }
      free.signal()
      return result
    }

    func stop(threads: Int) {
      slots.withLock { $0.isStopped = true }
      for _ in 0..<threads { free.signal() }
    }
  }
}
