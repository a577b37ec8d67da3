import Renders
import Studio
import TerminalUI

/// The standing of a render: a sign, a word, and what there is to say and to do about it. The signs alone tell states apart.
struct RenderStanding {
  let sign: Sign
  let word: Phrase
  let role: Role
  /// Why it stands so, where the word does not say enough.
  var why: Phrase?
  /// The remedy.
  var advice: Phrase?

  /// - Parameter isStale: whether its drawing was corrected since it was queued.
  init(_ render: Render, isStale: Bool) {
    let again = Phrase("R does it again", "R でやり直します")
    switch render.state {
    case _ where render.isActive && render.isToStop:
      (sign, word, role) = (.cancelled, Phrase("stopping", "中止中"), .warning)
    case .queued:
      (sign, word, role) = (.queued, Phrase("queued", "待機"), .text)
    case .waiting(let reason):
      (sign, word, role) = (.queued, Phrase("waiting", "停止"), .warning)
      why = reason.phrase
      switch reason {
      case .noWorker: advice = Phrase("c starts a worker", "c でワーカーを開始します")
      case .batch(_, .notHandedOver): advice = Phrase("c hands it over", "c で渡します")
      default: break
      }
    case .running where isStale:
      (sign, word, role) = (
        .rendering,
        Phrase("running" + Sign.stale.glyph, "実行" + Sign.stale.glyph), .warning
      )
      why = Phrase("corrected since it was queued", "開始後に修正されました")
      advice = Phrase("r queues it anew as it is now", "r で今の状態をレンダーします")
    case .running:
      (sign, word, role) = (.rendering, Phrase("running", "実行"), .accent)
    case .paused:
      (sign, word, role) = (.paused, Phrase("paused", "一時停止"), .warning)
      advice = Phrase("c lets it go on", "c で再開します")
    case .done where isStale:
      (sign, word, role) = (.stale, Phrase("stale", "変更あり"), .warning)
      why = Phrase("corrected since it was rendered", "レンダー後に修正されました")
      advice = Phrase("r renders it as it is now", "r で今の状態をレンダーします")
    case .done:
      (sign, word, role) = (.rendered, Phrase("done", "完了"), .success)
      advice = Phrase("Enter shows it, y copies its path", "Enter で表示、y でパスをコピー")
    case .failed(let reason):
      (sign, word, role) = (.failed, Phrase("failed", "失敗"), .error)
      why = reason.phrase
      advice =
        reason == .diskFull
        ? Phrase("make room, then R does it again", "空きを作ってから R でやり直します") : again
    case .cancelled:
      (sign, word, role) = (.cancelled, Phrase("cancelled", "中止"), .muted)
      advice = again
    case .interrupted(let how):
      (sign, word, role) = (.interrupted, Phrase("interrupted", "中断"), .error)
      why = how.phrase
      advice = Phrase("c takes it up again", "c で続けます")
    case .unknown(let how):
      (sign, word, role) = (.unknown, Phrase("unknown", "不明"), .warning)
      why = how.phrase
      advice = again
    }
    if isStale, why == nil, render.isActive {
      why = Phrase("corrected since it was queued", "開始後に修正されました")
      advice = Phrase("r queues it anew as it is now", "r で今の状態をレンダーします")
    }
  }
}
