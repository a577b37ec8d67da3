import ArgumentParser
import Renders

/// The runner that does the renders, and the resources that are asked of it.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The runner: local, or a batch system (slurm, pbs, nqsv, or one of your own).",
      valueName: "name"))
  var runner = RunnerList.usual

  @Option(help: ArgumentHelp("The batch system's partition or queue.", valueName: "name"))
  var partition: String?

  @Option(
    help: ArgumentHelp(
      "How long each render may take, in the batch system's notation: 10:00.", valueName: "time"))
  var time: String?

  @Option(
    help: ArgumentHelp(
      "How much memory each needs, in the batch system's notation: 2G.", valueName: "size"))
  var memory: String?

  @Option(help: ArgumentHelp("The account or group that pays.", valueName: "name"))
  var account: String?

  mutating func validate() throws {
    if !chosen.isElsewhere, !resources.isEmpty {
      throw ValidationError(
        "--partition, --time, --memory and --account are for batch systems; give --runner too")
    }
  }

  var resources: BatchResources {
    BatchResources(partition: partition, time: time, memory: memory, account: account)
  }

  /// The runner of that name; one that nobody knows throws when it is used.
  var chosen: any Runner { RunnerList()[runner] }
}
