import ArgumentParser
import ImageFormats
import Projects
import Renders
import Studio

/// The renders that a command is about.
struct RenderChoice: ParsableArguments {
  @Argument(help: help("The project, or a projection.", "プロジェクト (NAME.nurie)、または射影。")) var project:
    String

  @Argument(help: help("Renders by their numbers.", "レンダーの番号。", value: .render))
  var numbers: [Int] = []

  var queue: RenderQueue {
    get throws { try RenderedFolder(project).queue }
  }

  /// Those that are named, or all that fit.
  ///
  /// - Parameters:
  ///   - isFit: whether the command can do something for a render.
  ///   - refusal: why not, to follow "render 4 " or 「レンダー 4 は」.
  func chosen(
    _ renders: [Render], where isFit: (Render) -> Bool, refusal: (Render) -> Phrase
  ) throws -> [Render] {
    if numbers.isEmpty { return renders.filter(isFit) }
    let named = try renders.numbered(numbers, in: project)
    let unfit = named.filter { !isFit($0) }
    if !unfit.isEmpty {
      throw Failure(
        unfit.map {
          Phrase(
            "render \($0.number) \(refusal($0).english); nothing was changed.",
            "レンダー \($0.number) は\(refusal($0).japanese)。何も変更していません。"
          ).of(project)
        })
    }
    return named
  }

  /// "hana.nurie: renders 4, 5 cancelled".
  ///
  /// - Parameter what: to follow the numbers.
  func report(_ renders: [Render], _ what: Phrase) {
    let numbers = renders.map { "\($0.number)" }.joined(separator: ", ")
    print(
      renders.isEmpty
        ? Phrase("nothing to do", "対象がありません").of(project).spoken
        : Phrase(
          "render\(renders.count == 1 ? "" : "s") \(numbers) \(what.english)",
          "レンダー \(numbers) \(what.japanese)"
        ).of(project).spoken)
  }
}

extension Render {
  /// Why a command that is about what goes on has nothing to do with it.
  var refusal: Phrase {
    switch state {
    case .done: Phrase("is done", "完了しています")
    case .failed:
      Phrase("failed; nurie renders retry repeats it", "失敗しました (nurie renders retry でやり直し)")
    case .cancelled:
      Phrase("was cancelled; nurie renders retry repeats it", "中止されました (nurie renders retry でやり直し)")
    case .interrupted:
      Phrase(
        "was interrupted; nurie renders continue takes it up again",
        "中断されました (nurie renders continue で再開)")
    case .queued, .waiting, .running: Phrase("is not paused", "一時停止していません")
    case .paused: Phrase("is paused", "一時停止中です")
    case .unknown:
      Phrase(
        "is with a worker that gives no sign of life; nurie renders retry repeats it",
        "ワーカーから応答がありません (nurie renders retry でやり直し)")
    }
  }
}

extension [Render] {
  /// The renders of these numbers, in that order.
  func numbered(_ numbers: [Int], in project: String) throws -> [Render] {
    try numbers.map { number in
      guard let render = first(where: { $0.number == number }) else {
        throw Failure(
          project,
          "has no render \(number); nurie renders \(printable(project)) lists them",
          "レンダー \(number) はありません。nurie renders \(printable(project)) で一覧を表示します")
      }
      return render
    }
  }
}
