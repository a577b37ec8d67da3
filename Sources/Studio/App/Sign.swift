/// The small signs that screens write beside regions and pictures. Those who write them take them from here and the help lists
/// them from here, so that the two cannot differ. Each has a shape of its own: no two are told apart by colour alone.
public enum Sign: Hashable, Sendable, CaseIterable {
  case pinned, automatic, doubtful, unlinked, unmatched
  case unlabelled
  case selected, marked
  case certain, changed
  case queued, rendering, paused, rendered, stale, failed, interrupted, cancelled, unknown

  /// One character; a terminal without Unicode shows its stand-in.
  public var glyph: String {
    switch self {
    case .pinned: "◆"
    case .automatic: "·"
    case .doubtful, .unknown: "?"
    case .unlinked, .cancelled: "∅"
    case .unmatched: "–"
    case .unlabelled: "/"
    case .selected, .rendering: "▸"
    case .marked, .certain: "✓"
    case .changed: "*"
    case .queued: "○"
    case .rendered: "■"
    case .stale: "□"
    case .paused: "="
    case .interrupted: "!"
    case .failed: "✗"
    }
  }

  public var meaning: Phrase {
    switch self {
    case .pinned: Phrase("pinned: you chose the counterpart", "固定: 対応先を自分で選んだ")
    case .automatic: Phrase("automatic, and sure", "自動・確か")
    case .doubtful: Phrase("automatic, but doubtful: worth a look (n)", "自動・要確認 (n で移動)")
    case .unlinked: Phrase("unlinked: you said it has no counterpart", "対応なしと指定した")
    case .unmatched: Phrase("no counterpart was found", "対応先が見つからない")
    case .unlabelled: Phrase("stripes or slashes: unlabelled", "斜線: パーツ未設定")
    case .selected: Phrase("selected", "選択中")
    case .marked: Phrase("marked, or on", "印付き・オン")
    case .certain: Phrase("before a drawing's regions: none is doubtful", "領域数の前: 要確認なし")
    case .changed: Phrase("corrected since the regions were counted", "集計後に修正あり")
    case .queued: Phrase("waits to be rendered", "レンダー待ち")
    case .rendering: Phrase("is being rendered", "レンダー中")
    case .rendered: Phrase("rendered", "レンダー済み")
    case .stale: Phrase("a stale render: the drawing was changed since", "レンダー後に変更あり")
    case .paused: Phrase("a render that is paused", "レンダー一時停止中")
    case .interrupted:
      Phrase("a render whose worker ended before it", "レンダー中断 (ワーカーが終了)")
    case .cancelled: Phrase("a render that was cancelled", "レンダー中止")
    case .unknown: Phrase("a render nobody can say anything of", "レンダーの状態不明")
    case .failed: Phrase("not rendered: it went wrong", "レンダー失敗")
    }
  }
}
