import Glibc

/// The themes there are: those the program is built with, and the user's own files, which go before.
public struct ThemeLibrary: Sendable {
  /// The theme that is used where none is chosen, and that every theme inherits from unless it says otherwise.
  public static let standardName = "sumi"

  /// The folder of the user's themes; nil for none.
  public let folder: String?

  /// - Parameter folder: need not exist.
  public init(folder: String?) { self.folder = folder }

  /// All names, sorted.
  public var names: [String] { Set(Self.builtIn.keys).union(userNames).sorted() }

  /// The theme of a name.
  ///
  /// - Throws: `ThemeError`, which names file and line or file and key.
  public func theme(_ name: String) throws(ThemeError) -> Theme {
    try theme(name, without: [])
  }

  /// The theme of a name, or what can be used in its place, and what is wrong with it.
  ///
  /// A user's file that is broken takes no built-in theme away: the one whose name it has is used, also by
  /// those that inherit from it.
  public func usable(_ name: String) -> (theme: Theme?, problem: ThemeError?) {
    var broken: [ThemeError] = []
    while true {
      do throws(ThemeError) {
        return (try theme(name, without: Set(broken.map(\.file))), broken.first)
      } catch {
        if !hidesBuiltIn(error.file) || broken.contains(where: { $0.file == error.file }) {
          return (nil, broken.first ?? error)
        }
        broken.append(error)
      }
    }
  }

  /// The theme of a name, or the standard one, and what is wrong with the first.
  public func usableOrStandard(_ name: String) -> (theme: Theme, problem: ThemeError?) {
    let (theme, problem) = usable(name)
    return (theme ?? .standard, problem)
  }

  private func theme(_ name: String, without broken: Set<String>) throws(ThemeError) -> Theme {
    var files: [ThemeFile] = []
    var seen = broken
    var next: String? = name
    while let wanted = next {
      let file = try file(wanted, besides: seen, neededBy: files.last)
      seen.insert(file.file)
      files.append(file)
      let isRoot = wanted == Self.standardName && Self.isBuiltIn(file)
      next = file.inherits ?? (isRoot ? nil : Self.standardName)
    }
    return try Theme(name: name, files: files)
  }

  /// Whether a user's file has the name of a built-in theme.
  private func hidesBuiltIn(_ file: String) -> Bool {
    Self.builtIn.keys.contains { path(of: $0) == file }
  }

  /// The path that the user's file of a name would have.
  private func path(of name: String) -> String? { folder.map { "\($0)/\(name).toml" } }

  /// The user's file of a name, then the built-in one: a file may inherit the one whose name it takes.
  ///
  /// - Parameter seen: files that are read already.
  private func file(_ name: String, besides seen: Set<String>, neededBy child: ThemeFile?)
    throws(ThemeError) -> ThemeFile
  {
    if let path = path(of: name), userNames.contains(name) {
      if !seen.contains(path) { return try ThemeFile(ThemeFile.text(of: path), file: path) }
    }
    let builtIn = "\(Self.builtInPrefix)\(name)"
    if let bytes = Self.builtIn[name], !seen.contains(builtIn) {
      return try ThemeFile(String(decoding: bytes, as: UTF8.self), file: builtIn)
    }
    let isCircle = userNames.contains(name) || Self.builtIn[name] != nil
    throw ThemeError(
      isCircle ? .inheritsItself(through: name) : .noTheme(name, known: names),
      file: child?.file ?? name, place: child == nil ? "" : "inherits")
  }

  /// Names of the files in the folder. One that does not exist or cannot be read has none.
  private var userNames: [String] {
    guard let folder, let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".toml") { names.append(String(name.dropLast(5))) }
    }
    return names
  }

  private static let builtInPrefix = "the built-in theme "

  private static func isBuiltIn(_ file: ThemeFile) -> Bool { file.file.hasPrefix(builtInPrefix) }

  private static let builtIn: [String: [UInt8]] = [
    "hotaru": PackageResources.hotaru_toml, "okabe": PackageResources.okabe_toml,
    "sakura": PackageResources.sakura_toml, "shirokuro": PackageResources.shirokuro_toml,
    "sumi": PackageResources.sumi_toml, "ukiyo": PackageResources.ukiyo_toml,
    "washi": PackageResources.washi_toml,
  ]
}
