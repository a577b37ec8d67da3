import Coloring
import FoundationEssentials
import Projects
import Renders

extension RenderListing {
  private struct Document: Encodable {
    let stopped: Bool
    let renders: [Entry]
  }

  private struct Entry: Encodable {
    let number: Int
    let drawing: String
    let title: String
    let state: String
    let why: String?
    let stage: String?
    let share: Double?
    let overall: Double?
    let elapsed: Int?
    let remaining: Int?
    let attempts: Int
    let duplicated: Int
    let batch: Int?
    let runner: String
    let ticket: BatchTicket?
    let worker: WorkerIdentity?
    let result: String?
    let layers: String?
    let preview: String?
    let log: String?
    let lastLogLine: String?
  }

  /// `{"stopped": …, "renders": [{"number": 4, "drawing": "walk", "state": "running", …}]}`.
  func json(pretty: Bool) throws -> String {
    let entries = renders.map { render in
      let isDone = render.state == .done
      return Entry(
        number: render.number, drawing: render.job.drawing.rawValue, title: title(render),
        state: word(render), why: why(render), stage: render.progress?.stage?.rawValue,
        share: render.progress?.share, overall: isDone ? 1 : render.progress?.overall,
        elapsed: elapsed(render), remaining: remaining(render), attempts: render.attempt,
        duplicated: render.duplicates, batch: render.job.batch, runner: render.job.runner,
        ticket: render.ticket,
        worker: render.worker, result: isDone ? render.result : nil,
        layers: isDone ? render.layers : nil, preview: render.preview, log: render.log,
        lastLogLine: isDone ? nil : render.lastLogLine())
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(Document(stopped: isStopped, renders: entries)), as: UTF8.self)
  }
}
