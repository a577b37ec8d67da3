import Glibc
import Studio

extension Language {
  /// That of the user's locale for messages.
  static let user: Language = {
    let variables: [String] = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let names = variables.compactMap { name in getenv(name).map { String(cString: $0) } }
    return Language(locale: names.first { !$0.isEmpty } ?? "")
  }()
}

extension Phrase {
  /// In the user's language.
  var spoken: String { self(.user) }
}
