public import Coloring

/// What a project says of how its drawings are coloured; nil where it leaves that to nurie, or to the command that colours.
public struct ProjectSettings: Hashable, Sendable, Codable {
  /// The widest gap that is closed, in pixels, in drawings of which none is said.
  public var gap: Double?
  public var shading: ColoringSettings.ShadingSource?
  public var traceLines: ColoringSettings.TraceLines?
  public var traceColours: ColoringSettings.TraceColours?
  public var lines: ColoringSettings.Lines?
  public var aliased: Bool?

  public init() {}

  /// Settings with these where they are as nurie has them: what a command was told goes before.
  func applied(to settings: ColoringSettings) -> ColoringSettings {
    let usual = ColoringSettings()
    var result = settings
    func apply<Value: Equatable>(
      _ value: Value?, _ property: WritableKeyPath<ColoringSettings, Value>
    ) {
      if let value, settings[keyPath: property] == usual[keyPath: property] {
        result[keyPath: property] = value
      }
    }
    if settings.gap == nil { result.gap = gap }
    apply(shading, \.shading)
    apply(traceLines, \.traceLines)
    apply(traceColours, \.traceColours)
    apply(lines, \.lines)
    apply(aliased, \.aliased)
    return result
  }
}
