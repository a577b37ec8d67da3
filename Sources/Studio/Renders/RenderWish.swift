public import Projects

/// What the artist wants of renders.
public enum RenderWish: Hashable, Sendable {
  case cancel([Render])
  case pause([Render])
  /// Lets paused ones go on, has interrupted ones taken up again, and sees to it that there is a worker.
  case goOn([Render])
  case retry([Render])
  case move([Render], to: RenderQueue.Place)
}

extension RenderQueue {
  /// - Throws: at the first render that it could not be done for.
  func fulfil(_ wish: RenderWish) throws {
    switch wish {
    case .cancel(let renders):
      for render in renders { try cancel(render) }
      try takeBack(renders)
    case .pause(let renders):
      for render in renders { try pause(render) }
      try takeBack(renders)
    case .goOn(let renders):
      for render in renders { try resume(render) }
      try startWorkers()
    case .retry(let renders):
      for render in renders { try retry(render) }
      try startWorkers()
    case .move(let renders, let place): try move(renders, to: place, among: self.renders())
    }
  }
}
