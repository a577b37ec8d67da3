import FoundationEssentials
import Glibc
import ImageFormats
import Projects

/// The workers that go through a project's queue, on this and other machines: a file each, `renders/workers/HOST-PROCESS`.
struct WorkerRegistry: Sendable {
  let project: ProjectFolder

  /// Lists a worker; once more does no harm.
  func add(_ worker: WorkerIdentity) throws {
    try project.make(project.workers)
    // Not synced: after a crash of the machine there is no worker.
    let bytes = try JSONEncoder().encode(worker)
    // A worker and who starts it list it at the same time.
    let aside = "\(project.workers)/.\(worker.fileName)-\(getpid())"
    do {
      try bytes.write(to: URL(filePath: aside))
    } catch {
      throw ProjectError(.writing(errno), path: project.path)
    }
    if rename(aside, file(worker)) != 0 {
      throw ProjectError(.writing(errno), path: project.path)
    }
  }

  func remove(_ worker: WorkerIdentity) { unlink(file(worker)) }

  /// Says that it lives, to other machines.
  func beat(_ worker: WorkerIdentity) { utimensat(AT_FDCWD, file(worker), nil, 0) }

  /// Those that live as far as can be known, the longest at work first. Files of others are cleared away.
  func living(seenBy own: WorkerIdentity = .own(), now: Int = Timestamp.now()) -> [WorkerIdentity] {
    names(in: project.workers).compactMap { name -> WorkerIdentity? in
      let file = "\(project.workers)/\(name)"
      guard !name.hasPrefix("."), let bytes = try? readBytes(file, limit: 65_536),
        let worker = try? JSONDecoder().decode(WorkerIdentity.self, from: Data(bytes))
      else { return nil }
      let heard = FileStatus(file).map { $0.changed / 1_000_000_000 }
      switch worker.life(seenBy: own, heard: heard, now: now) {
      case .running: return worker
      case .silent: return nil
      case .ended:
        unlink(file)
        return nil
      }
    }
    .sorted { ($0.start ?? 0, $0.process) < ($1.start ?? 0, $1.process) }
  }

  private func file(_ worker: WorkerIdentity) -> String {
    "\(project.workers)/\(worker.fileName)"
  }
}
