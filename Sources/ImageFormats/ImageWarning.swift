/// A fault of a file that could be lived with. `description` is a sentence with the file, ready for a terminal, without a full
/// stop.
public struct ImageWarning: Hashable, Sendable, CustomStringConvertible {
  public let problem: Problem
  /// The file as its user named it; not escaped.
  public let file: String

  public enum Problem: Hashable, Sendable {
    /// The pixels are all there, but not the file's end.
    case lacksEnd
    case profileTooLarge
    /// Its colours are taken as sRGB.
    case colours(ColourFault)
    /// The densities that a head and its Exif block state, of which the first is taken.
    case twoDensities(ImageKind, head: String, exif: String)
    case firstFrame
    /// An animation whose picture is none of its frames.
    case noFrame
    /// The words of a library.
    case said(by: String, String)
  }

  /// Why colours cannot be converted. A name is that of the colour profile, in quotation marks; empty where it has none.
  public enum ColourFault: Error, Hashable, Sendable {
    case gamma(Double)
    case chromaticities
    case damagedProfile
    case greyProfile(String)
    case notRGB(String)
    case unusableProfile(String)
  }

  public var description: String { "\(printable(file)): \(printable(problem.clause))" }
}

extension ImageWarning.Problem {
  fileprivate var clause: String {
    switch self {
    case .lacksEnd: "the file ends too early; its pixels are all there"
    case .profileTooLarge: "its colour profile is too large and was left out"
    case .colours(let fault): "\(fault.clause); its colours are taken as sRGB"
    case .twoDensities(let kind, let head, let exif):
      "its \(kind == .jpeg ? "JFIF head" : "head") says \(head) dpi and its Exif block \(exif); "
        + "\(head) is taken"
    case .firstFrame: "it is an animation, of which the first frame is read"
    case .noFrame:
      "it is an animation, and the picture read is none of its frames but the one that stands in for them; "
        + "save the frame that you mean as a picture of its own"
    case .said(let library, let words): "\(library) warns: \(words)"
    }
  }
}

extension ImageWarning.ColourFault {
  fileprivate var clause: String {
    switch self {
    case .gamma(let gamma): "its gamma of \(gamma) makes no sense"
    case .chromaticities: "its chromaticities make no sense"
    case .damagedProfile: "its colour profile is damaged"
    case .greyProfile(let name): "its colour profile \(name) is for grey"
    case .notRGB(let name): "its colour profile \(name) is not for RGB"
    case .unusableProfile(let name): "its colour profile \(name) cannot be used"
    }
  }
}
