/// Why a theme cannot be used, in a sentence for the artist.
public struct ThemeError: Error, Hashable, CustomStringConvertible {
  /// The file, or for a built-in theme its name.
  public let file: String
  /// Where in the file: `line 4`, `roles.text.fg`; empty for all of it.
  public let place: String
  public let reason: String

  init(file: String, place: String = "", reason: String) {
    self.file = file
    self.place = place
    self.reason = reason
  }

  public var description: String {
    (place.isEmpty ? "\(file): \(reason)" : "\(file), \(place): \(reason)").printable
  }
}

extension String {
  /// With a `?` for each control: names and values come from files.
  fileprivate var printable: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory)
      scalars.append(isControl ? "?" : scalar)
    }
    return String(scalars)
  }
}
