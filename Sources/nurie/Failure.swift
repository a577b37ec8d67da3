import ImageFormats

/// Something that nurie could not do with what it was given: a sentence for each file,
/// ready for a terminal.
struct Failure: Error {
  let complaints: [String]

  init(_ complaints: [String]) { self.complaints = complaints }

  /// - Parameters:
  ///   - file: as its user named it.
  ///   - sentence: what is wrong with it and what to do, without a full stop.
  init(_ file: String, _ sentence: String) { complaints = ["\(printable(file)): \(sentence)."] }
}
