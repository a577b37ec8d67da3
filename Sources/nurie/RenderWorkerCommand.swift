import ArgumentParser
import Glibc
import Projects
import Raster

/// What a render runs as; people do not call it.
struct RenderWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker", abstract: "Does one render of a project.", shouldDisplay: false)

  @Argument(help: "The render's folder.") var folder: String

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    // The studio goes before: what it draws is waited for.
    _ = nice(10)
    try RenderWorker(folder: folder).run(threads: workOptions.work.threads)
  }
}
