internal import Regions

extension ColoringSettings {
  /// The meaning of trace lines' colours, as studios have it: which bound shadows, which a second, darker shadow inside of
  /// these, which highlights.
  public enum TraceColours: String, Sendable, CaseIterable, Codable {
    /// Red is shadow, green the second shadow, blue highlight.
    case redShadow = "red-shadow"
    /// Blue is shadow, green the second shadow, red highlight.
    case blueShadow = "blue-shadow"
    /// Red is shadow, blue the second shadow, green highlight.
    case greenHighlight = "green-highlight"
    /// Blue is shadow, red the second shadow, green highlight.
    case blueShadowGreenHighlight = "blue-shadow-green-highlight"
    /// Whatever the colour, it is shadow.
    case shadows
  }
}

/// The meaning of one trace line.
enum TraceMeaning: Sendable {
  case shadow, deeper, highlight
}

extension ColoringSettings.TraceColours {
  /// The meaning of a trace line's stroke.
  func meaning(of stroke: Stroke) -> TraceMeaning {
    switch (self, stroke) {
    case (.redShadow, .blueTrace), (.blueShadow, .redTrace), (.greenHighlight, .greenTrace),
      (.blueShadowGreenHighlight, .greenTrace):
      .highlight
    case (.redShadow, .greenTrace), (.blueShadow, .greenTrace), (.greenHighlight, .blueTrace),
      (.blueShadowGreenHighlight, .redTrace):
      .deeper
    default: .shadow
    }
  }
}
