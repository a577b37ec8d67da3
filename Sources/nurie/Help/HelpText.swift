import ArgumentParser
import Studio

/// The help of an argument or an option, in the user's language.
///
/// - Parameter value: what stands for its value; nil for its own name.
func help(_ english: String, _ japanese: String, value: Phrase? = nil) -> ArgumentHelp {
  ArgumentHelp(Phrase(english, japanese).spoken, valueName: value?.spoken)
}

/// What stands for values in help.
extension Phrase {
  static let drawing = Phrase("line", "線画")
  static let reference = Phrase("ref", "色見本")
  static let file = Phrase("file", "ファイル")
  static let folder = Phrase("dir", "フォルダ")
  static let fileOrFolder = Phrase("file|dir", "ファイル|フォルダ")
  static let number = Phrase("n", "数")
  static let pixels = Phrase(same: "px")
  static let name = Phrase("name", "名前")
  static let render = Phrase("render", "番号")
}

extension Phrase {
  /// After the name of a file that would be written.
  static let exists = Phrase(
    "exists already; add --force to replace it, or choose another place with --output.",
    "すでにあります。--force で置き換えるか、--output で別の場所を指定してください。")
}

extension ValidationError {
  /// Arguments that do not go together, or a value that cannot be, in the user's language.
  init(_ english: String, _ japanese: String) { self.init(Phrase(english, japanese).spoken) }
}
