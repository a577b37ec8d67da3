import Glibc

// What comes with the program but not in it lies beside it: in `share/nurie` of an installation, at the top of a checkout. As
// resources in the program, samples and weights would be eight megabytes of Swift source.

/// The files that come with the running program.
public enum ProgramFiles {
  /// The path of a file that comes with the program.
  ///
  /// - Parameter name: its path in `share/nurie`.
  /// - Returns: nil where it is missing.
  public static func path(of name: String) -> String? {
    guard let real = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(real) }
    var folder = String(cString: real)
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      for candidate in [folder + "/share/nurie/" + name, folder + "/" + name]
      where access(candidate, F_OK) == 0 {
        return candidate
      }
    }
    return nil
  }
}
