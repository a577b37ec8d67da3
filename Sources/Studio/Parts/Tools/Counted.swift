extension Int {
  /// So many of something, in English: `1 gap`, `3 gaps`.
  public func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
