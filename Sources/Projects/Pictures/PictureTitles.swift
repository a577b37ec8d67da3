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

  /// A folder's name made from a title: `name` in small letters.
  static func id(for title: String, _ kind: Picture.Kind) -> String {
    name(for: title.lowercased(), kind)
  }

  /// A file's name made from a title: its letters and digits, whatever their script; what else there is becomes a hyphen.
  static func name(for title: String, _ kind: Picture.Kind) -> String {
    var id = ""
    for character in title {
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

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
