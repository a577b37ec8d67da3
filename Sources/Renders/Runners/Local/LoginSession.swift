import Glibc
import ImageFormats
import Projects

// Logind, where it is told to (KillUserProcesses), ends every process of a session when its user logs out, even one that leads
// a session of its own (setsid). A worker that systemd starts in a scope of the user's manager does not belong to the session;
// it ends with the manager, which stays after the last log-out only for users who linger. Settings that logind's files leave out are
// taken as Debian, Ubuntu, Fedora and Arch build it: processes stay.

/// Whether logging out ends what was started in this session.
struct LoginSession: Hashable, Sendable {
  /// Whether what the session started ends with it.
  let endsProcesses: Bool
  /// Whether the user's own manager stays after the last log-out.
  let lingers: Bool
  /// The program that starts something outside the session; nil where there is none.
  let launcher: String?

  /// - Parameters:
  ///   - root: stands for `/`.
  ///   - user: the name and number of who starts something.
  ///   - path: the folders that programs are looked for in.
  init(root: String = "", user: String, number: uid_t, path: [String]) {
    let isManaged = FileStatus(root + "/run/systemd/system") != nil
    let groups = LoginSession.text(root + "/proc/self/cgroup")
    let settings = LoginSession.settings(root)
    let names = { (key: String) in
      settings[key].map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }
    let isExcluded = (names("KillExcludeUsers") ?? ["root"]).contains(user)
    let only = names("KillOnlyUsers") ?? []
    let isMeant = only.isEmpty ? !isExcluded : only.contains(user)
    let isOn = ["1", "yes", "y", "true", "t", "on"].contains(
      settings["KillUserProcesses"]?.lowercased() ?? "no")
    endsProcesses = isManaged && groups.contains("/session-") && isOn && isMeant
    lingers = FileStatus("\(root)/var/lib/systemd/linger/\(user)") != nil
    let hasManager = FileStatus("\(root)/run/user/\(number)/systemd") != nil
    launcher =
      hasManager
      ? path.map { root + $0 + "/systemd-run" }.first { access($0, X_OK) == 0 } : nil
  }

  /// This process's.
  static func own() -> LoginSession {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return LoginSession(
      user: LockHolder.own().user, number: getuid(),
      path: path.split(separator: ":").map(String.init))
  }

  /// The words that are put before a worker's command line.
  var words: [String] {
    guard endsProcesses, let launcher else { return [] }
    return [launcher, "--user", "--scope", "--quiet", "--collect", "--"]
  }

  /// A warning for the artist before logging out, ready for a terminal; nil where there is nothing.
  var warning: String? {
    guard endsProcesses else { return nil }
    if launcher == nil {
      return
        "this machine ends your programs when you log out (KillUserProcesses), renders too; they can be continued afterwards."
    }
    if !lingers {
      return
        "this machine ends your programs when you log out (KillUserProcesses); renders go on only while you are logged in elsewhere; loginctl enable-linger lets them go on always"
    }
    return nil
  }

  /// logind.conf and what adds to it, by the settings' names; the last of a name counts.
  private static func settings(_ root: String) -> [String: String] {
    let places = ["/usr/lib/systemd", "/run/systemd", "/etc/systemd"].map { root + $0 }
    let main = places.reversed().map { $0 + "/logind.conf" }.first { FileStatus($0) != nil }
    // A file in a later place hides one of the same name.
    var added: [String: String] = [:]
    for place in places {
      for name in names(in: place + "/logind.conf.d") where name.hasSuffix(".conf") {
        added[name] = "\(place)/logind.conf.d/\(name)"
      }
    }
    let files = [main].compactMap(\.self) + added.sorted { $0.key < $1.key }.map(\.value)
    var settings: [String: String] = [:]
    for file in files {
      for line in text(file).split(separator: "\n") where !line.hasPrefix("#") {
        guard let sign = line.firstIndex(of: "=") else { continue }
        settings[trimmed(line[..<sign])] = trimmed(line[line.index(after: sign)...])
      }
    }
    return settings
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
  }

  /// Empty where it cannot be read.
  private static func text(_ file: String) -> String {
    String(decoding: (try? readBytes(file, limit: 1 << 20)) ?? [], as: UTF8.self)
  }
}
