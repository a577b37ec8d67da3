public import Coloring

/// What a project says of how its drawings are coloured; nil where it leaves that to nurie, or to the command that colours.
public struct ProjectSettings: Hashable, Sendable, Codable {
  /// The widest gap that is closed, in pixels, in drawings of which none is said.
  public var gap: Double?
  public var matcher: ColoringSettings.Matcher?
  public var borders: ColoringSettings.Borders?
  public var shading: ColoringSettings.ShadingSource?
  public var traceLines: ColoringSettings.TraceLines?
  public var traceColours: ColoringSettings.TraceColours?
  public var lines: ColoringSettings.Lines?
  public var aliased: Bool?

  public init() {}

  /// The settings with all that is said here in the place of theirs.
  public func applied(to settings: ColoringSettings) -> ColoringSettings {
    var result = settings
    if let gap { result.gap = gap }
    if let matcher { result.matcher = matcher }
    if let borders { result.borders = borders }
    if let shading { result.shading = shading }
    if let traceLines { result.traceLines = traceLines }
    if let traceColours { result.traceColours = traceColours }
    if let lines { result.lines = lines }
    if let aliased { result.aliased = aliased }
    return result
  }
}

/// What a command that colours a project's drawings was told. It goes before what the project says, be it nurie's usual
/// value or not; where it says nothing, the project decides.
public struct GivenSettings: Hashable, Sendable {
  public var said = ProjectSettings()
  /// No project says anything of it.
  public var background = ColoringSettings.Background.none

  public init() {}

  /// The settings with all that was given in the place of theirs.
  public func applied(to settings: ColoringSettings) -> ColoringSettings {
    var result = said.applied(to: settings)
    result.background = background
    return result
  }
}
