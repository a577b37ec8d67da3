import Glibc
import ImageFormats
public import Projects

// A wish for a render is a file in its folder, there or not, so that it may be made at any time, twice, and by anybody; the
// worker that is at the render sees it within a moment.

extension RenderQueue {
  /// A place in the queue for renders to go to.
  public enum Place: Hashable, Sendable {
    case first
    case last
    /// Before the render of this number.
    case before(Int)
  }

  /// Asks renders to stop; one that runs does so within a moment.
  ///
  /// - Complexity: two syncs, however many there are.
  public func cancel(_ renders: [Render]) throws(ProjectError) {
    defer { ring() }
    try project.write(together: renders.map { ($0.folder + "/cancel", []) })
  }

  /// Asks renders to wait; one that runs keeps its place in memory, and its worker.
  public func pause(_ renders: [Render]) throws(ProjectError) {
    defer { ring() }
    try project.write(together: renders.map { ($0.folder + "/pause", []) })
  }

  /// Lets paused renders go on, and has those that were interrupted taken up again.
  public func resume(_ renders: [Render]) throws(ProjectError) {
    defer { ring() }
    for render in renders { try remove("pause", of: render) }
    let interrupted = renders.filter(\.isInterrupted)
    try giveUpAttempts(of: interrupted)
    for render in interrupted { BatchTicket.remove(from: render.folder) }
  }

  /// Has renders that ended without a result done again from the start; their turn comes as before.
  ///
  /// - Precondition: none is done or active.
  public func retry(_ renders: [Render]) throws(ProjectError) {
    for render in renders {
      precondition(!render.isActive && render.state != .done, "render \(render.number) goes on")
    }
    defer { ring() }
    try giveUpAttempts(of: renders)
    for render in renders {
      BatchTicket.remove(from: render.folder)
      try remove("pause", of: render)
      try remove("cancel", of: render)
    }
  }

  /// Changes the order of what waits.
  ///
  /// - Parameters:
  ///   - moved: renders that wait, in the order that they shall have.
  ///   - all: every render, as they are now.
  public func move(_ moved: [Render], to place: Place, among all: [Render])
    throws(ProjectError)
  {
    let numbers = Set(moved.map(\.number))
    let others = all.filter { $0.isActive && !numbers.contains($0.number) }.sorted(
      by: RenderQueue.goesBefore)
    var index =
      switch place {
      case .first: 0
      case .last: others.count
      case .before(let number): others.firstIndex { $0.number == number } ?? others.count
      }
    // Those that run have had their turn.
    while index < others.count, others[index].state == .running { index += 1 }
    let below =
      index > 0 ? others[index - 1].order : (others.first?.order ?? 0) - Double(moved.count) - 1
    let above = index < others.count ? others[index].order : below + Double(moved.count) + 1
    defer { ring() }
    let step = (above - below) / Double(moved.count + 1)
    if below + step > below, above - step < above, step > 0 {
      try put(moved) { below + step * Double($0 + 1) }
    } else {
      // No number is left between the two: all are counted anew.
      let order = others[..<index] + moved + others[index...]
      try put(Array(order)) { Double($0 + 1) }
    }
  }

  /// The order in which renders are taken.
  public static func goesBefore(_ a: Render, _ b: Render) -> Bool {
    (a.order, a.number) < (b.order, b.number)
  }

  private func put(_ renders: [Render], at order: (Int) -> Double) throws(ProjectError) {
    try project.write(
      together: renders.enumerated().map { place, render in
        (render.folder + "/order", Array("\(order(place))\n".utf8))
      })
  }

  /// The newest attempts do not count any more, should their workers live or not.
  private func giveUpAttempts(of renders: [Render]) throws(ProjectError) {
    try project.write(
      together: renders.compactMap(\.attemptFolder).map { ($0 + "/given-up", []) })
  }

  private func remove(_ wish: String, of render: Render) throws(ProjectError) {
    if unlink("\(render.folder)/\(wish)") != 0, errno != ENOENT {
      throw ProjectError(.writing(errno), path: project.path)
    }
  }
}
