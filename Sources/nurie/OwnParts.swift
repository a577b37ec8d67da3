import ArgumentParser
import ImageFormats
import Regions
import Studio

/// Parts of a project's own as they are given on the command line.
enum OwnParts {
  /// Reads "ribbon,リボン,R,#aa3377", of which all but the name may lack.
  ///
  /// - Throws: a `ValidationError` where one cannot be told from others.
  static func parse(_ texts: [String]) throws -> [Part] {
    var all = Part.standard
    for text in texts {
      let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func field(_ index: Int) -> String? {
        fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
      }
      let proposed = Part.proposed(named: field(0) ?? "", japanese: field(1), beside: all)
      let part = Part(
        id: proposed.id, name: proposed.name, japanese: proposed.japanese,
        letter: field(2) ?? proposed.letter, hex: field(3)?.lowercased() ?? proposed.hex)
      if fields.count > 4 {
        throw ValidationError(
          "--part \(printable(text)): more than a name, a Japanese name, a letter and a colour.",
          "--part \(printable(text)): 名前、日本語名、記号、色のほかに余分な項目があります。")
      }
      if let clash = part.clash(with: all) {
        throw ValidationError(
          "--part \(printable(text)): \(clash.reason).",
          "--part \(printable(text)): \(clash.phrase.japanese)。")
      }
      all.append(part)
    }
    return Array(all.dropFirst(Part.standard.count))
  }
}
