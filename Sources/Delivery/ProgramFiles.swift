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
    guard var folder = program else { return nil }
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      for candidate in [folder + "/share/nurie/" + name, folder + "/" + name]
      where access(candidate, F_OK) == 0 {
        return candidate
      }
    }
    return nil
  }

  /// The absolute path of the running program, links followed.
  private static var program: String? {
    if let real = realpath("/proc/self/exe", nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = bytes.withUnsafeMutableBytes {
      readlink("/proc/self/exe", $0.bindMemory(to: CChar.self).baseAddress!, $0.count)
    }
    guard count > 0 else { return nil }
    return place(ofLink: String(decoding: bytes.prefix(count), as: UTF8.self))
  }

  /// The path where a program lay that was replaced while it runs, by what the kernel then says: what comes with it is beside
  /// the new one.
  static func place(ofLink link: String) -> String {
    let mark = " (deleted)"
    return link.hasSuffix(mark) ? String(link.dropLast(mark.count)) : link
  }
}
