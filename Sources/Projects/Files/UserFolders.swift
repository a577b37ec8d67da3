import Glibc

/// The folders in which nurie keeps what is a user's: where the desktop says (the XDG base directories), else below the
/// home folder.
public struct UserFolders: Hashable, Sendable {
  /// The home folder; nil where the environment names none.
  public let home: String?
  /// Settings, themes and runners: `$XDG_CONFIG_HOME/nurie`, by default `~/.config/nurie`; nil where neither is named.
  public let configuration: String?
  /// The samples that may be drawn in: `$XDG_DATA_HOME/nurie`, by default `~/.local/share/nurie`, without a home below `/tmp`.
  public let data: String
  /// Files that can be made again: `$XDG_CACHE_HOME/nurie`, by default `~/.cache/nurie`, without a home below `/tmp`.
  public let cache: String

  /// - Parameter variable: a variable of the environment by its name. Only absolute paths count.
  public init(variable: (String) -> String? = UserFolders.variable) {
    func path(_ name: String) -> String? {
      variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let home = path("HOME")
    self.home = home
    configuration = (path("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }).map { $0 + "/nurie" }
    data = (path("XDG_DATA_HOME") ?? (home ?? "/tmp") + "/.local/share") + "/nurie"
    cache = (path("XDG_CACHE_HOME") ?? (home ?? "/tmp") + "/.cache") + "/nurie"
  }

  /// A variable of this process's environment; nil where it is unset.
  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
