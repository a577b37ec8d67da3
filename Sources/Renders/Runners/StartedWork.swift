/// The workers that were started, and the jobs that were handed over, by one call.
public struct StartedWork: Hashable, Sendable {
  /// The number of workers that were started on this machine.
  public var workers = 0
  /// The jobs that were handed to others: "slurm job 5".
  public var jobs: [String] = []
  /// A warning for the artist before logging out, ready for a terminal; nil where there is nothing.
  public var warning: String?

  init(workers: Int = 0, jobs: [String] = [], warning: String? = nil) {
    self.workers = workers
    self.jobs = jobs
    self.warning = warning
  }

  mutating func add(_ other: StartedWork) {
    workers += other.workers
    jobs += other.jobs
    warning = warning ?? other.warning
  }
}
