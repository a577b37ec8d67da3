internal import TerminalUI

// An overlay has keys of its own, which no command stands for. Its help lies over it in turn, and leads back.

extension StudioState {
  /// Opens the keys of what lies over the screen.
  mutating func showHelp(over below: Overlay) {
    let items = below.keysOfItsOwn.map { keys, title in
      MenuItem(
        choice: .nothing, title: title, detail: keys, obstacle: nil,
        group: Phrase("Keys here", "ここで使うキー"),
        searchable: "\(title.english) \(title.japanese) \(keys)".lowercased())
    }
    overlayBelow = below
    overlay = .menu(Menu(kind: .help, items: items))
  }

  /// Goes back from the help to what it was about.
  mutating func returnToOverlay() {
    guard overlay == nil, let below = overlayBelow else { return }
    overlay = below
    overlayBelow = nil
  }
}

extension Overlay {
  fileprivate var keysOfItsOwn: [(keys: String, title: Phrase)] {
    switch self {
    case .chooser:
      [
        ("", Phrase("Type a part of a name to narrow the list", "名前の一部を入力して絞り込む")),
        ("up down", Phrase("To another colour", "色を選ぶ")),
        ("enter", Phrase("Paint with the colour", "この色で塗る")),
        ("tab", Phrase("The chosen regions, or all of their part", "選択領域・パーツ全体を切り替え")),
        ("esc", Phrase("Leave the colours as they are", "変えずに戻る")),
      ]
    case .mixer(let mixer) where mixer.picker != nil:
      [
        ("hjkl arrows", Phrase("Move; with Shift five times as far", "移動。Shift で5倍")),
        ("z Z f", Phrase("Zoom in, out, show all", "拡大・縮小・全体")),
        ("< >", Phrase("To another reference", "別の色見本へ")),
        ("enter", Phrase("Take the colour here", "この色を拾う")),
        ("esc", Phrase("Back to the sliders", "スライダーに戻る")),
      ]
    case .mixer:
      [
        ("tab down", Phrase("To the next line", "次の行へ")),
        ("h l arrows", Phrase("Move the slider by 1", "1 ずつ動かす")),
        ("H L", Phrase("Move the slider by 10", "10 ずつ動かす")),
        ("home end", Phrase("To the slider's ends", "両端へ")),
        ("space", Phrase("Whether shadow and highlight follow", "影と光も変えるか")),
        ("p", Phrase("Pick the colour from the reference", "色見本から色を拾う")),
        ("enter", Phrase("Take the colour", "決定")),
        ("esc", Phrase("Leave it as it was", "変えずに戻る")),
      ]
    default: []
    }
  }
}
