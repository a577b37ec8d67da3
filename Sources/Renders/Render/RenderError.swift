/// A reason why something could not be done with a render: a sentence without the render's name, ready for a terminal.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  public let reason: RenderReason

  public var description: String { reason.description }

  public init(_ reason: RenderReason) { self.reason = reason }

  init(_ sentence: String) { self.init(.told(sentence)) }
}
