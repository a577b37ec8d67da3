import Coloring
import Glibc
import ImageFormats
import Projects
import Renders
import Studio
import TerminalUI

/// A project's renders at one moment, as they are shown.
struct RenderListing {
  let renders: [Render]
  /// What the project says now; nil of a projection.
  private let state: ProjectState?
  private let project: String
  private let now = Int(time(nil))

  init(_ renders: [Render], of place: RenderedFolder, named name: String) {
    self.renders = renders
    state = place.state
    self.project = name
  }

  /// A table and a sentence below it.
  ///
  /// - Parameters:
  ///   - columns: of the terminal; nil where lines may be as long as they like.
  ///   - rows: how many lines there may be; what is still to be done stays.
  func text(columns: Int?, rows: Int = .max) -> [String] {
    if renders.isEmpty {
      let nothing = Phrase("nothing has been rendered yet", "レンダーはまだありません")
      return Self.wrapped(nothing.of(project).spoken, columns)
    }
    let ending = Self.wrapped(summary, columns)
    let shown = shown(rows - 2 - ending.count)
    var facts = shown.map { self.facts($0) }
    let head = [
      Phrase(same: "#"), Phrase("drawing", "線画"), Phrase("state", "状態"), Phrase("done", "進み"),
      Phrase("time", "時間"), Phrase("left", "残り"),
    ].map(\.spoken)
    var widths = Self.widths(of: facts.map(\.cells) + [head])
    // On a narrow terminal bars give way first, which say nothing that their number does not, and then names.
    let room = (columns ?? .max) - 2 * (widths.count - 1)
    if widths.reduce(0, +) > room {
      facts = shown.map { self.facts($0, hasBar: false) }
      widths = Self.widths(of: facts.map(\.cells) + [head])
    }
    let others = widths.reduce(0, +) - widths[1]
    widths[1] = min(widths[1], max(head[1].terminalColumns, room - others))
    func line(_ cells: [String], _ note: String) -> String {
      let aligned = zip(cells, widths).enumerated().map { column, cell in
        let text = cell.0.fitted(toColumns: cell.1)
        let blanks = String(repeating: " ", count: cell.1 - text.terminalColumns)
        // Numbers and times to the right.
        return [0, 4, 5].contains(column) ? blanks + text : text + blanks
      }
      var whole = (aligned + [note]).joined(separator: "  ")
      while whole.last == " " { whole.removeLast() }
      return columns.map { whole.fitted(toColumns: $0) } ?? whole
    }
    var lines = [line(head, "")] + facts.map { line($0.cells, $0.note) }
    if shown.count < renders.count {
      let more = renders.count - shown.count
      lines.append(Phrase("… and \(more) more", "… ほか \(more) 件").spoken)
    }
    return lines + ending
  }

  /// The width of each column of a table; a name takes 32 columns at most.
  private static func widths(of rows: [[String]]) -> [Int] {
    (0..<(rows.first?.count ?? 0)).map { column in
      let widest = rows.map(\.[column].terminalColumns).max() ?? 0
      return column == 1 ? min(32, widest) : widest
    }
  }

  /// A line as its rows: who draws over them must know how many there are.
  private static func wrapped(_ text: String, _ columns: Int?) -> [String] {
    columns.map { text.wrapped(toColumns: max(2, $0)) } ?? [text]
  }

  /// "2 running, 1 failed", and what to do where nothing goes on by itself.
  var summary: String {
    let words =
      ["running", "queued", "waiting", "paused", "done", "stale", "failed"]
      + ["cancelled", "interrupted", "unknown"]
    let counts = Dictionary(grouping: renders, by: word).mapValues(\.count)
    let name = printable(project)
    var text = Phrase(
      words.compactMap { word in counts[word].map { "\($0) \(word)" } }.joined(separator: ", "),
      words.compactMap { word in counts[word].map { "\(said(word, .japanese)) \($0)" } }
        .joined(separator: "、"))
    if isStopped {
      text.english += "; stopped: nurie render \(name) --continue resumes"
      text.japanese += "。止まっています: nurie render \(name) --continue で再開"
    }
    if counts["failed"] != nil {
      text.english += "; nurie renders retry \(name) repeats the failed ones"
      text.japanese += "。失敗をやり直す: nurie renders retry \(name)"
    }
    return text.of(project).spoken
  }

