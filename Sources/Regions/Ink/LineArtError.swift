/// A reason why a picture could not be read as line art. Each describes itself in one sentence that says what
/// is wrong and what to do; whoever knows the file's name puts it in front.
public enum LineArtError: Error, Hashable, Sendable {
  /// Too few pixels to hold a line.
  case tooSmall(width: Int, height: Int)
  /// Nothing in it is darker than its paper.
  case noLine
  /// Nothing of it is paper.
  case noPaper
}

extension LineArtError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooSmall(let width, let height):
      "a picture of \(width)×\(height) pixels is too small for a drawing; give one of at least "
        + "\(LineArt.smallestSide)×\(LineArt.smallestSide)"
    case .noLine:
      "there is no line in it; give a drawing in dark lines on light paper, light lines on dark "
        + "paper, or lines on transparency"
    case .noPaper:
      "it is all ink and shows no paper; give a drawing in lines, not a painting or a mask"
    }
  }
}
