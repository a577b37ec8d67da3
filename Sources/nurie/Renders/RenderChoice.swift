import ArgumentParser
import ImageFormats
import Projects
import Renders

/// The renders that a command is about.
struct RenderChoice: ParsableArguments {
  @Argument(help: "The project.") var project: String

  @Argument(help: ArgumentHelp("Renders by their numbers.", valueName: "render"))
  var numbers: [Int] = []

  var queue: RenderQueue {
    get throws { RenderQueue(try Project(reading: ProjectFolder(path: project)).folder) }
  }

  /// Those that are named, or all that fit.
  ///
  /// - Parameters:
  ///   - isFit: whether the command can do something for a render.
  ///   - refusal: why not, to follow "render 4 ".
  func chosen(
    _ renders: [Render], where isFit: (Render) -> Bool, refusal: (Render) -> String
  ) throws -> [Render] {
    if numbers.isEmpty { return renders.filter(isFit) }
    let named = try renders.numbered(numbers, in: project)
    let unfit = named.filter { !isFit($0) }
    if !unfit.isEmpty {
      throw Failure(
        unfit.map {
          "\(printable(project)): render \($0.number) \(refusal($0)); nothing was changed."
        })
    }
    return named
  }

  /// "hana.nurie: renders 4, 5 cancelled".
  func report(_ renders: [Render], _ what: String) {
    let numbers = renders.map { "\($0.number)" }.joined(separator: ", ")
    print(
      renders.isEmpty
        ? "\(printable(project)): nothing to do"
        : "\(printable(project)): render\(renders.count == 1 ? "" : "s") \(numbers) \(what)")
  }
}

extension Render {
  /// Why a command that is about what goes on has nothing to do with it.
  var refusal: String {
    switch state {
    case .done: "is done"
    case .failed: "failed; nurie renders retry repeats it"
    case .cancelled: "was cancelled; nurie renders retry repeats it"
    case .interrupted: "was interrupted; nurie renders continue takes it up again"
    case .queued, .waiting, .running: "is not paused"
    case .paused: "is paused"
    case .unknown: "is with a worker that gives no sign of life; nurie renders retry repeats it"
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
          "has no render \(number); nurie renders \(printable(project)) lists them")
      }
      return render
    }
  }
}
