/// The name of a project's jobs with a batch system: letters, digits and hyphens, at most 15, as PBS wants it.
enum JobName {
  private static let longest = 15

  /// "nurie-hana"; where a name cannot stand there as it is, what can of it and a word made from all of it, so that two
  /// projects' jobs are told apart: "nurie-cut7-1x9k".
  static func of(_ project: String) -> String {
    let words = project.unicodeScalars.split { !isPlain($0) && $0 != "-" }
    let plain = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    let room = longest - prefix.count
    if plain == project, (1...room).contains(plain.count) { return prefix + plain }
    let mark = mark(of: project)
    let beginning = plain.prefix(room - mark.count - 1)
      .drop { $0 == "-" }.split(separator: "-").joined(separator: "-")
    return prefix + (beginning.isEmpty ? mark : "\(beginning)-\(mark)")
  }

  private static let prefix = "nurie-"

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  /// Four letters and digits (FNV-1a, to base 36).
  private static func mark(of name: String) -> String {
    var hash: UInt32 = 0x811c_9dc5
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash % 1_679_616, radix: 36)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
