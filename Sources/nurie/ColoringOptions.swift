import ArgumentParser
import Coloring
import Projects
import Studio

/// The options of colouring, the same in every command that colours.
struct ColoringOptions: ParsableArguments {
  /// Their heading where a project says something of them too.
  static let titleInProjects =
    Phrase("Colouring, before what the project says", "彩色 (プロジェクトの設定より優先)").spoken

  @Option(
    help: help(
      "How it is found what corresponds: a network that has learned what figures look like helps (network, the usual), or by rules alone (classical).",
      "対応の探し方: 人物を学習したネットワークも使う (network、通常)、またはルールだけ (classical)。"))
  var matcher: ColoringSettings.Matcher?

  @Option(
    help: help(
      "What divides the drawing: lines and the borders that the network sees where nobody drew any (learned, the usual), or lines alone, as cel work wants it (drawn).",
      "領域の分け方: 線に加えて、描かれていない境界もネットワークが補う (learned、通常)、または描いた線だけ (drawn、セル画向け)。"))
  var borders: ColoringSettings.Borders?

  @Option(
    help: help(
      "Coloured trace lines: fill them with the paint beside them (fill, the usual), keep them visible, or take all coloured lines for ink.",
      "色トレス線: 隣の色で塗る (fill、通常)、そのまま残す (keep)、色のついた線もすべて主線として扱う (ink)。"))
  var traceLines: ColoringSettings.TraceLines?

  @Option(
    help: help(
      "What the trace lines' colours mean: red shadow and blue highlight (red-shadow, the usual), the other way round, or another studio's way.",
      "色トレス線の色の意味: 赤が影で青がハイライト (red-shadow、通常)、その逆 (blue-shadow)、またはほかの現場の決まり。"))
  var traceColours: ColoringSettings.TraceColours?

  @Option(
    name: .customLong("lines"),
    help: help(
      "The ink: keep it as it is (the usual), or tint it with a darker shade of the paint beside it.",
      "主線: 描いたまま (keep、通常)、または隣の色の暗い色になじませる (tint)。"))
  var lineColour: ColoringSettings.Lines?

  @Option(
    help: help(
      "Light and dark, on layers of their own: none; the areas that trace lines bound (trace); or the reference's own (reference, the usual): where the drawing has trace lines these say where shadows lie, elsewhere the reference's are carried over.",
      "別レイヤーの影とハイライト: なし (none)、色トレス線で囲んだところ (trace)、色見本の影 (reference、通常)。reference では、線画に色トレス線があれば影の位置はそれに従い、ほかは色見本の影を写します。"
    ))
  var shading: ColoringSettings.ShadingSource?

  @Option(
    help: help(
      "Behind the figure: none (transparent), white, a colour as #rrggbb, or the reference's.",
      "人物の背景: なし (none、透明)、白 (white)、色 (#rrggbb)、または色見本の背景 (reference)。",
      value: Phrase(same: "none|white|#rrggbb|reference")))
  var background = ColoringSettings.Background.none

  @Flag(
    inversion: .prefixedNo,
    help: help(
      "Hard edges without in-between shades, for cel work; smooth ones are the usual.",
      "境界をアンチエイリアスなしの二値にします (セル画用)。通常はなめらかです。"))
  var aliased: Bool?

  /// What was given, and nothing else.
  var given: GivenSettings {
    var given = GivenSettings()
    given.said.matcher = matcher
    given.said.borders = borders
    given.said.traceLines = traceLines
    given.said.traceColours = traceColours
    given.said.lines = lineColour
    given.said.shading = shading
    given.said.aliased = aliased
    given.background = background
    return given
  }
}
