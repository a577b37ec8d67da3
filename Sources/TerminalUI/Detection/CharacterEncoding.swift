import Glibc

/// Whether the terminal is written to in UTF-8, by what the user's locale says.
public struct CharacterEncoding: Hashable, Sendable {
  public var isUTF8: Bool
  /// Why, for `nurie doctor`.
  public var finding: String

  /// Sets the C library's locale for characters, without which no character but ASCII has a width.
  ///
  /// A locale that is asked for but not installed, and none at all, become `C.UTF-8`: servers often have no
  /// other, and the terminal is the user's, not the server's. `C` and other encodings are taken at their word.
  public static func prepare(_ environment: TerminalEnvironment) -> CharacterEncoding {
    let wanted = environment.locale
    if wanted == "C" || wanted == "POSIX" {
      setlocale(LC_CTYPE, "C")
      return CharacterEncoding(isUTF8: false, finding: "\(wanted): only ASCII is shown")
    }
    if !wanted.isEmpty, setlocale(LC_CTYPE, wanted) != nil {
      let codeset = String(cString: nl_langinfo(Int32(CODESET)))
      return CharacterEncoding(isUTF8: codeset == "UTF-8", finding: "\(wanted): \(codeset)")
    }
    let reason = wanted.isEmpty ? "no locale is set" : "\(wanted) is not installed here"
    let isThere = setlocale(LC_CTYPE, "C.UTF-8") != nil
    return CharacterEncoding(
      isUTF8: isThere, finding: reason + (isThere ? ": C.UTF-8 instead" : ", nor is C.UTF-8"))
  }
}
