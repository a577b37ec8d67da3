internal import Coloring
internal import Projects
internal import TerminalUI

/// A setting of the project or of the terminal, each with a few values to choose from.
public enum Setting: String, Hashable, Sendable, CaseIterable {
  case shading
  case traceColours = "trace-colours"
  case traceLines = "trace-lines"
  case lines, edges, gap, borders, matcher, sharpness

  public var title: Phrase {
    switch self {
    case .shading: Phrase("Shading", "影の付け方")
    case .traceColours: Phrase("Trace colours", "色トレス線の意味")
    case .traceLines: Phrase("Trace lines", "色トレス線")
    case .lines: Phrase("Ink", "主線")
    case .edges: Phrase("Edges", "境界")
    case .gap: Phrase("Gap of the project", "プロジェクトの隙間")
    case .borders: Phrase("Borders", "領域の分け方")
    case .matcher: Phrase("Matching", "対応の探し方")
    case .sharpness: Phrase("Sharpness", "画像の細かさ")
    }
  }

  /// The values, the usual one first. Those of `sharpness` are `StudioState.sharpnesses`.
  var values: [SettingValue] {
    switch self {
    case .shading:
      [
        SettingValue(Phrase("as in the reference", "色見本の影を写す"), \.shading, nil),
        SettingValue(Phrase("where trace lines bound it", "色トレス線で囲んだところ"), \.shading, .trace),
        SettingValue(
          Phrase("none: flats alone", "なし (下塗りだけ)"), \.shading, ColoringSettings.ShadingSource.none),
      ]
    case .traceColours:
      [
        SettingValue(
          Phrase("red shadow, green 2nd shadow, blue highlight", "赤=影、緑=2号影、青=ハイライト"),
          \.traceColours, nil),
        SettingValue(
          Phrase("blue shadow, green 2nd shadow, red highlight", "青=影、緑=2号影、赤=ハイライト"),
          \.traceColours, .blueShadow),
        SettingValue(
          Phrase("red shadow, blue 2nd shadow, green highlight", "赤=影、青=2号影、緑=ハイライト"),
          \.traceColours, .greenHighlight),
        SettingValue(
          Phrase("blue shadow, red 2nd shadow, green highlight", "青=影、赤=2号影、緑=ハイライト"),
          \.traceColours, .blueShadowGreenHighlight),
        SettingValue(Phrase("all are shadows", "すべて影"), \.traceColours, .shadows),
      ]
    case .traceLines:
      [SettingValue(ColoringSettings().traceLines.phrase, \.traceLines, nil)]
        + ColoringSettings.TraceLines.allCases.filter { $0 != ColoringSettings().traceLines }
        .map { SettingValue($0.phrase, \.traceLines, $0) }
    case .lines:
      [
        SettingValue(Phrase("as drawn", "描いたまま"), \.lines, nil),
        SettingValue(Phrase("tinted by the paint beside", "隣の色になじませる"), \.lines, .tint),
      ]
    case .edges:
      [
        SettingValue(Phrase("smooth", "なめらか"), \.aliased, nil),
        SettingValue(Phrase("hard, for cel work (aliased)", "二値 (アンチエイリアスなし)"), \.aliased, true),
      ]
    case .gap:
      [SettingValue(Phrase("as suits each drawing", "線画ごとに自動"), \.gap, nil)]
        + [0, 2, 4, 6, 8, 10, 12, 16, 20, 25, 30, 40, 60].map { pixels in
          SettingValue(
            pixels == 0
              ? Phrase("none is closed", "閉じない") : Phrase("\(pixels) px", "\(pixels) px"),
            \.gap, Double(pixels))
        }
    case .borders:
      [
        SettingValue(
          Phrase("learned: also where nobody drew a line", "線のない境界も補う"), \.borders, nil),
        SettingValue(
          Phrase("drawn lines alone, for cel work", "描いた線だけ (セル画向け)"), \.borders, .drawn),
      ]
    case .matcher:
      [
        SettingValue(Phrase("learned: a network looks too", "学習済みネットワークも使う"), \.matcher, nil),
        SettingValue(
          Phrase("by rules: lines, shapes, places", "ルールだけ (線、形、位置)"), \.matcher, .classical),
      ]
    case .sharpness: []
    }
  }
}

extension ColoringSettings.TraceLines {
  fileprivate var phrase: Phrase {
    switch rawValue {
    case "fill": Phrase("filled with the paint beside", "隣の色で塗る")
    case "keep": Phrase("stay visible", "そのまま残す")
    case "ink": Phrase("are ink", "主線として扱う")
    default: Phrase(same: rawValue)
    }
  }
}

/// One value of a setting of the project.
struct SettingValue: Sendable {
  let title: Phrase
  let set: @Sendable (inout ProjectSettings) -> Void

  /// - Parameter value: nil for nurie's own.
  init<Value: Sendable>(
    _ title: Phrase, _ property: WritableKeyPath<ProjectSettings, Value?> & Sendable,
    _ value: Value?
  ) {
    self.title = title
    set = { $0[keyPath: property] = value }
  }
}
