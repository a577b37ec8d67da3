import ArgumentParser
import Coloring
import Glibc
import ImageFormats
import Projects
import Renders
import Studio

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: Phrase("Colours drawings of a project in the background.", "プロジェクトの線画をバックグラウンドで塗ります。")
      .spoken,
    discussion: Phrase(
      """
      Each drawing waits for its turn in the project's queue and is coloured as it stands now, with your corrections; you may go on \
      drawing, close the terminal and log out. nurie renders shows the progress.

      Examples:

        nurie render hana.nurie walk run
        nurie render hana.nurie --all --output coloured/
        nurie render hana.nurie --all --layers psd --watch
        nurie render hana.nurie --continue
        nurie render hana.nurie --all --runner slurm --partition short --time 10:00 --memory 2G

      Renders that were queued before go on too. After a machine went down or workers were ended, --continue takes up all that wait or \
      were interrupted.

      On a cluster, --runner hands the renders to a batch system, one array for all: slurm, pbs, nqsv, or one that you describe in \
      ~/.config/nurie/runners/NAME.toml (runners/slurm.toml in nurie's sources explains how). The project and nurie itself have to \
      be where the nodes can see them; nurie doctor --node --runner slurm checks that.
      """,
      """
      線画はプロジェクトの待ち行列で順番を待ち、今の状態のまま、加えた修正のとおりに塗られます。描き続けても、端末を閉じても、ログアウトしてもかまいません。進み具合は nurie renders で見られます。

      例:

        nurie render hana.nurie walk run
        nurie render hana.nurie --all --output coloured/
        nurie render hana.nurie --all --layers psd --watch
        nurie render hana.nurie --continue
        nurie render hana.nurie --all --runner slurm --partition short --time 10:00 --memory 2G

      前に待ち行列に入れたレンダーも続けます。マシンが止まったときやワーカーが終了したときは、--continue で待機中・中断したものをすべて再開します。

      クラスタでは、--runner でレンダーをバッチシステムにまとめて 1 つの配列として渡します: slurm、pbs、nqsv、または ~/.config/nurie/runners/NAME.toml に自分で書いたもの (書き方は nurie のソースの runners/slurm.toml)。プロジェクトと nurie は、計算ノードから見える場所に置いてください。nurie doctor --node --runner slurm で確かめられます。
      """
    ).spoken)

  @Argument(help: help("The project.", "プロジェクト (NAME.nurie)。")) var project: String

  @Argument(help: help("Drawings by their names.", "線画の名前。")) var drawings: [String] = []

  @Flag(help: help("Every drawing that has a reference.", "色見本のあるすべての線画。"))
  var all = false

  @Option(help: LayeredFormat.optionHelp) var layers: LayeredFormat?

  @Option(
    help: help(
      "A folder for the coloured pictures, under the drawings' names; they stay in the project's renders too.",
      "彩色した画像を線画の名前で書き出すフォルダ。プロジェクトの renders にも残ります。", value: .folder))
  var output: String?

  @Flag(help: help("Replace files that exist already in that folder.", "そのフォルダの既存のファイルを置き換えます。"))
  var force = false

  @Option(help: help("How many to render at the same time.", "同時にレンダーする数。", value: .number))
  var jobs = 1

  @Option(
    help: help(
      "How many processor cores each uses; unless given, they share all but one. The picture is the same.",
      "1 件が使う CPU コアの数。指定しなければ 1 つを残して分け合います。結果は同じです。", value: .number))
  var threads: Int?

  @OptionGroup(title: Phrase("Where", "実行先").spoken) var batch: BatchOptions

  @Flag(help: help("Stay and show the progress until they have ended.", "終わるまで進み具合を表示します。"))
  var watch = false

  @Flag(
    name: .customLong("continue"),
    help: help("Go on with what waits or was interrupted.", "待機中・中断したレンダーを続けます。"))
  var goesOn = false

  @OptionGroup(title: ColoringOptions.titleInProjects) var colouring: ColoringOptions

  mutating func validate() throws {
    if !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256", "--jobs には 1 から 256 の数を指定してください")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError(
        "--threads is a number from 1 to 1024", "--threads には 1 から 1024 の数を指定してください")
    }
    if all && !drawings.isEmpty {
      throw ValidationError("give drawings or --all, not both", "線画と --all のどちらか一方を指定してください")
    }
    if force && output == nil {
      throw ValidationError("--force is for --output", "--force は --output とともに使います")
    }
    if drawings.isEmpty && !all && !goesOn {
      throw ValidationError(
        "name the drawings to render, or give --all or --continue",
        "レンダーする線画を指定するか、--all か --continue を付けてください")
    }
  }

  func run() throws {
    let place = try RenderedFolder(self.project)
    let queue = place.queue
    try batch.chosen.check()
    queue.askRunners(always: true)
    let before = queue.renders()
    if goesOn { try queue.resume(before.filter(\.isInterrupted)) }
    let jobs =
      drawings.isEmpty && !all
      ? [] : try jobs(of: Project(reading: place.folder), besides: before)
    if let output, !jobs.isEmpty { try OutputPlan.makeFolders([output], several: true) }
    let added = try queue.add(jobs)
    let started = try queue.startWorkers(jobs: self.jobs, for: goesOn ? nil : batch.runner)
    if let warning = started.warning { say(warning) }
    print(QueueReport(queue: queue, name: self.project, added: added, started: started).sentence)
    if watch {
      try RenderFollowing(place, named: self.project).run(isLasting: false)
    }
  }

  /// The renders to queue; one that is there already in the same form is said.
  private func jobs(of project: Project, besides renders: [Render]) throws -> [RenderJob] {
    let state = project.history.state
    let chosen: [Picture]
    if all {
      chosen = state.drawings.filter { !state.matched(for: $0.id).isEmpty }
      let without = state.drawings.count - chosen.count
      if without > 0 {
        say(
          Phrase(
            "\(counted(without, "drawing")) of \(printable(self.project)) \(without == 1 ? "has" : "have") no reference, and \(without == 1 ? "is" : "are") left out.",
            "\(printable(self.project)) の線画 \(without) 枚は色見本がないため除きます。"))
      }
    } else {
      chosen = try state.drawings(named: drawings, in: self.project)
      try state.checkReferences(of: chosen, in: self.project)
    }
    for drawing in chosen
    where PartsPicture(of: drawing, in: project.folder, parts: state.allParts).isEditedOutside {
      say(
        Phrase(
          "its parts.png was edited, which renders do not see; open the drawing in the studio first.",
          "parts.png の編集はレンダーに反映されません。先にスタジオで線画を開いてください。"
        ).of(drawing.title)
      )
    }
    let names = state.fileNames
    let jobs = chosen.map { drawing in
      var layers = layers
      if let refusal = layers?.refusal(
        width: drawing.width, height: drawing.height, file: drawing.title)
      {
        say(
          "\(Phrase(refusal).spoken) \(Phrase("The PNG is written all the same.", "PNG は書き出します。").spoken)"
        )
        layers = nil
      }
      return RenderJob(
        of: drawing.id, in: project.history, given: colouring.given,
        layers: layers, runner: batch.runner, threads: threads, resources: batch.resources,
        output: output.map {
          RenderOutput(
            folder: Self.absolute($0), name: names[drawing.id] ?? drawing.id.rawValue)
        })
    }
    try checkOutput(of: jobs, project)
    return zip(chosen, jobs).compactMap { drawing, job in
      // One that another runner has may never be taken there.
      let same = renders.first {
        $0.isActive && $0.job.drawing == job.drawing && $0.job.key == job.key
          && $0.job.layers == job.layers && $0.job.runner == job.runner
          && $0.job.output == job.output
      }
      guard let same else { return job }
      say(
        Phrase(
          "already waits or runs, as render \(same.number).",
          "すでにレンダー \(same.number) として待機中・レンダー中です。"
        ).of(drawing.title))
      return nil
    }
  }

  /// - Throws: `Failure` where a file stands in the way, or is one of the project's pictures.
  private func checkOutput(of jobs: [RenderJob], _ project: Project) throws {
    let files = jobs.flatMap { job in
      job.output.map { output in
        ([".png"] + (job.layers.map { [$0.suffix] } ?? [])).map(output.file)
      } ?? []
    }
    try LineArtGuard(project.history.state, in: project.folder).check(files)
    let standing = files.filter { access($0, F_OK) == 0 }
    if !force, !standing.isEmpty {
      throw Failure(
        standing.map {
          Phrase.exists.of($0)
        })
    }
  }

  /// From the root on: a worker runs elsewhere.
  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return "\(String(cString: here))/\(path)"
  }
}
