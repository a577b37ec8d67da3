import ArgumentParser
import Glibc
import ImageFormats
import Projects
import Raster
import Renders
import Studio
import Training

/// The command that renders run as; people do not call it, and schedulers do.
struct RenderWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker",
    abstract: Phrase("Does the renders of a project.", "プロジェクトのレンダーを実行します。").spoken,
    discussion: Phrase(
      """
      With a project it does the renders that wait, one after the other, until none does; with a render's folder \
      (NAME.nurie/renders/NUMBER) it does that one. SIGTERM interrupts the render that is under way; it can be continued.
      """,
      """
      プロジェクトを指定すると、待機中のレンダーをなくなるまで順に実行します。レンダーのフォルダ (NAME.nurie/renders/NUMBER) を指定すると、それだけを実行します。SIGTERM で実行中のレンダーを中断します。あとで続けられます。
      """
    ).spoken,
    shouldDisplay: false)

  @Argument(help: help("The project's folder, or a render's.", "プロジェクトのフォルダ、またはレンダーのフォルダ。"))
  var folder: String

  @Option(help: help("The runner whose renders it takes.", "レンダーを受け持つ実行先。"))
  var runner = RunnerList.usual

  @Option(help: help("How many workers there may be on this machine.", "このマシンで動くワーカーの最大数。"))
  var jobs = 1

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    returnPlanesOfDrawings()
    Self.closeInherited()
    // The studio goes before: what it draws is waited for.
    RenderWorker.standBack()
    let parts = ProjectFolder(path: folder).path.split(
      separator: "/", omittingEmptySubsequences: false)
    let isOne = parts.count > 1 && parts[parts.count - 2] == "renders" && Int(parts.last!) != nil
    let place = isOne ? parts.dropLast(2).joined(separator: "/") : folder
    // The process stays in the folder, whatever its name becomes while it renders.
    if chdir(place.isEmpty ? "." : place) != 0 {
      throw ProjectError(.missing, path: place)
    }
    let worker = RenderWorker(
      RenderQueue(ProjectFolder(path: ".")), runner: runner, jobs: jobs, threads: threads,
      doing: AnyTask.doing,
      onAttempt: { attempt in Self.print(into: attempt.folder + "/log") })
    // Renders outlive the terminal that they were started from.
    signal(SIGHUP, SIG_IGN)
    let watch = SignalWatch([SIGTERM, SIGINT]) {
      worker.end(because: .toldToEnd(signal: Int($0)))
    }
    defer { watch.end() }
    if isOne, let number = Int(parts.last!) {
      if try !worker.run(only: number) {
        throw Failure(
          folder, "is not free: it is done, or another worker has it",
          "空いていません: 完了しているか、ほかのワーカーが実行しています")
      }
    } else {
      try worker.run()
    }
    if ProjectionFolder.isThere(".") {
      try ProjectionFolder(reading: ".").writeContact(of: RenderQueue(ProjectFolder(path: ".")))
    }
  }

  /// One core is left to the studio, and the others are shared.
  private var threads: Int {
    workOptions.threads ?? max(1, (WorkOptions.cores - 1) / max(1, jobs))
  }

  /// Closes what was open in who started the worker: nobody shall wait for its end who waits for the end of a pipe.
  private static func closeInherited() {
    guard let folder = opendir("/proc/self/fd") else { return }
    var open: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let number = Int32(name), number > STDERR_FILENO { open.append(number) }
    }
    closedir(folder)
    for number in open { close(number) }
  }

  /// The process's output, a crash's too, goes to the render's log.
  private static func print(into log: String) {
    let descriptor = open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    if descriptor < 0 { return }
    dup2(descriptor, STDOUT_FILENO)
    dup2(descriptor, STDERR_FILENO)
    close(descriptor)
  }
}
