/// The languages of the interface.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case japanese = "ja"

  /// The language of a locale's name (`ja_JP.UTF-8`); English for every other than Japanese.
  public init(locale: String) { self = locale.hasPrefix("ja") ? .japanese : .english }
}

/// A text that the artist reads, in every language of the interface.
///
/// The catalogue is the code: a phrase cannot be written in one language only. What a phrase says about
/// a file must be escaped before it is put in.
public struct Phrase: Hashable, Sendable {
  public var english: String
  public var japanese: String

  public init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  /// A name, a number, a key: the same in every language.
  public init(same text: String) { self.init(text, text) }

  public func callAsFunction(_ language: Language) -> String {
    language == .japanese ? japanese : english
  }
}
