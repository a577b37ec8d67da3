import ImageFormats

// Results are promised to be equal bytes for equal inputs on equal instruction sets: the C library picks other
// forms of `exp` and `pow` by it, and networks will pick other kernels. So what rendered a picture is noted.

/// The abilities of a processor, by the levels of the x86-64 ABI.
enum InstructionSet {
  /// This machine's: "x86-64-v4", "x86-64-v3", "x86-64", "aarch64".
  static let own: String = {
    #if arch(x86_64)
      let text = (try? readBytes("/proc/cpuinfo", limit: 65_536)) ?? []
      return level(of: String(decoding: text, as: UTF8.self))
    #elseif arch(arm64)
      return "aarch64"
    #else
      return "other"
    #endif
  }()

  /// - Parameter text: as Linux's /proc/cpuinfo.
  static func level(of text: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
    let flags = Set((line ?? "").split(whereSeparator: \.isWhitespace))
    let third: Set<Substring> = ["avx2", "fma", "bmi1", "bmi2", "f16c", "movbe"]
    let fourth: Set<Substring> = ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
    guard flags.isSuperset(of: third) else { return "x86-64" }
    return flags.isSuperset(of: fourth) ? "x86-64-v4" : "x86-64-v3"
  }
}
