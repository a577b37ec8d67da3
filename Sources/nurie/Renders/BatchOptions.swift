import ArgumentParser
import Renders
import Studio

/// The runner that does the renders, and the resources that are asked of it.
struct BatchOptions: ParsableArguments {
  @Option(
    help: help(
      "The runner: local, or a batch system (slurm, pbs, nqsv, or one of your own).",
      "実行先: local、またはバッチシステム (slurm、pbs、nqsv、または自分で定義したもの)。", value: .name))
  var runner = RunnerList.usual

  @Option(
    help: help("The batch system's partition or queue.", "バッチシステムのパーティションかキュー。", value: .name))
  var partition: String?

  @Option(
    help: help(
      "How long each job may take, in the batch system's notation: 10:00.",
      "ジョブ 1 件の時間の上限。バッチシステムの書き方で: 10:00。", value: Phrase("time", "時間")))
  var time: String?

  @Option(
    help: help(
      "How much memory each needs, in the batch system's notation: 2G.",
      "1 件に必要なメモリ。バッチシステムの書き方で: 2G。", value: Phrase("size", "量")))
  var memory: String?

  @Option(help: help("The account or group that pays.", "課金先のアカウントかグループ。", value: .name))
  var account: String?

  mutating func validate() throws {
    if !chosen.isElsewhere, !resources.isEmpty {
      throw ValidationError(
        "--partition, --time, --memory and --account are for batch systems; give --runner too",
        "--partition、--time、--memory、--account はバッチシステム用です。--runner も指定してください")
    }
  }

  var resources: BatchResources {
    BatchResources(partition: partition, time: time, memory: memory, account: account)
  }

  /// The runner of that name; one that nobody knows throws when it is used.
  var chosen: any Runner { RunnerList()[runner] }
}
