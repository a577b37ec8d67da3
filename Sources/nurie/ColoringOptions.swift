import ArgumentParser
import Coloring

/// The options of colouring, the same in every command that colours.
struct ColoringOptions: ParsableArguments {
  @Option(
    help:
      "Coloured trace lines: fill them with the paint beside them, keep them visible, or take all coloured lines for ink."
  )
  var traceLines = ColoringSettings.TraceLines.fill

  @Option(
    help:
      "What the trace lines' colours mean: red shadow and blue highlight, the other way round, or another studio's way."
  )
  var traceColours = ColoringSettings.TraceColours.redShadow

  @Option(
    name: .customLong("lines"),
    help: "The ink: keep it as it is, or tint it with a darker shade of the paint beside it.")
  var lineColour = ColoringSettings.Lines.keep

  @Option(
    help:
      "Light and dark, on layers of their own: none, the areas that trace lines bound, or the reference's own carried over."
  )
  var shading = ColoringSettings.ShadingSource.reference

  @Option(
    help: ArgumentHelp(
      "Behind the figure: none (transparent), white, a colour as #rrggbb, or the reference's.",
      valueName: "none|white|#rrggbb|reference"))
  var background = ColoringSettings.Background.none

  @Flag(help: "Hard edges without in-between shades, for cel work.")
  var aliased = false

  var settings: ColoringSettings {
    var settings = ColoringSettings()
    settings.traceLines = traceLines
    settings.traceColours = traceColours
    settings.lines = lineColour
    settings.shading = shading
    settings.background = background
    settings.aliased = aliased
    return settings
  }
}
