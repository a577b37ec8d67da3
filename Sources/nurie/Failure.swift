import ImageFormats
import Studio

/// Something that nurie could not do with what it was given: a sentence for each file,
/// ready for a terminal.
struct Failure: Error {
  let complaints: [String]

  init(_ complaints: [String]) { self.complaints = complaints }

  init(_ complaints: [Phrase]) { self.complaints = complaints.map(\.spoken) }

  /// - Parameters:
  ///   - file: as its user named it.
  ///   - english: what is wrong with it and what to do, without a full stop.
  ///   - japanese: the same.
  init(_ file: String, _ english: String, _ japanese: String) {
    self.init([Phrase("\(english).", "\(japanese)。").of(file)])
  }
}
