import ImageFormats
import Renders
import Studio

/// The sentence of what a command has brought into a queue.
struct QueueReport {
  let queue: RenderQueue
  /// The folder as its user named it.
  let name: String
  let added: [Render]
  let started: StartedWork

  /// "hana.nurie: 2 renders queued (1 to 2), 1 worker started; nurie renders hana.nurie shows the progress".
  var sentence: String {
    var words: [Phrase] = []
    if let first = added.first?.number, let last = added.last?.number {
      words.append(
        Phrase(
          "\(counted(added.count, "render")) queued (\(first == last ? "\(first)" : "\(first) to \(last)"))",
          "レンダー \(added.count) 件を待ち行列に入れました (\(first == last ? "\(first)" : "\(first)〜\(last)"))"))
    }
    if started.workers > 0 {
      words.append(
        Phrase("\(counted(started.workers, "worker")) started", "ワーカー \(started.workers) 個を起動しました"))
    }
    if !started.jobs.isEmpty {
      let names = started.jobs.joined(separator: ", ")
      words.append(Phrase("handed over as \(names)", "\(names) として渡しました"))
    }
    if words.isEmpty {
      let isBusy = queue.renders().contains { $0.isActive && $0.state != .paused }
      words.append(
        isBusy
          ? Phrase("already going on", "すでに実行中です") : Phrase("nothing waits", "待機中のものはありません"))
    }
    let name = printable(name)
    return Phrase(
      "\(words.map(\.english).joined(separator: ", ")); nurie renders \(name) shows the progress",
      "\(words.map(\.japanese).joined(separator: "、"))。進み具合: nurie renders \(name)"
    ).of(self.name).spoken
  }
}
