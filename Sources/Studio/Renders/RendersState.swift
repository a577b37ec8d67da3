/// The project's renders: which there are, how they are listed, and how their end is told.
public struct RendersState: Sendable {
  public var queue = RenderQueueState()
  public var list = RenderListState()
  var announcement = Announcement()
}
