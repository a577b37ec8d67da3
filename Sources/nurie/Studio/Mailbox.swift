import Studio
import Synchronization

/// Actions from other threads on their way to the interface's.
final class Mailbox: Sendable {
  private struct State {
    var actions: [Action] = []
    var wake: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Takes an action; from any thread.
  func post(_ action: Action) {
    let wake = state.withLock { state in
      state.actions.append(action)
      return state.actions.count == 1 ? state.wake : nil
    }
    wake?()
  }

  /// The messages that have come, in order.
  func drain() -> [Action] {
    state.withLock { state in
      defer { state.actions = [] }
      return state.actions
    }
  }

  /// From now on the first action that comes calls `wake`, from any thread.
  func onFirst(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }
}
