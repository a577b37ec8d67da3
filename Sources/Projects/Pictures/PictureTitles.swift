/// The titles of imported pictures.
enum PictureTitles {
  /// Each file's name without folder and ending; after its folder's where several share one (`walk/line.png`,
  /// `rest/line.png`).
  static func titles(of files: [String]) -> [String] {
    let stems = files.map(stem)
    let counts = Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(files, stems).map { file, stem in
      let parts = file.split(separator: "/")
      guard counts[stem] != 1, parts.count > 1 else { return stem }
      return "\(parts[parts.count - 2]) \(stem)"
    }
  }

  /// A folder's name made from a title: its letters and digits in small letters, whatever their script; what else there is
  /// becomes a hyphen.
  static func id(for title: String, _ kind: Picture.Kind) -> String {
    var id = ""
    for character in title.lowercased() {
      if PictureID(rawValue: String(character)).isSafe, character != "-" {
        if id.utf8.count + character.utf8.count > 64 { break }
        id.append(character)
      } else if !id.isEmpty, id.last != "-" {
        id.append("-")
      }
    }
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? kind.rawValue : id
  }

  /// A file's name made from a title: as it is, but for what some file system or command line takes for something else,
  /// which becomes a hyphen: separators and wildcards, control characters, a dot, hyphen or space at its ends.
  static func name(for title: String, _ kind: Picture.Kind) -> String {
    var name = ""
    for character in title {
      let isPlain =
        !"/\\:*?\"<>|".contains(character)
        && !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
      let kept = isPlain ? character : "-"
      // With an ending and a number it still is one that every file system takes.
      if name.utf8.count + kept.utf8.count > 200 { break }
      if !name.isEmpty || !kept.isBesideName { name.append(kept) }
    }
    while name.last?.isBesideName == true { name.removeLast() }
    return name.isEmpty ? kind.rawValue : name
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}

extension Character {
  /// Whether a file's name neither begins nor ends with it.
  fileprivate var isBesideName: Bool { self == "." || self == "-" || isWhitespace }
}
