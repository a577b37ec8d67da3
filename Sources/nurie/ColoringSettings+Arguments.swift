public import ArgumentParser
public import Coloring
import Delivery
import Raster

extension ColoringSettings.Borders: ExpressibleByArgument {}
extension ColoringSettings.Matcher: ExpressibleByArgument {}
extension ColoringSettings.TraceLines: ExpressibleByArgument {}
extension ColoringSettings.TraceColours: ExpressibleByArgument {}
extension ColoringSettings.Lines: ExpressibleByArgument {}
extension ColoringSettings.ShadingSource: ExpressibleByArgument {}

extension ColoringSettings.Background: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "none": self = .none
    case "white": self = .colour(.white)
    case "reference": self = .reference
    default:
      guard let colour = RGBA(hex: argument) else { return nil }
      self = .colour(colour)
    }
  }

  public var defaultValueDescription: String { typed }
}
