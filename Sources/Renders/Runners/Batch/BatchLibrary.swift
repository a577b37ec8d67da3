import ImageFormats
import Projects

/// The batch systems there are: those the program is built with, and the user's own descriptions, which go before.
public struct BatchLibrary: Sendable {
  /// The folder of the user's descriptions; nil for none.
  private let folder: String?

  /// - Parameter folder: need not exist.
  public init(folder: String?) { self.folder = folder }

  /// This user's library: the descriptions are in `runners` of the configuration folder.
  public static func own() -> BatchLibrary {
    BatchLibrary(folder: UserFolders().configuration.map { $0 + "/runners" })
  }

  /// All names, sorted.
  public var names: [String] { Set(BatchLibrary.builtIn.keys).union(userNames).sorted() }

  /// The batch system of a name.
  ///
  /// - Throws: `RenderError`, which names file and key where one is wrong.
  public func system(_ name: String) throws -> BatchSystem {
    if let folder, userNames.contains(name) {
      let file = "\(folder)/\(name).toml"
      guard let status = FileStatus(file), status.isRegular,
        let bytes = try? readBytes(file, limit: 1 << 20)
      else {
        throw RenderError("\(file): it cannot be read; a text file of at most 1 MB is expected")
      }
      return try BatchSystem(String(decoding: bytes, as: UTF8.self), name: name, file: file)
    }
    guard let bytes = BatchLibrary.builtIn[name] else {
      let known = (RunnerList.written("").map(\.name) + names).joined(separator: ", ")
      throw RenderError(
        "there is no runner \"\(name)\"; there are \(known)\(folder.map { ", and those you describe in \($0)" } ?? "")"
      )
    }
    return try BatchSystem(
      String(decoding: bytes, as: UTF8.self), name: name, file: "the built-in runner \(name)")
  }

  private var userNames: [String] {
    folder.map { folder in
      Projects.names(in: folder).filter { $0.hasSuffix(".toml") && $0.first != "." }.map {
        String($0.dropLast(5))
      }
    } ?? []
  }

  private static let builtIn: [String: [UInt8]] = [
    "nqsv": PackageResources.nqsv_toml, "pbs": PackageResources.pbs_toml,
    "slurm": PackageResources.slurm_toml,
  ]
}
