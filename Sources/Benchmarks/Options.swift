extension [String] {
  /// The argument after an option's name; nil where the option is not there.
  func value(after name: String) -> String? {
    guard let index = firstIndex(of: name), index + 1 < count else { return nil }
    return self[index + 1]
  }
}
