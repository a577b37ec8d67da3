internal import Delivery
internal import Dispatch
internal import ImageFormats
internal import Projects
internal import Raster

/// Teaches a project's parts in the background, one order at a time.
final class Teacher: Sendable {
  private let project: ProjectFolder
  private let engines: Engines
  private let post: @Sendable (Action) -> Void
  private let orders: NewestOnly

  /// - Parameter post: called from any thread.
  init(
    _ project: ProjectFolder, threads: Int, engines: Engines,
    post: @escaping @Sendable (Action) -> Void
  ) {
    self.project = project
    self.engines = engines
    self.post = post
    orders = NewestOnly(
      on: DispatchQueue(label: "nurie.teaching", qos: .utility), threads: threads)
  }

  func teach(_ state: ProjectState) {
    run { [self] work in
      .taught(try PartsTeacher(project, state: state, engines: engines).teach(work: work))
    }
  }

  func count(from old: ProjectState, to new: ProjectState) {
    run { [self] work in
      .taughtCounted(
        try PartChanges(of: project, from: old, to: new, engines: engines, work: work))
    }
  }

  /// Gives up what is under way.
  func cancel() { orders.cancel() }

  private func run(_ body: @escaping @Sendable (Work) throws -> Action) {
    orders.run { [self] work in
      do {
        post(try body(work))
      } catch is Cancelled {
        return
      } catch let error as ImageError {
        post(.teachingFailed(Phrase(error.inside(project))))
      } catch {
        post(.teachingFailed(Phrase(error)))
      }
    }
  }
}
