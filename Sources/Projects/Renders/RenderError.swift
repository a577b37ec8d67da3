import ImageFormats

/// Why something could not be done with a render: a sentence without the render's name, ready for a terminal.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ sentence: String) { description = printable(sentence) }
}
