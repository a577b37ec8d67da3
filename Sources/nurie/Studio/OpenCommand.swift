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
    abstract: Phrase(
      "Opens the studio: see, correct and colour drawings in the terminal.",
      "スタジオを開きます: 端末で線画を見て、直し、塗ります。"
    ).spoken,
    discussion: Phrase(
      """
      Without a path it opens the project that was open last, or at the very first start a project of samples to \
      try everything on. From a folder of pictures, or from a drawing and a reference, it makes a project after asking; \
      where --reference names none, coloured pictures become references.

      Examples:

        nurie open hana.nurie
        nurie open cut012/
        nurie open line.png sheet.png
      """,
      """
      パスを指定しなければ、前回開いたプロジェクトを、初回はサンプルのプロジェクトを開きます。画像のフォルダ、または線画と色見本を指定すると、確認のうえプロジェクトを作ります。--reference がなければ、色のついた画像を色見本にします。

      例:

        nurie open hana.nurie
        nurie open cut012/
        nurie open line.png sheet.png
      """
    ).spoken)

  @Argument(
    help: help(
      "A project (NAME.nurie), a folder of pictures, or line drawings and references.",
      "プロジェクト (NAME.nurie)、画像のフォルダ、または線画と色見本。"))
  var paths: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: help("Coloured drawings of the same character.", "同じキャラクターの色見本。", value: .reference))
  var reference: [String] = []

  @Option(
    help: help(
      "The language of the interface this time, en or ja; otherwise the one last chosen in the studio, or LANG's.",
      "今回の表示言語 (en か ja)。指定しなければ前回スタジオで選んだもの、または LANG の言語。")
  )
  var language: Language?

  @OptionGroup var terminal: TerminalOptions

  /// A single word that is neither a command nor a file was meant as a command.
  func validate() throws {
    if paths.count == 1, reference.isEmpty, !paths[0].contains("/"), !paths[0].contains("."),
      access(paths[0], F_OK) != 0
    {
      throw ValidationError(
        "There is neither a command nor a project '\(paths[0])'.",
        "'\(paths[0])' というコマンドもプロジェクトもありません。")
    }
  }

  func run() throws {
    // A studio that holds 200 MB would take 400; it costs a tenth more time to colour a drawing.
    returnPlanes(from: 1 << 18, keeping: 1 << 17)
    let folders = UserFolders()
    let preferences = folders.configuration.map { Preferences(folder: $0) } ?? Preferences()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Failure([
        Phrase(
          "the studio needs a terminal; nurie --help lists the commands that do without one.",
          "スタジオには端末が必要です。端末なしで使えるコマンドは nurie --help で見られます。")
      ])
    }
    let language =
      language ?? preferences.language ?? Language(locale: TerminalEnvironment.current.locale)
    guard let chosen = try choice(preferences, language) else { return }
    let (theme, problem) = folders.themes.usableOrStandard(
      preferences.theme ?? ThemeLibrary.standardName)
    let backend = try terminalBackend(theme)
    defer { backend.close() }
    var state = StudioState(
      language: language, theme: theme, capabilities: backend.capabilities, size: backend.size)
    state.terminal.chosenLanguage = preferences.language
    state.terminal.chosenTheme = preferences.theme
    if terminal.overrides.glyphs == nil { state.terminal.recall(preferences.glyphs) }
    state.terminal.isMouseOn = preferences.isMouseOn ?? true
    state.places = preferences.places ?? []
    state.announces = preferences.announces ?? .none
    backend.captureMouse(state.terminal.isMouseOn)
    var news: [Action] = []
    if preferences.project == nil { news.append(.welcomed(Self.welcome)) }
    if let problem { news.append(.happened(.failed, problem.phrase)) }
    if let warning = chosen.warning { news.append(.happened(.warning, warning)) }
    var session = OpenStudio(backend: backend, folders: folders, state: state)
    var next: String? = UserPath.absolute(chosen.path)
    while let path = next {
      next = try session.run(path, news: news)
      news = []
    }
    if let signal = backend.ending {
      backend.close()
      say(Self.farewell(signal)(session.state.terminal.language))
      // As shells count a command that a signal ended.
      throw ExitCode(128 + signal)
    }
  }

  /// The words after the end that the artist did not ask for; what could not be saved would have been said instead.
  private static func farewell(_ signal: Int32) -> Phrase {
    let name = [SIGTERM: "SIGTERM", SIGHUP: "SIGHUP", SIGINT: "SIGINT"][signal] ?? "\(signal)"
    return Phrase(
      "the studio was ended by the signal \(name); every edit is saved",
      "シグナル \(name) により終了しました。編集はすべて保存されています")
  }

  /// The project to open; nil where none is to be made.
  private func choice(_ preferences: Preferences, _ language: Language) throws -> ProjectChoice? {
    let making = ProjectMaking(language: language, work: Work(threads: 2))
    do {
      return paths.isEmpty && reference.isEmpty
        ? try making.last(preferences) : try making.named(paths, references: reference)
    } catch let error as ImageError {
      throw Failure([error.phrase(language)])
    } catch let error as ProjectError {
      throw Failure([error.phrase(language)])
    }
  }

  private static let welcome = Phrase(
    "Welcome! Enter opens a drawing, F5 shows it coloured, ? lists every key.",
    "ようこそ! Enter で線画を開き、F5 で彩色結果、? でキー一覧を表示します。")

  private func terminalBackend(_ theme: Theme) throws -> CursesBackend {
    do throws(TerminalError) {
      return try CursesBackend(overrides: terminal.overrides, exact: theme.colors)
    } catch {
      throw Failure(["\(error.description)."])
    }
  }
}
