internal import ImageFormats
public import Renders

extension RenderReason {
  /// As the artist reads it, ready for the terminal. What other programs said is in their language.
  public var phrase: Phrase {
    switch self {
    // The remedy is said beside it, in the studio's keys.
    case .noWorker: Phrase("no worker is running", "ワーカーが動いていません")
    case .batch(let name, .notHandedOver):
      Phrase(
        "it has not been handed to \(printable(name)) yet", "\(printable(name)) にまだ渡していません")
    default: Phrase(description, printable(japanese))
    }
  }

  private var japanese: String {
    switch self {
    case .told(let text): text
    case .noWorker: "ワーカーが動いていません"
    case .batch(let name, let step): step.japanese(name)
    case .toldToEnd(let signal): "ワーカーに終了が指示されました (シグナル \(signal))"
    case .workerEnded(let process):
      process.map { "プロセス \($0) が予期せず終了しました" } ?? "ワーカーが予期せず終了しました"
    case .machineRestarted: "途中でマシンが再起動しました"
    case .neverBegan: "ワーカーが起動しませんでした"
    case .jobEnded(let what, let name, let said, let printed):
      "\(what.japanese)。\(said.map { "\(name) の報告: \($0)" } ?? "\(name) にこのジョブの記録がもうありません")"
        + (printed.map { "。出力: \($0)" } ?? "")
    case .neverGaveSign: "別のマシンのワーカーから一度も応答がありません"
    case .silent(let minutes): "別のマシンのワーカーから \(minutes) 分間応答がありません"
    case .resultTakenAway: "結果のファイルがなくなりました"
    case .journalTooShort: "プロジェクトの編集履歴がレンダー開始時より短くなっています"
    case .noDrawing(let name): "線画 \(name) がプロジェクトにありません"
    case .noReference: "線画に色見本がありません。割り当ててください"
    case .noFile(let file): "\(file): ファイルがありません"
    case .diskFull: "ディスクに空きがありません"
    case .notFinite(let step):
      "\(step) 歩目で数値が発散しました。もっと前に保存したチェックポイントを使ってください"
    case .programMoved(let path):
      "レンダーするプログラムが \(path) からなくなりました。nurie を起動し直してください"
    case .cannotStart(let reason): "ワーカーを起動できません (\(reason))"
    }
  }
}

extension RenderReason.Step {
  fileprivate func japanese(_ name: String) -> String {
    switch self {
    case .notHandedOver: "\(name) にまだ渡していません"
    case .handingOver: "\(name) に渡しています"
    case .handingOverEnded: "\(name) に渡す処理が途中で終わりました"
    case .notAsked: "\(name) にまだ問い合わせていません"
    case .handedOver: "\(name) に渡したところです"
    case .queued: "\(name) の順番待ちです"
    case .delayed: "\(name) は開始時刻を待っています (ジョブが再投入された場合は約 2 分)"
    case .started: "\(name) が開始し、ワーカーの起動を待っています"
    case .holds(let what): "\(what.phrase.japanese)。\(name) はまだジョブを終えていません"
    case .silent(let complaint): "\(name) が応答しません: \(complaint)"
    }
  }
}
