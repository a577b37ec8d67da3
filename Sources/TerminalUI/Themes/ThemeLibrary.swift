import Foundation

/// The themes there are: those the program is built with, and the user's own files, which go before.
public struct ThemeLibrary: Sendable {
  /// What is used where no theme is chosen, and what every theme inherits from unless it says otherwise.
  public static let standardName = "sumi"

  /// Where the user's themes are; nil for none.
  public let folder: String?

  /// - Parameter folder: need not exist.
  public init(folder: String?) { self.folder = folder }

  /// The library of a user: `$XDG_CONFIG_HOME/nurie/themes`, by default `~/.config/nurie/themes`.
  public init(environment: [String: String]) {
    if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      folder = config + "/nurie/themes"
    } else {
      folder = environment["HOME"].map { $0 + "/.config/nurie/themes" }
    }
  }

  /// All names, sorted.
  public var names: [String] { Set(Self.builtIn.keys).union(userNames).sorted() }

  /// The theme of a name.
  ///
  /// - Throws: `ThemeError`, which names file and line or file and key.
  public func theme(_ name: String) throws(ThemeError) -> Theme {
    var files: [ThemeFile] = []
    var seen: Set<String> = []
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

  /// The theme of a name, or the standard one and what is wrong with the other.
  public func themeOrStandard(_ name: String) -> (theme: Theme, problem: ThemeError?) {
    do throws(ThemeError) {
      return (try theme(name), nil)
    } catch {
      return (.standard, error)
    }
  }

  /// The user's file of a name, then the built-in one: a file may inherit the one whose name it takes.
  ///
  /// - Parameter seen: files that are read already.
  private func file(_ name: String, besides seen: Set<String>, neededBy child: ThemeFile?)
    throws(ThemeError) -> ThemeFile
  {
    if let folder, userNames.contains(name) {
      let path = "\(folder)/\(name).toml"
      if !seen.contains(path) { return try ThemeFile(Self.text(ofFile: path), file: path) }
    }
    let builtIn = "\(Self.builtInPrefix)\(name)"
    if let bytes = Self.builtIn[name], !seen.contains(builtIn) {
      return try ThemeFile(String(decoding: bytes, as: UTF8.self), file: builtIn)
    }
    let isCircle = userNames.contains(name) || Self.builtIn[name] != nil
    throw ThemeError(
      file: child?.file ?? name, place: child == nil ? "" : "inherits",
      reason: isCircle
        ? "it inherits from itself through \"\(name)\"."
        : "there is no theme \"\(name)\"; there are \(names.joined(separator: ", ")).")
  }

  /// Names of the files in the folder. One that does not exist or cannot be read has none.
  private var userNames: [String] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
  }

  /// Far above what any theme needs.
  private static let largestFile = 1 << 20

  private static func text(ofFile path: String) throws(ThemeError) -> String {
    do {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)
      guard attributes[.type] as? FileAttributeType == .typeRegular,
        let size = attributes[.size] as? Int, size <= largestFile
      else { throw ThemeError(file: path, reason: "this is no theme; a text file is wanted.") }
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch let error as ThemeError {
      throw error
    } catch {
      throw ThemeError(file: path, reason: "it cannot be read as text in UTF-8.")
    }
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
