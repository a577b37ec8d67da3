/// The place where the artist wants a render's files too, beside the render's own folder, which stays as it is.
public struct RenderOutput: Hashable, Sendable, Codable {
  /// A folder: an absolute path.
  public var folder: String
  /// The files' name without ending.
  public var name: String

  public init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  /// The path of the file of this ending, as ".png".
  public func file(_ ending: String) -> String {
    (folder.hasSuffix("/") ? folder : folder + "/") + name + ending
  }
}
