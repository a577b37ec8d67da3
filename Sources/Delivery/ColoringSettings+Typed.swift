public import Coloring
import Raster

extension ColoringSettings {
  /// The settings as they would be typed, for a file's text; without the names of files.
  public var typed: String {
    var parts = [
      gap.map { "--gap \($0)" } ?? "--gap auto", "--trace-lines \(traceLines)", "--lines \(lines)",
      "--shading \(shading)", "--background \(background.typed)",
    ]
    if traceColours != .redShadow { parts.append("--trace-colours \(traceColours.rawValue)") }
    if borders != .learned { parts.append("--borders \(borders)") }
    if matcher != .network { parts.append("--matcher \(matcher)") }
    if aliased { parts.append("--aliased") }
    return parts.joined(separator: " ")
  }
}

extension ColoringSettings.Background {
  /// As it is written on the command line.
  public var typed: String {
    switch self {
    case .none: "none"
    case .colour(let colour): colour == .white ? "white" : colour.hex
    case .reference: "reference"
    }
  }
}
