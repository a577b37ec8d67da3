public import Coloring
import ImageFormats

extension ProjectFolder {
  /// A head is some 140 kB; more is none.
  private static let largestTeller = 1 << 26

  /// The file of what labelled drawings taught, under its key.
  ///
  /// - Precondition: `isTellerName(key)`.
  func teller(_ key: String) -> String { "\(path)/parts/\(key).safetensors" }

  /// Whether a text can be the name of what was taught: 32 hexadecimal digits, so that it stays inside the project.
  static func isTellerName(_ text: String) -> Bool {
    text.utf8.count == 32 && text.allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// Keeps what was taught; edits name it by its key.
  ///
  /// - Throws: `ProjectError`; what was taught before is still there.
  public func keep(_ teller: PartTeller) throws(ProjectError) {
    let file = self.teller(teller.key.description)
    try make(path + "/parts")
    try write(teller.bytes, to: file)
  }

  /// What settings name as taught; nil where they name nothing.
  ///
  /// - Throws: `brokenTeller` where its file is missing, damaged, or another than was written.
  public func teller(for settings: ColoringSettings) throws(ProjectError) -> PartTeller? {
    guard let key = settings.teller else { return nil }
    func broken(_ reason: String) -> ProjectError {
      ProjectError(.brokenTeller("parts/\(key).safetensors", reason), path: path)
    }
    guard Self.isTellerName(key) else { throw broken("it cannot be the name of a file") }
    let bytes: [UInt8]
    do throws(ImageError) {
      bytes = try readBytes(teller(key), limit: Self.largestTeller)
    } catch {
      throw broken(error.problem == .missing ? "it is missing" : error.description)
    }
    guard ContentKey(bytes: bytes).description == key else {
      throw broken("it is not what was written")
    }
    do throws(BrokenTeller) {
      return try PartTeller(decoding: bytes, named: teller(key))
    } catch {
      throw broken(error.reason)
    }
  }
}
