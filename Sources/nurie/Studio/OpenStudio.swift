import Projects
import Studio
import TerminalUI

/// The studio on one terminal, with one project after the other.
struct OpenStudio {
  let backend: CursesBackend
  let folders: UserFolders
  /// Language, theme, mouse, terminal and places: what outlives a project.
  var state: StudioState
  /// The last sight of the lock of a project that somebody else holds.
  private var watch = LockWatch()

  init(backend: CursesBackend, folders: UserFolders, state: StudioState) {
    self.backend = backend
    self.folders = folders
    self.state = state
  }

  /// Shows a project until the artist leaves it.
  ///
  /// - Parameter news: what to say first.
  /// - Returns: the project to open next; nil where the artist quits or the terminal is gone.
  mutating func run(_ path: String, news: [Action]) throws -> String? {
    let mailbox = Mailbox()
    let project = try opened(path, mailbox)
    // `wake` alone may be called from any thread.
    nonisolated(unsafe) let waking = backend
    mailbox.onFirst { waking.wake() }
    // The runner looks at the renders at once, and what it finds must not come before the project that they are of.
    mailbox.post(.projectOpened(OpenProject(project)))
    let runner = EffectRunner(
      project: project, folders: folders, threads: 2, post: mailbox.post)
    var loop = StudioLoop(backend: backend, runner: runner, mailbox: mailbox, state: state)
    for note in project.notes { mailbox.post(.happened(.warning, note.phrase)) }
    for action in news { mailbox.post(action) }
    let holderWatch =
      project.writer == nil
      ? HolderWatch(project, watch: watch, post: mailbox.post) : nil
    let next = loop.run()
    watch = holderWatch?.end() ?? LockWatch()
    let trouble = runner.finish(remembering: loop.state.preferences)
    project.writer?.lock.release()
    if let trouble { throw Failure([trouble]) }
    state = StudioState(loop.state.terminal)
    state.places = loop.state.preferences.places ?? []
    state.announces = loop.state.announces
    return next
  }

  private func opened(_ path: String, _ mailbox: Mailbox) throws -> Project {
    do throws(ProjectError) {
      return try Project(
        opening: path, watch: watch, now: LockWatch.now,
        report: { report in
          switch report {
          case .confirmed(let number): mailbox.post(.confirmed(number))
          case .failed(let error, _): mailbox.post(.journalFailed(error.reasonPhrase))
          }
        },
        onLost: {
          mailbox.post(
            .journalFailed(
              Phrase(
                "another program has taken this project over.",
                "ほかのプログラムがこのプロジェクトを引き継ぎました。")))
        })
    } catch {
      throw Failure([error.phrase(state.terminal.language)])
    }
  }
}
