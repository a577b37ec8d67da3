import ArgumentParser
import Glibc
import ImageFormats
import Projects
import Raster
import Studio
import TerminalUI

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Opens the studio: see, correct and colour drawings in the terminal.",
    discussion: """
      Without a path it opens the project that was open last; at the very first start a project of samples, to \
      try everything on. Of a folder of pictures, or of a drawing and a reference, it makes a project after asking.

      Examples:

        nurie open hana.nurie
        nurie open cut012/
        nurie open line.png --reference sheet.png
      """)

  @Argument(help: "A project (NAME.nurie), a folder of pictures, or line drawings.")
  var paths: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Coloured drawings of the same character.", valueName: "ref"))
  var reference: [String] = []

  @Option(help: "The language of the interface, en or ja; LANG says, unless given.")
  var language: Language?

  @OptionGroup var terminal: TerminalOptions

  /// A single word that is neither a command nor a file was meant as a command.
  func validate() throws {
    if paths.count == 1, reference.isEmpty, !paths[0].contains("/"), !paths[0].contains("."),
      access(paths[0], F_OK) != 0
    {
      throw ValidationError("There is neither a command nor a project '\(paths[0])'.")
    }
  }

  func run() throws {
    let places = EffectRunner.Places(
      home: variable("HOME"),
      configuration: Preferences.folder(
        home: variable("HOME"), configuration: variable("XDG_CONFIG_HOME")))
    let preferences = places.configuration.map { Preferences(folder: $0) } ?? Preferences()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Failure([
        "the studio needs a terminal; nurie --help lists the commands that do without one."
      ])
    }
    let work = Work(threads: 2)
    let chosen =
      paths.isEmpty && reference.isEmpty
      ? try ProjectChoice.last(preferences, work: work)
      : try ProjectChoice.named(paths, references: reference, work: work)
    guard let path = chosen else { return }
    let mailbox = Mailbox()
    let project = try opened(path, mailbox)
    let (theme, problem) = places.themes.themeOrStandard(
      preferences.theme ?? ThemeLibrary.standardName)
    if let problem { mailbox.post(.happened(.failed, Phrase(same: problem.description))) }
    let backend = try terminalBackend(theme)
    var state = StudioState(
      language: language ?? preferences.language
        ?? Language(locale: TerminalEnvironment.current.locale),
      theme: theme, capabilities: backend.capabilities, size: backend.size)
    state.isMouseOn = preferences.isMouseOn ?? true
    backend.captureMouse(state.isMouseOn)
    // `wake` alone may be called from any thread.
    nonisolated(unsafe) let waking = backend
    mailbox.onFirst { waking.wake() }
    let runner = EffectRunner(project: project, places: places, threads: 2, post: mailbox.post)
    var loop = StudioLoop(backend: backend, runner: runner, mailbox: mailbox, state: state)
    mailbox.post(.projectOpened(OpenProject(project)))
    for note in project.notes { mailbox.post(.happened(.warning, Phrase(same: note))) }
    if preferences.project == nil { mailbox.post(.happened(.done, Self.welcome)) }
    loop.run()
    let trouble = runner.finish()
    backend.close()
    project.writer?.lock.release()
    if let trouble { throw Failure([trouble]) }
  }

  private static let welcome = Phrase(
    "Welcome! Enter opens a drawing, F5 shows it coloured, ? lists every key.",
    "ようこそ! Enter で線画を開き、F5 で彩色結果、? でキー一覧を表示します。")

  private func opened(_ path: String, _ mailbox: Mailbox) throws -> Project {
    do throws(ProjectError) {
      return try Project(
        opening: path,
        report: { report in
          switch report {
          case .confirmed(let number): mailbox.post(.confirmed(number))
          case .failed(let error, _): mailbox.post(.journalFailed(error.description))
          }
        },
        onLost: {
          mailbox.post(.journalFailed("another program has taken this project over"))
        })
    } catch {
      throw Failure([error.description])
    }
  }

  private func terminalBackend(_ theme: Theme) throws -> CursesBackend {
    do throws(TerminalError) {
      return try CursesBackend(overrides: terminal.overrides, exact: theme.colors)
    } catch {
      throw Failure(["\(error.description)."])
    }
  }

  private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
