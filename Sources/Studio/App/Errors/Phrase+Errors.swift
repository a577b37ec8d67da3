internal import Coloring
internal import ImageFormats
internal import Projects
internal import Regions
internal import Renders
internal import TerminalUI

extension Phrase {
  /// An error in words, ready for the screen. What the system or another program says is in its own words.
  public init(_ error: any Error) {
    switch error {
    case let error as ImageError: self = error.phrase
    case let error as ProjectError: self = error.phrase
    case let error as ThemeError: self = error.phrase
    case let error as RenderError: self = error.reason.phrase
    case let error as PartsTeachingError: self = error.phrase
    case let error as PaletteTableError: self = error.phrase
    case let error as LineArtError: self = error.phrase
    default: self.init(same: printable("\(error)"))
    }
  }

  /// The same after the name of a file, which is escaped.
  public func of(_ file: String) -> Phrase {
    Phrase("\(printable(file)): \(english)", "\(printable(file)): \(japanese)")
  }
}
