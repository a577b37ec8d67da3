import Glibc
import ImageFormats

// What is wished of a render is a file in its folder, there or not, so that a wish may be made at any time, twice, and by
// anybody; whoever is at the render sees it within a moment.

extension RenderQueue {
  /// Where a render goes in the queue.
  public enum Place: Hashable, Sendable {
    case first
    case last
    /// Before the render of this number.
    case before(Int)
  }

  /// Asks a render to stop; it does so within a moment.
  public func cancel(_ render: Render) throws(ProjectError) {
    defer { ring() }
    try project.write([], to: render.folder + "/cancel")
  }

  /// Asks a render to wait; one that runs keeps its place in memory, and its worker.
  public func pause(_ render: Render) throws(ProjectError) {
    defer { ring() }
    try project.write([], to: render.folder + "/pause")
  }

  /// Lets a paused render go on, and has one that was interrupted taken up again.
  public func resume(_ render: Render) throws(ProjectError) {
    defer { ring() }
    try remove("pause", of: render)
    if case .interrupted = render.state {
      try giveUpAttempt(of: render)
      BatchTicket.remove(from: render.folder)
    }
  }

  /// Has a render that ended without a result done again from the start; its turn comes as before.
  ///
  /// - Precondition: it is neither done nor active.
  public func retry(_ render: Render) throws(ProjectError) {
    precondition(!render.isActive && render.state != .done, "render \(render.number) goes on")
    defer { ring() }
    try giveUpAttempt(of: render)
    BatchTicket.remove(from: render.folder)
    try remove("pause", of: render)
    try remove("cancel", of: render)
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
    // What runs has had its turn.
    while index < others.count, others[index].state == .running { index += 1 }
    let below =
      index > 0 ? others[index - 1].order : (others.first?.order ?? 0) - Double(moved.count) - 1
    let above = index < others.count ? others[index].order : below + Double(moved.count) + 1
    defer { ring() }
    let step = (above - below) / Double(moved.count + 1)
    if below + step > below, above - step < above, step > 0 {
      for (place, render) in moved.enumerated() {
        try put(render, at: below + step * Double(place + 1))
      }
    } else {
      // No number is left between the two: all are counted anew.
      let order = others[..<index] + moved + others[index...]
      for (place, render) in order.enumerated() { try put(render, at: Double(place + 1)) }
    }
  }

  /// The order in which renders are taken.
  public static func goesBefore(_ a: Render, _ b: Render) -> Bool {
    (a.order, a.number) < (b.order, b.number)
  }

  private func put(_ render: Render, at order: Double) throws(ProjectError) {
    try project.write(Array("\(order)\n".utf8), to: render.folder + "/order")
  }

  /// The newest attempt does not count any more, should its worker live or not.
  private func giveUpAttempt(of render: Render) throws(ProjectError) {
    if let attempt = render.attemptFolder {
      try project.write([], to: attempt + "/given-up")
    }
  }

  private func remove(_ wish: String, of render: Render) throws(ProjectError) {
    if unlink("\(render.folder)/\(wish)") != 0, errno != ENOENT {
      throw ProjectError(.writing(errno), path: project.path)
    }
  }
}
