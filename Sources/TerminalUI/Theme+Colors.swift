extension Theme {
  /// All its colours: what a backend is to show exactly.
  public var colors: Set<CellColor> {
    var colors = Set(named.values)
    for role in Role.allCases {
      colors.insert(self[role].foreground)
      colors.insert(self[role].background)
    }
    return colors
  }
}
