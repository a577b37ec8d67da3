import Renders
import Testing

@testable import Studio

@Suite("Why a render stands so, in both languages")
struct RenderReasonPhraseTests {
  private static let steps: [RenderReason.Step] = [
    .notHandedOver, .handingOver, .handingOverEnded, .notAsked, .handedOver, .queued, .started,
    .holds(.machineRestarted), .silent("?"),
  ]
  private static let reasons: [RenderReason] =
    steps.map { .batch("pbs", $0) } + [
      .noWorker, .toldToEnd(signal: 15), .workerEnded(process: 7), .workerEnded(process: nil),
      .machineRestarted, .neverBegan,
      .jobEnded(what: .neverBegan, batch: "pbs", said: nil, printed: nil),
      .jobEnded(what: .workerEnded(process: 7), batch: "pbs", said: "F", printed: "x"),
      .neverGaveSign, .silent(minutes: 5), .resultTakenAway, .journalTooShort, .noDrawing("a"),
      .noReference, .noFile("a.png"), .diskFull,
      .programMoved("a"), .cannotStart("x"),
    ]

  @Test("A Japanese one holds no English words but names", arguments: reasons)
  func japanese(_ reason: RenderReason) {
    let words = reason.phrase.japanese.split { !$0.isASCII || !$0.isLetter }
    #expect(words.allSatisfy { ["pbs", "F", "x", "a", "png", "nurie"].contains($0) })
    #expect(reason.phrase.japanese.contains { !$0.isASCII })
    #expect(reason.phrase.english.allSatisfy { $0.isASCII })
  }

  @Test("What another program said is handed on, escaped")
  func told() {
    #expect(RenderReason.told("TIMEOUT").phrase == Phrase(same: "TIMEOUT"))
    #expect(RenderReason.told("a\u{1b}b").phrase == Phrase(same: "a\\u{1b}b"))
  }
}