  /// Whether something waits that nobody takes.
  var isStopped: Bool {
    renders.contains {
      if case .waiting = $0.state { !$0.goesOn } else { false }
    }
  }

  /// A state's word as people read it.
  func said(_ word: String, _ language: Language = .user) -> String {
    language == .japanese ? Self.japanese[word] ?? word : word
  }

  private static let japanese = [
    "queued": "順番待ち", "waiting": "待機中", "running": "レンダー中", "stopping": "停止中", "paused": "一時停止中",
    "done": "完了", "stale": "変更あり", "failed": "失敗", "cancelled": "中止", "interrupted": "中断",
    "unknown": "不明",
  ]

  /// A render's state in one word, for programs: `stale` is done, and edited since.
  func word(_ render: Render) -> String {
    switch render.state {
    case .queued: "queued"
    case .waiting: "waiting"
    case .running: render.isToStop ? "stopping" : "running"
    case .paused: "paused"
    case .done: state.map { render.job.isStale(in: $0) } == true ? "stale" : "done"
    case .failed: "failed"
    case .cancelled: "cancelled"
    case .interrupted: "interrupted"
    case .unknown: "unknown"
    }
  }

  /// Why it is in its state, for programs; nil where that says enough. Ready for a terminal.
  func why(_ render: Render) -> String? { reason(of: render)?.description }

  /// The same as people read it.
  func shownWhy(_ render: Render) -> String? {
    reason(of: render).map { Phrase($0.description, $0.phrase.japanese).spoken }
  }

  private func reason(of render: Render) -> RenderReason? {
    switch render.state {
    case .waiting(let why), .failed(let why), .interrupted(let why), .unknown(let why): why
    default: nil
    }
  }

  /// As the artist reads it; not escaped.
  func title(_ render: Render) -> String {
    state?[render.job.drawing]?.title ?? render.job.drawing.rawValue
  }

  func elapsed(_ render: Render) -> Int? { render.elapsed(at: now) }
  func remaining(_ render: Render) -> Int? { render.remaining(at: now) }

  private func facts(_ render: Render, hasBar: Bool = true) -> (cells: [String], note: String) {
    var bar = ""
    var note = shownWhy(render) ?? ""
    if let progress = render.progress, [.running, .paused].contains(render.state) {
      let full = Int((progress.overall * 10).rounded())
      if hasBar {
        bar = "[" + String(repeating: "=", count: full)
        bar += String(repeating: " ", count: 10 - full) + "] "
      }
      bar += "\(Int(progress.overall * 100)) %"
      note =
        progress.stage.map { Phrase($0.title.english, $0.title.japanese).spoken }
        ?? (state == nil ? "" : Phrase("starting", "開始しています").spoken)
    }
    if render.duplicates > 0 {
      note += note.isEmpty ? "" : "; "
      note +=
        Phrase(
          "done \(counted(render.duplicates, "time")) in vain too",
          "重複して \(render.duplicates) 回実行されました"
        ).spoken
    }
    return (
      [
        "\(render.number)", printable(title(render)), said(word(render)), bar,
        elapsed(render).map(duration) ?? "", remaining(render).map(duration) ?? "",
      ], note
    )
  }

  /// All of them where there is room; else what is still to be done first, in its order, and then the newest.
  private func shown(_ room: Int) -> [Render] {
    if renders.count <= room { return renders }
    let active = renders.filter(\.isActive).sorted { a, b in
      (a.state == .running ? 0 : 1, a.order, a.number) < (
        b.state == .running ? 0 : 1, b.order, b.number
      )
    }
    let chosen = (active + renders.filter { !$0.isActive }.reversed()).prefix(max(1, room))
    let numbers = Set(chosen.map(\.number))
    return renders.filter { numbers.contains($0.number) }
  }

  /// Minutes and seconds, or hours and minutes.
  private func duration(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return seconds < 3600
      ? "\(seconds / 60):\(two(seconds % 60))" : "\(seconds / 3600)h\(two(seconds / 60 % 60))"
  }
}
