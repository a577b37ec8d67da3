/// What starts and stops renders; works everywhere.
public enum QueueCommand: String, CommandSet {
  case start = "render-start"
  case cancel = "render-cancel"
  case cancelAll = "render-cancel-all"
  case layers = "render-layers"

  public var context: Context {
    switch self {
    case .start, .cancelAll: .global
    case .cancel, .layers: .render
    }
  }

  public var title: Phrase {
    switch self {
    case .start: Phrase("Render the drawing, or those that are marked", "線画 (または印の付いた線画) をレンダー")
    case .cancel: Phrase("Cancel the drawing's render", "この線画のレンダーを中止")
    case .cancelAll: Phrase("Cancel all renders", "すべてのレンダーを中止")
    case .layers: Phrase("Whether renders write layers: none, psd, ora", "レイヤー出力: なし・psd・ora")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .start: Phrase("render", "レンダー")
    case .cancel: Phrase("cancel", "中止")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .start: ["r"]
    case .cancel: ["x"]
    case .cancelAll: []
    case .layers: ["6"]
    }
  }
}
