import Glibc

// A project is made in a hidden folder beside its place, `.nurie-PROCESS-NAME.tmp`, and gets its name when all is in it. A process
// that is killed on the way leaves that folder behind. It holds a lock as every open project does, so it is known when nobody works
// on it any more: its process has ended on this machine, or its lock has not been renewed for a day.

/// A project in the making.
struct ProjectDraft {
  /// A draft of another machine is given up after so many seconds without a beat: clocks differ by less.
  private static let patience = 86_400

  let folder: ProjectFolder

  private init(folder: ProjectFolder) { self.folder = folder }

  /// The draft that this process makes of a project.
  init(of target: ProjectFolder) {
    folder = ProjectFolder(path: target.parent + "/.nurie-\(getpid())-\(target.name).tmp")
  }

  /// Those in a folder that nobody will finish.
  ///
  /// - Parameter now: seconds since 1970.
  static func abandoned(
    in parent: String, now: Int = time(nil), own: LockHolder = .own()
  ) -> [ProjectDraft] {
    names(in: parent).compactMap { name in
      guard name.hasPrefix(".nurie-"), name.hasSuffix(".tmp") else { return nil }
      let draft = ProjectDraft(folder: ProjectFolder(path: parent + "/" + name))
      return draft.isAbandoned(now: now, own: own) ? draft : nil
    }
  }

  private func isAbandoned(now: Int, own: LockHolder) -> Bool {
    guard let made = FileStatus(folder.path), made.isFolder else { return false }
    // A folder of that name that holds something and is no project is somebody else's.
    if FileStatus(folder.manifest) == nil, !names(in: folder.path).isEmpty { return false }
    let holder = ProjectLock.content(folder).flatMap(ProjectLock.holder)
    if holder?.hasEnded(seenBy: own) == true { return true }
    let beat = FileStatus(folder.lock) ?? made
    return now - beat.changed / 1_000_000_000 > Self.patience
  }

  func remove() -> Bool { FolderTree.remove(folder.path) }
}
