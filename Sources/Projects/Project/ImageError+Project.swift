public import ImageFormats

extension ImageError {
  /// The same for who works in a project. Its user never named the files that it keeps, and cannot check their names or
  /// choose others.
  public func inside(_ folder: ProjectFolder) -> ImageError {
    guard file.hasPrefix(folder.path + "/") else { return self }
    switch problem {
    case .missing, .folder, .noSuchFolder: return ImageError(.lost, file: file)
    default: return self
    }
  }
}
