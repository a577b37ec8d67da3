public import Renders

/// The artist's wish concerning renders.
public enum RenderWish: Hashable, Sendable {
  case cancel([Render])
  case pause([Render])
  /// Lets paused ones go on, has interrupted ones taken up again, and sees to it that there is a worker.
  case goOn([Render])
  case retry([Render])
  case move([Render], to: RenderQueue.Place)
}

extension RenderQueue {
  func fulfil(_ wish: RenderWish) throws {
    switch wish {
    case .cancel(let renders):
      try cancel(renders)
      try takeBack(renders)
    case .pause(let renders):
      try pause(renders)
      try takeBack(renders)
    case .goOn(let renders):
      try resume(renders)
      try startWorkers()
    case .retry(let renders):
      try retry(renders)
      try startWorkers()
    case .move(let renders, let place): try move(renders, to: place, among: self.renders())
    }
  }
}
